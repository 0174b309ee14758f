//! Errors found in the sources themselves.

use crate::theme::{View, view};
use crate::{
    model::{DocumentIndex, SourceError},
    render::{edition::Edition, view::prose::Prose},
};

/// How many errors stand on a page.
pub(super) const PER_PAGE: usize = 50;

/// A document, and which of its errors, from 0.
pub(super) type Place = (DocumentIndex, usize);

/// Every error, document by document.
pub(super) fn errors(edition: Edition<'_>) -> Vec<Place> {
    let documents = edition.site.originals();
    let places = documents.flat_map(|(index, document)| {
        let count = SourceError::of(&document.fields).count();
        (0..count).map(move |place| (index, place))
    });
    places.collect()
}

/// Errors as templates see them; those of a document share the first uses of terms.
pub(super) fn views(edition: Edition<'_>, places: &[Place]) -> Vec<View> {
    let mut views = Vec::with_capacity(places.len());
    for of_one in places.chunk_by(|(a, _), (b, _)| a == b) {
        let index = of_one[0].0;
        let (document, fields) = (edition.site.document(index), edition.fields(index));
        let prose = Prose::new(edition, document, Vec::new());
        let first = of_one[0].1;
        for error in SourceError::of(&fields).skip(first).take(of_one.len()) {
            views.push(view!({
                "source": edition.source_link(document, error.fields),
                "place": error.source().place(),
                "html": error.text().map(|text| prose.html(text)),
                "doc": edition.link(index, None),
            }));
        }
    }
    views
}
