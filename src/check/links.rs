//! Links and images in texts: do they lead somewhere, and do they say where?

use super::{case::Case, references::suggestion, texts::Text};
use crate::{
    diagnostic::{Code, near},
    model::{DocumentIndex, Reference, address::RESERVED},
    parse::markdown::{Destination, Written, destination},
};

/// Texts of links that say nothing to somebody who hears them out of their sentence.
const EMPTY_WORDS: &[&str] = &[
    "här",
    "klicka här",
    "läs mer",
    "läs mer här",
    "läs här",
    "mer",
    "mer här",
    "länk",
    "länken",
    "se här",
    "here",
    "click here",
    "read more",
    "more",
    "link",
];

/// Reserved first segments that are no page themselves.
const NO_PAGES: &[&str] = &["assets", "en", "lattlast", "filer", "404"];

/// Holds every link and image of a document against the site.
pub(super) fn check(case: &mut Case<'_>) {
    for text in &case.sheet().texts {
        for link in &text.scan().links {
            leads_somewhere(case, text, link);
            says_where(case, text, link);
        }
        for image in &text.scan().images {
            let at = (image.span, image.written.as_str());
            if destination(&image.written) != Destination::Internal || !case.has_attachment(&image.written) {
                case.tell_in(Code::ImageMissing, text, at).arguments = vec![("written", image.written.clone())];
            }
            if image.text.is_empty() {
                case.tell_in(Code::ImageAlt, text, at).arguments = vec![("written", image.written.clone())];
            }
        }
    }
}

fn leads_somewhere(case: &mut Case<'_>, text: &Text<'_>, link: &Written) {
    let at = (link.span, link.written.as_str());
    match destination(&link.written) {
        Destination::Web | Destination::Direct => {}
        Destination::Refused => {
            case.tell_in(Code::LinkScheme, text, at).arguments = vec![("written", link.written.clone())]
        }
        Destination::Internal => match target(case, &link.written) {
            Found::Page(page, anchor) => anchored(case, text, link, (page, anchor.as_deref())),
            Found::Known => {}
            Found::Nothing => {
                let path = link.written.split('#').next().unwrap_or_default();
                let near = suggestion(case, path, &[]).unwrap_or_default();
                case.tell_in(Code::LinkBroken, text, at).arguments =
                    vec![("written", link.written.clone()), ("near", near)];
            }
        },
    }
}

/// What an internal link leads to.
enum Found {
    /// A document, and the anchor that is asked for.
    Page(DocumentIndex, Option<String>),
    /// A file, a page that every site has, or a document that waits for its day.
    Known,
    /// Nothing.
    Nothing,
}

fn target(case: &Case<'_>, written: &str) -> Found {
    if let Some(anchor) = written.strip_prefix('#') {
        return Found::Page(case.index, Some(anchor.to_owned()));
    }
    let reference = Reference::new(written);
    if let Some(target) = case.resolve(&reference) {
        let index = case.version_of(target.document);
        return Found::Page(index, reference.part);
    }
    let known = case.is_hidden(&reference) || case.has_attachment(&reference.path);
    if known || is_own_page(&reference.path) { Found::Known } else { Found::Nothing }
}

/// Whether the path is that of a page that every site has.
fn is_own_page(path: &str) -> bool {
    RESERVED.contains(&path) && !NO_PAGES.contains(&path)
}

fn anchored(case: &mut Case<'_>, text: &Text<'_>, link: &Written, (page, anchor): (DocumentIndex, Option<&str>)) {
    let Some(anchor) = anchor else { return };
    let (anchors, others) = (case.other_anchors(page), case.other_anchors(case.original_of(page)));
    if anchor.is_empty() || anchors.contains(anchor) || others.contains(anchor) {
        return;
    }
    let near = near(anchor, anchors.all().chain(others.all())).unwrap_or_default().to_owned();
    let told = case.tell_in(Code::AnchorBroken, text, (link.span, &link.written));
    told.arguments = vec![("written", link.written.clone()), ("anchor", anchor.to_owned()), ("near", near)];
}

fn says_where(case: &mut Case<'_>, text: &Text<'_>, link: &Written) {
    let words = link.text.to_lowercase();
    let words = words.trim_matches(|sign: char| !sign.is_alphanumeric());
    if words.is_empty() || EMPTY_WORDS.contains(&words) {
        case.tell_in(Code::LinkText, text, (link.span, &link.written)).arguments = vec![("written", link.text.clone())];
    }
}
