//! Every document from A to Ö: on one page while it can be taken in, else by letter.

use crate::theme::{View, view};
use crate::{
    model::{Address, DocumentIndex, collection::HOME},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        pages::paging::Numbered,
    },
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

/// Up to how many documents stand on a single page.
const WHOLE: usize = 300;
/// How many documents of a letter stand on a page.
const PER_PAGE: usize = 100;

/// Letters in their order, with the segment of the pages of each: å, ä and ö keep apart from a and o.
const LETTERS: [(&str, &str); 31] = [
    ("#", "tecken"),
    ("0–9", "0-9"),
    ("A", "a"),
    ("B", "b"),
    ("C", "c"),
    ("D", "d"),
    ("E", "e"),
    ("F", "f"),
    ("G", "g"),
    ("H", "h"),
    ("I", "i"),
    ("J", "j"),
    ("K", "k"),
    ("L", "l"),
    ("M", "m"),
    ("N", "n"),
    ("O", "o"),
    ("P", "p"),
    ("Q", "q"),
    ("R", "r"),
    ("S", "s"),
    ("T", "t"),
    ("U", "u"),
    ("V", "v"),
    ("W", "w"),
    ("X", "x"),
    ("Y", "y"),
    ("Z", "z"),
    ("Å", "a-ring"),
    ("Ä", "a-prickar"),
    ("Ö", "o-prickar"),
];

/// A page of the list.
pub(super) struct AzPlan {
    base: Address,
    az: Arc<Az>,
    shown: Shown,
}

enum Shown {
    /// Everything.
    Whole,
    /// The letters, each a link.
    Letters,
    /// Some documents of a letter, which goes by its place in `LETTERS`.
    Letter(usize, Numbered<DocumentIndex>),
}

/// The documents of each letter, by its place in `LETTERS`.
type Az = BTreeMap<usize, Arc<[DocumentIndex]>>;

impl AzPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let letters: Vec<_> = self.az.iter().map(|(letter, documents)| (letter, documents.len())).collect();
        let names = |documents: &Arc<[DocumentIndex]>| -> Vec<u64> {
            documents.iter().map(|index| marks.document(*index)).collect()
        };
        match &self.shown {
            Shown::Whole => mark(&(letters, self.az.values().map(names).collect::<Vec<_>>())),
            Shown::Letters => mark(&letters),
            Shown::Letter(letter, page) => mark(&(letters, letter, page.identity(|index| marks.document(*index)))),
        }
    }

    /// Where it stands.
    pub(super) fn address(&self) -> Address {
        match &self.shown {
            Shown::Whole | Shown::Letters => self.base.clone(),
            Shown::Letter(_, page) => page.address(),
        }
    }

    /// Whether it is the search page itself.
    pub(super) fn is_first(&self) -> bool {
        !matches!(self.shown, Shown::Letter(..))
    }

    /// The heading: a letter's page is no search page.
    pub(super) fn heading(&self, edition: Edition<'_>, heading: String) -> String {
        let Shown::Letter(letter, page) = &self.shown else { return heading };
        let letter = edition.words.text("title-letter", &[("letter", LETTERS[*letter].0)]);
        page.heading(edition, letter)
    }
}

/// Every page of the list.
pub(super) fn plan(edition: Edition<'_>, base: &Address) -> Vec<AzPlan> {
    let (az, count) = az(edition);
    let az = Arc::new(az);
    let plan = |shown| AzPlan { base: base.clone(), az: az.clone(), shown };
    if count <= WHOLE {
        return vec![plan(Shown::Whole)];
    }
    let letters = az.iter().flat_map(|(letter, documents)| {
        let base = below(base, *letter);
        let pages = Numbered::all(&base, documents.clone(), PER_PAGE).into_iter();
        pages.map(|page| plan(Shown::Letter(*letter, page))).collect::<Vec<_>>()
    });
    std::iter::once(plan(Shown::Letters)).chain(letters).collect()
}

fn below(base: &Address, letter: usize) -> Address {
    base.join(LETTERS[letter].1)
}

