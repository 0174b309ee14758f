//! Files beside documents: are they there, and can everybody read what is in them?

use super::case::Case;
use crate::{
    diagnostic::Code,
    model::{Step, Value, walk::walk},
};

/// Holds the files that a document names against those that there are.
pub(super) fn check(case: &mut Case<'_>) {
    let mut named = Vec::new();
    walk(&case.document.fields, &case.collection.fields, &mut |visited| {
        if let Value::File(file) = visited.value {
            named.push((file, visited.path()));
        }
    });
    for (file, way) in &named {
        if !case.has_attachment(file) {
            case.tell(Code::FileMissing, way).arguments = vec![("written", (*file).clone())];
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
        let Some((fields, name)) = file.and_then(|fields| Some((fields, fields.text("fil")?.to_owned()))) else {
            continue;
        };
        if !fields.is_yes("tillgänglig") && !fields.is_yes("före_2018_09_23") {
            let way = [Step::Key("bilagor".into()), Step::Index(index), Step::Key("fil".into())];
            case.tell(Code::FileInaccessible, &way).arguments = vec![("file", name)];
        }
    }
}
