//! Outputs that are no pages: the sitemap, `robots.txt`, and files beside documents. Sole owner of quick-xml.

use super::{
    Output,
    edition::Edition,
    pages::{Plan, Subject},
};
use crate::model::{DateValue, Site};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::io;

/// Every such output.
pub(super) fn outputs(edition: Edition<'_>, plans: &[Plan<'_>]) -> Vec<Output> {
    let sitemap = sitemap(edition, plans).expect("writing to memory does not fail");
    let mut outputs = vec![
        Output { path: "sitemap.xml".into(), bytes: sitemap },
        Output { path: "robots.txt".into(), bytes: robots(edition.site).into_bytes() },
    ];
    outputs.extend(
        edition
            .site
            .attachments
            .values()
            .map(|attachment| Output { path: attachment.name.to_string(), bytes: attachment.bytes.to_vec() }),
    );
    outputs
}

/// The sitemap protocol 0.9; `lastmod` is the last change that the content tells, never the day of the build.
fn sitemap(edition: Edition<'_>, plans: &[Plan<'_>]) -> io::Result<Vec<u8>> {
    let base = edition.site.settings.base_url();
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let pages = plans.iter().filter(|plan| !matches!(plan.subject, Subject::Redirect(_) | Subject::NotFound));
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .write_inner_content(|writer| {
            for plan in pages {
                writer.create_element("url").write_inner_content(|writer| {
                    let address = format!("{base}{}", plan.address.path());
                    writer.create_element("loc").write_text_content(BytesText::new(&address))?;
                    if let Subject::Document(index, _) = &plan.subject
                        && let Some(date) = edition.site.document(*index).last_change().map(DateValue::iso)
                    {
                        writer.create_element("lastmod").write_text_content(BytesText::new(&date))?;
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