/// The documents of each letter, by title, and how many there are.
fn az(edition: Edition<'_>) -> (Az, usize) {
    let listed = edition.site.originals().filter(|(_, document)| &*edition.site.collection_of(document).key != HOME);
    let mut documents: Vec<DocumentIndex> = listed.map(|(index, _)| index).collect();
    documents.sort_by_key(|index| edition.ordered().title(*index));
    let count = documents.len();
    let mut letters: BTreeMap<usize, Vec<DocumentIndex>> = BTreeMap::new();
    let mut known: HashMap<Option<char>, usize> = HashMap::new();
    for index in documents {
        let title = edition.site.document(index).title();
        let first = title.chars().find(|character| character.is_alphanumeric());
        let letter = *known.entry(first).or_insert_with(|| place(&edition.order.letter(title)));
        letters.entry(letter).or_default().push(index);
    }
    (letters.into_iter().map(|(letter, documents)| (letter, documents.into())).collect(), count)
}

/// The place of a letter; what is no letter of Swedish stands with signs.
fn place(letter: &str) -> usize {
    LETTERS.iter().position(|(known, _)| *known == letter).unwrap_or(0)
}

/// A page of the list as templates see it.
pub(super) fn view(edition: Edition<'_>, plan: &AzPlan) -> View {
    let is_here = |letter: usize| matches!(plan.shown, Shown::Letter(here, _) if here == letter);
    let letter = |(letter, documents): (&usize, &Arc<[DocumentIndex]>)| {
        let (name, _) = LETTERS[*letter];
        let whole = matches!(plan.shown, Shown::Whole);
        let items: Vec<View> =
            if whole { documents.iter().map(|index| item(edition, *index)).collect() } else { Vec::new() };
        let url = (!whole).then(|| edition.path(below(&plan.base, *letter).path()));
        view!({ "id": id(name), "letter": name, "items": items, "count": documents.len(), "url": url, "current": is_here(*letter) })
    };
    let letters: Vec<View> = plan.az.iter().map(letter).collect();
    let mut view = view!({ "letters": letters, "letter": null, "whole": matches!(plan.shown, Shown::Whole) });
    if let Shown::Letter(letter, page) = &plan.shown {
        view["letter"] = view!({
            "letter": LETTERS[*letter].0,
            "count": page.count(),
            "count_text": edition.words.count("documents-count", page.count()),
            "items": page.here().iter().map(|index| item(edition, *index)).collect::<Vec<_>>(),
            "pages": page.links(edition),
        });
    }
    view
}

/// A document as the list tells of it: its other names, and what kind it is.
fn item(edition: Edition<'_>, index: DocumentIndex) -> View {
    let document = edition.site.document(index);
    let collection = edition.site.collection_of(document);
    let synonyms = document.fields.groups("synonymer").filter_map(|item| item.text("text"));
    let also: Vec<&str> = document.fields.text("fullständigt").into_iter().chain(synonyms).collect();
    let also = also.join(", ");
    let scope = document.scope.as_deref().and_then(|scope| edition.site.scope(scope)).filter(|scope| *scope != index);
    let kind = collection.singular.text(edition.words.language);
    let kind = scope.map_or_else(|| kind.to_owned(), |scope| format!("{kind}, {}", edition.title(scope)));
    view!({
        "title": document.title(),
        "url": edition.url(index, None),
        "kind": kind,
        "summary": document.summary(),
        "also": Some(also).filter(|also| !also.is_empty()),
    })
}

/// Anchors are plain: Å, Ä and Ö keep apart from A and O.
fn id(letter: &str) -> String {
    match letter {
        "Å" => "bokstav-aa".into(),
        "Ä" => "bokstav-ae".into(),
        "Ö" => "bokstav-oe".into(),
        other => format!("bokstav-{}", other.to_lowercase().replace('–', "-")),
    }
}

#[cfg(test)]
mod tests {
    use super::LETTERS;
    use crate::model::address::is_slug;
    use std::collections::HashSet;

    #[test]
    fn each_letter_has_a_segment_of_its_own() {
        let segments: HashSet<&str> = LETTERS.iter().map(|(_, segment)| *segment).collect();
        assert_eq!(segments.len(), LETTERS.len());
        assert!(segments.iter().all(|segment| is_slug(segment)), "{segments:?}");
    }
}
