//! The frame around every page: the site, its menu and footer, the versions of the page and its way from home.

use super::prose::Prose;
use crate::theme::{Object, View, view};
use crate::{
    model::{Address, DocumentIndex, Role, Variant, collection::PAGE},
    render::{
        assets::Assets,
        edition::Edition,
        listing,
        marks::mark,
        pieces::{Of, Pieces},
        seen::Seen,
    },
};

/// A page, before its frame is put around it.
pub(in crate::render) struct Page {
    /// Where it stands.
    pub(in crate::render) address: Address,
    /// The template that draws it.
    pub(in crate::render) template: String,
    /// The heading and the title.
    pub(in crate::render) heading: String,
    /// One or two sentences.
    pub(in crate::render) description: Option<String>,
    /// The document that it shows, if any.
    pub(in crate::render) document: Option<DocumentIndex>,
    /// The kind shown by `aria-current` in the menu.
    pub(in crate::render) kind: Option<String>,
    /// The scope that it belongs to.
    pub(in crate::render) scope: Option<DocumentIndex>,
    /// Links from home to here.
    pub(in crate::render) crumbs: Vec<View>,
    /// Versions of the page: the variant and its address.
    pub(in crate::render) versions: Vec<(Variant, Address)>,
    /// Whether the page tells on which day the site was made.
    pub(in crate::render) dated: bool,
    /// What it holds, by the keys of `docs/views.md`.
    pub(in crate::render) content: View,
}

impl Page {
    /// A page with nothing but its address, template and heading.
    pub(in crate::render) fn new(address: Address, template: &str, heading: String) -> Self {
        Self {
            address,
            template: template.to_owned(),
            heading,
            description: None,
            document: None,
            kind: None,
            scope: None,
            crumbs: Vec::new(),
            versions: Vec::new(),
            dated: false,
            content: View::Object(Object::default()),
        }
    }
}

/// What all pages of an edition share: its texts, the site, the menu. Made once, so that no page has a copy of its own.
pub(in crate::render) fn shared(edition: Edition<'_>, assets: &Assets) -> View {
    view!({
        "lang": edition.language(),
        "ui": edition.words.language,
        "variant": edition.variant.code(),
        "t": edition.interface().plain.clone(),
        "site": site(edition, assets),
    })
}

/// What a page has for itself, beside what all share.
pub(in crate::render) fn own(edition: Edition<'_>, mut page: Page, pieces: &Pieces<'_>) -> View {
    let mut view = std::mem::take(&mut page.content);
    view["page"] = self::page(edition, &page, pieces);
    view
}

fn page(edition: Edition<'_>, page: &Page, pieces: &Pieces<'_>) -> View {
    let settings = &edition.site.settings;
    let title = settings.label("titel", edition.words.language).unwrap_or_default();
    let home = page.template == "home.html";
    let full = if home {
        title.to_owned()
    } else {
        edition.words.text("title-with-site", &[("title", &long_heading(edition, page)), ("site", title)])
    };
    let path = if page.template == "404.html" { "/404.html" } else { page.address.path() };
    let canonical = format!("{}{path}", settings.base_url());
    view!({
        "template": &page.template,
        "title": full,
        "heading": &page.heading,
        "description": page.description.as_deref(),
        "url": edition.path(page.address.path()),
        "canonical": &canonical,
        "kind": page.kind.as_deref(),
        "noindex": settings.is_hidden(),
        "quick_exit": page.document.is_some_and(|index| is_protected(edition.site, index)),
        "variants": variants(edition, page),
        "alternates": alternates(edition, page),
        "crumbs": page.crumbs.clone(),
        "header": header(edition, page, pieces),
        "scope": page.scope.map(|scope| edition.link(scope, None)),
        "json_ld": page.document.map(|index| super::super::json_ld::json_ld(edition, index, &canonical)),
        "built": page.dated.then(|| edition.words.day_view(edition.site.today)),
        "feedback_mailto": settings.text_in("återkoppling", "epost").map(|email| mailto(edition, email, page, &canonical)),
    })
}

