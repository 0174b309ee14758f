//! Outputs that are no pages: sitemaps, `robots.txt`, and files beside documents. Sole owner of quick-xml.

use super::{
    Output,
    pages::{Plan, Subject},
};
use crate::model::{DateValue, Site};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::io;

/// How many addresses stand in a sitemap. The protocol allows 50 000 and 50 MB; with as many of the longest addresses it
/// would be too large.
const ADDRESSES: usize = 20_000;
/// The name of the sitemap, or of the index where there are several.
const SITEMAP: &str = "sitemap.xml";

/// `robots.txt`, and the files beside documents.
pub(super) fn files(site: &Site) -> impl Iterator<Item = Output> {
    let robots = Output { path: "robots.txt".into(), bytes: robots(site).into_bytes() };
    let attached = site.attachments.values();
    let attached = attached.map(|file| Output { path: file.name.to_string(), bytes: file.bytes.to_vec() });
    std::iter::once(robots).chain(attached)
}

/// A page as sitemaps tell of it; `lastmod` is the last change that the content tells, never the day of the build.
struct Entry {
    address: String,
    changed: Option<String>,
}

/// The sitemap protocol 0.9: one file, or an index of several.
pub(super) fn sitemaps<'p>(site: &'p Site, plans: &'p [Plan<'_>]) -> impl Iterator<Item = Output> {
    let base = site.settings.base_url();
    let pages = plans.iter().filter(|plan| !matches!(plan.subject, Subject::Redirect(_) | Subject::NotFound));
    let entry = move |plan: &&Plan<'_>| {
        let changed = match &plan.subject {
            Subject::Document(index, _) => site.document(*index).last_change().map(DateValue::iso),
            _ => None,
        };
        Entry { address: format!("{base}{}", plan.address.path()), changed }
    };
    in_files(base, (pages.collect(), entry), ADDRESSES)
}

/// The files of some pages, so many to each, made one after another.
fn in_files<P>(
    base: &str,
    (pages, entry): (Vec<P>, impl Fn(&P) -> Entry),
    most: usize,
) -> impl Iterator<Item = Output> {
    let is_split = pages.len() > most;
    let files = pages.len().div_ceil(most).max(1);
    let name = move |number: usize| if is_split { format!("sitemap-{}.xml", number + 1) } else { SITEMAP.to_owned() };
    let file = move |number: usize| {
        let entries: Vec<Entry> = pages.iter().skip(number * most).take(most).map(&entry).collect();
        Output { path: name(number), bytes: written("urlset", "url", &entries) }
    };
    let index = is_split.then(|| {
        let part = |number| Entry { address: format!("{base}/{}", name(number)), changed: None };
        let parts: Vec<Entry> = (0..files).map(part).collect();
        Output { path: SITEMAP.into(), bytes: written("sitemapindex", "sitemap", &parts) }
    });
    (0..files).map(file).chain(index)
}

/// A file of a sitemap.
fn written(root: &str, element: &str, entries: &[Entry]) -> Vec<u8> {
    xml(root, element, entries).expect("writing to memory does not fail")
}

fn xml(root: &str, element: &str, entries: &[Entry]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element(root)
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .write_inner_content(|writer| {
            for entry in entries {
                writer.create_element(element).write_inner_content(|writer| {
                    writer.create_element("loc").write_text_content(BytesText::new(&entry.address))?;
                    if let Some(date) = &entry.changed {
                        writer.create_element("lastmod").write_text_content(BytesText::new(date))?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Crawling is always allowed: a page that may not be crawled cannot say `noindex` (decision 16).
fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", site.settings.base_url())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize, most: usize) -> Vec<(String, usize)> {
        let entry = |number: usize| Entry { address: format!("https://a.example/{number}/"), changed: None };
        let outputs = in_files("https://a.example", ((0..count).collect(), |number: &usize| entry(*number)), most);
        let told = |output: &Output| String::from_utf8_lossy(&output.bytes).matches("<loc>").count();
        outputs.map(|output| (output.path.clone(), told(&output))).collect()
    }

    #[test]
    fn a_long_sitemap_is_split() {
        let file = |name: &str, count| (name.to_owned(), count);
        assert_eq!(names(3, 3), [file("sitemap.xml", 3)]);
        let split = [file("sitemap-1.xml", 3), file("sitemap-2.xml", 1), file("sitemap.xml", 2)];
        assert_eq!(names(4, 3), split);
    }
}
