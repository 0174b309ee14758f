//! Files beside documents: are they there, and can everybody read what is in them?

use super::case::Case;
use crate::{
    diagnostic::Code,
    model::{Document, Site, Step, Value, site::Attachment, walk::walk},
};

/// Holds the files that a document names against those that there are.
pub(super) fn check(case: &mut Case<'_>) {
    let mut named = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| {
        if let Value::File(file) = visited.value {
            named.push((file.clone(), visited.path.clone()));
        }
    });
    for (file, way) in &named {
        if attachment(case.site, case.document, file).is_none() {
            case.tell(Code::FileMissing, way).arguments = vec![("written", file.clone())];
        }
    }
    // The page itself may say what the file says; then nobody needs the file.
    if case.document.body().trim().is_empty() {
        inaccessible(case);
    }
}

fn inaccessible(case: &mut Case<'_>) {
    let files: Vec<_> = case.document.fields.list("bilagor").iter().map(Value::as_group).enumerate().collect();
    for (index, file) in files {
        let Some((fields, name)) = file.and_then(|fields| Some((fields, fields.text("fil")?.to_owned()))) else { continue };
        if !fields.is_yes("tillgänglig") && !fields.is_yes("före_2018_09_23") {
            let way = [Step::Key("bilagor".into()), Step::Index(index), Step::Key("fil".into())];
            case.tell(Code::FileInaccessible, &way).arguments = vec![("file", name)];
        }
    }
}

/// The file that a document means: beside it, in its scope's folder, or from the content folder.
pub fn attachment<'s>(site: &'s Site, document: &Document, written: &str) -> Option<&'s Attachment> {
    let written = written.trim_start_matches("./").trim_start_matches('/');
    let path = document.path.strip_prefix("content/").unwrap_or(&document.path);
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    let places = [folder, document.scope.as_deref()].into_iter().flatten().map(|place| format!("{place}/{written}"));
    places.chain([written.to_owned()]).find_map(|name| site.attachments.get(name.as_str()))
}