/// The header, which many pages have alike; none where it leads to other versions of the page.
fn header(edition: Edition<'_>, page: &Page, pieces: &Pieces<'_>) -> Option<View> {
    if page.versions.len() > 1 {
        return None;
    }
    let url = edition.path(page.address.path());
    let is_in_menu = edition.menu(navigation).iter().any(|item| item["url"] == url.as_str());
    let url = is_in_menu.then_some(url);
    let shown = mark(&(&page.template, &page.kind, &url, page.scope.map(|scope| scope.0)));
    let view = |edition: Edition<'_>| {
        view!({
            "template": &page.template,
            "url": url.as_deref(),
            "kind": page.kind.as_deref(),
            "variants": [],
            "scope": page.scope.map(|scope| edition.link(scope, None)),
        })
    };
    pieces.piece(edition, ("base.html", Of::PageHeader(shown)), view)
}

/// The heading with what kind of page it is and where: several pages may have one name.
fn long_heading(edition: Edition<'_>, page: &Page) -> String {
    let Some(index) = page.document else { return page.heading.clone() };
    let document = edition.site.document(index);
    let collection = edition.site.collection_of(document);
    let kind = collection.is_listed().then(|| collection.singular.text(edition.words.language));
    let scope = page.scope.filter(|scope| *scope != index).map(|scope| edition.title(scope));
    let more: Vec<&str> = kind.into_iter().chain(scope).collect();
    if more.is_empty() { page.heading.clone() } else { format!("{} – {}", page.heading, more.join(", ")) }
}

/// Every site that the search covers, this one first, where there are others.
fn searched(edition: Edition<'_>) -> Option<Vec<String>> {
    let settings = &edition.site.settings;
    let others = settings.fields.group("sök")?.groups("webbplatser").filter_map(|site| site.text("adress"));
    let all = std::iter::once(settings.base_url()).chain(others);
    let all: Vec<String> = all.map(|url| format!("{}/", url.trim_end_matches('/'))).collect();
    (all.len() > 1).then_some(all)
}

fn site(edition: Edition<'_>, assets: &Assets) -> View {
    let settings = &edition.site.settings;
    let language = edition.words.language;
    let demonstration = settings.label("demonstration", language);
    let home = edition.site.home().map_or_else(|| edition.page(""), |home| edition.url(home, None));
    view!({
        "title": settings.label("titel", language),
        "tagline": settings.label("slogan", language),
        "home_url": &home,
        "search_url": edition.page("sok"),
        "search_sites": searched(edition),
        "base": settings.base_path(),
        "noindex": settings.is_hidden(),
        "demo_html": demonstration.map(|text| format!("<p>{}</p>", super::notices::escape(text))),
        "publisher": settings.text_in("utgivare", "namn"),
        "contact_email": settings.text_in("återkoppling", "epost"),
        "feedback_url": settings.text_in("återkoppling", "webbadress"),
        "version": env!("CARGO_PKG_VERSION"),
        "asset": assets.view(edition),
        "quick_exit_url": settings.fields.text("snabbutgång").map_or_else(|| edition.words.text("quick-exit-url", &[]), str::to_owned),
        "nav": edition.menu(navigation).to_vec(),
        "scopes": scopes(edition),
        "scopes_count": edition.site.scopes().count(),
        "scopes_url": format!("{home}#kommuner"),
        "footer": footer(edition),
        "licence": settings.text_in("licens", "namn").map(|name| view!({ "title": name, "url": settings.text_in("licens", "webbadress") })),
    })
}

/// The collections that the declarations put in the menu, and the state of all commitments.
fn navigation(edition: Edition<'_>) -> Vec<View> {
    let mut shown: Vec<_> = edition
        .site
        .collections()
        .iter()
        .filter(|collection| collection.menu.is_some() && listing::exists(edition, collection))
        .collect();
    shown.sort_by_key(|collection| collection.menu);
    let mut items: Vec<View> = shown
        .into_iter()
        .map(|collection| {
            let title = collection.name.text(edition.words.language);
            view!({ "title": title, "url": listing::url(edition, collection, None), "kind": &*collection.key })
        })
        .collect();
    if edition.site.originals().any(|(index, _)| !super::card::commitments(edition, index).is_empty()) {
        let board =
            view!({ "title": edition.words.text("title-board", &[]), "url": edition.page("laget"), "kind": "laget" });
        items.insert(1.min(items.len()), board);
    }
    items
}

