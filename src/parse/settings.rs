//! The site's settings: `insyn.yaml`.

use super::{
    declaration::texts,
    fields::{Demand, group},
    front_matter::whole,
    reader::{Reader, Spot},
    shapes::Shapes,
    syntax,
    yaml::{self, Node},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Settings, Variant},
};
use std::sync::Arc;

/// Reads the settings; `None` when they cannot be used at all.
pub(crate) fn settings(source: Arc<str>, path: &Arc<str>, shapes: &Shapes) -> (Option<Settings>, Vec<Diagnostic>) {
    let split = whole(source);
    let mut reader = Reader::new(path.clone(), &split.source, split.front.clone());
    let node = match yaml::parse(reader.yaml()) {
        Ok(node @ Node::Map(_)) => node,
        Ok(_) => {
            reader.tell(Code::YamlNotMapping, Spot::Value);
            return (None, reader.diagnostics);
        }
        Err(problem) => return (None, vec![syntax(&split, path, &problem)]),
    };
    let fields = group(&mut reader, &node, &shapes.settings, Demand::Complete);
    let variants = texts(&fields, "varianter").iter().map(|code| Variant::named(code)).collect();
    let diagnostics = std::mem::take(&mut reader.diagnostics);
    (Some(Settings { fields, variants, path: path.clone(), source: split.source.clone() }), diagnostics)
}