/// The most scopes that stand in the header of every page. A site with more has a link to the list of them on the home page:
/// the chooser of a whole country would be half of what a phone fetches.
const CHOSEN_AMONG: usize = 24;

fn scopes(edition: Edition<'_>) -> Vec<View> {
    let scopes = edition.site.scopes().map(|(index, _)| index).collect::<Vec<_>>();
    let shown = if scopes.len() > CHOSEN_AMONG { &[][..] } else { &scopes };
    shown.iter().map(|index| view!({ "title": edition.title(*index), "url": edition.url(*index, None) })).collect()
}

fn footer(edition: Edition<'_>) -> Vec<View> {
    let own = [
        ("title-az", "sok"),
        ("title-changes", "nytt"),
        ("title-missing", "saknas"),
        ("title-errors", "fel-i-kallor"),
        ("title-findings", "slutsatser"),
        ("title-states", "sa-bedoms-laget"),
        ("title-accessibility", "tillganglighet"),
        ("title-privacy", "integritet"),
    ];
    let mut items: Vec<View> = own
        .iter()
        .map(|(key, path)| view!({ "title": edition.words.text(key, &[]), "url": edition.page(path) }))
        .collect();
    let pages = edition.site.collection(PAGE).map_or(&[][..], |(index, _)| edition.site.members(index));
    let loose = pages.iter().filter(|index| edition.site.document(**index).scope.is_none());
    items.extend(loose.map(|index| edition.link(*index, None)));
    items
}

/// The switcher: every version of the page, the current one marked.
fn variants(edition: Edition<'_>, page: &Page) -> Vec<View> {
    let version = |(variant, address): &(Variant, Address)| {
        view!({
            "code": variant.code(),
            "lang": variant.language(),
            "label": label(edition, variant),
            "url": edition.path(address.path()),
            "current": variant == edition.variant,
        })
    };
    page.versions.iter().map(version).collect()
}

fn label(edition: Edition<'_>, variant: &Variant) -> String {
    match variant.code() {
        "" => edition.words.text("language-swedish", &[]),
        "lattlast" => edition.words.text("language-easy", &[]),
        code => edition.words.texts.get(&format!("language-{code}"), &[]).unwrap_or_else(|| code.to_owned()),
    }
}

/// `hreflang` for languages only: easy-read Swedish has no language tag of its own.
fn alternates(edition: Edition<'_>, page: &Page) -> Vec<View> {
    let languages = page.versions.iter().filter(|(variant, _)| *variant != Variant::EasyRead);
    let base = edition.site.settings.base_url();
    let links: Vec<View> = languages
        .map(|(variant, address)| view!({ "hreflang": variant.language(), "url": format!("{base}{}", address.path()) }))
        .collect();
    if links.len() > 1 { links } else { Vec::new() }
}

fn mailto(edition: Edition<'_>, email: &str, page: &Page, canonical: &str) -> String {
    let subject = edition.words.text("feedback-subject", &[("title", &page.heading)]);
    let body = edition.words.text("feedback-body", &[("url", canonical)]);
    format!("mailto:{email}?subject={}&body={}", percent(&subject), percent(&body))
}

/// A text as it stands in the query or fragment of an address.
pub(in crate::render) fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    text.bytes().map(|byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Pages about violence have a quick way out, by the role of their collection or of what they are about.
fn is_protected(site: Seen<'_>, index: DocumentIndex) -> bool {
    let document = site.document(index);
    site.collection_of(document).has(Role::Protection) || document.fields.is_yes("skydd")
}

/// The text of a label in HTML, for pages without a document.
pub(in crate::render) fn prose(edition: Edition<'_>, index: DocumentIndex, markdown: &str) -> (String, Vec<View>) {
    let prose = Prose::new(edition, edition.site.document(index), Vec::new());
    let (html, headings) = prose.body(markdown);
    (
        html,
        headings
            .iter()
            .map(|heading| view!({ "id": &heading.id, "title": &heading.title, "level": heading.level }))
            .collect(),
    )
}
