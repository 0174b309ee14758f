//! Registers over all documents: A–Ö, changes, what is missing, errors in sources, findings, how states are decided.

use crate::theme::{View, view};
use crate::{
    model::{
        Change, DateValue, DocumentIndex, FieldType, Fields, Finding, FindingKind, Person, SourceError, Status,
        ValidityState, Value as FieldValue,
        walk::{Step, walk},
    },
    parse::markdown::plain,
    render::{
        edition::Edition,
        view::{facts::Shown, findings::finding, prose::Prose, state},
    },
};
use std::collections::BTreeMap;

/// Every document from A to Ö.
pub(super) fn az(edition: Edition<'_>) -> View {
    let mut items: Vec<(String, View)> = Vec::new();
    for (index, document) in edition.site.originals() {
        let collection = edition.site.collection_of(document);
        if &*collection.key == crate::model::collection::HOME {
            continue;
        }
        let synonyms: Vec<&str> = document.fields.groups("synonymer").filter_map(|item| item.text("text")).collect();
        let also = document.fields.text("fullständigt").map(str::to_owned);
        let also =
            also.into_iter().chain(synonyms.iter().map(|word| (*word).to_owned())).collect::<Vec<_>>().join(", ");
        let scope =
            document.scope.as_deref().and_then(|scope| edition.site.scope(scope)).filter(|scope| *scope != index);
        let kind = collection.singular.text(edition.words.language);
        let kind = scope.map_or_else(|| kind.to_owned(), |scope| format!("{kind}, {}", edition.title(scope)));
        let view = view!({
            "title": document.title(),
            "url": edition.url(index, None),
            "kind": kind,
            "summary": document.summary(),
            "also": Some(also).filter(|also| !also.is_empty()),
        });
        items.push((document.title().to_owned(), view));
    }
    items.sort_by(|(a, _), (b, _)| edition.order.compare(a, b));
    let mut letters: Vec<(String, Vec<View>)> = Vec::new();
    for (title, view) in items {
        let letter = edition.order.letter(&title);
        match letters.last_mut().filter(|(last, _)| *last == letter) {
            Some((_, views)) => views.push(view),
            None => letters.push((letter, vec![view])),
        }
    }
    let letters = letters
        .into_iter()
        .map(|(letter, items)| view!({ "id": letter_id(&letter), "letter": letter, "items": items }));
    view!({ "letters": letters.collect::<Vec<_>>() })
}

/// Anchors are plain: Å, Ä and Ö keep apart from A and O.
fn letter_id(letter: &str) -> String {
    match letter {
        "Å" => "bokstav-aa".into(),
        "Ä" => "bokstav-ae".into(),
        "Ö" => "bokstav-oe".into(),
        other => format!("bokstav-{}", other.to_lowercase().replace('–', "-")),
    }
}

/// What has changed, newest first: changes of pages, entries in logs, new pages.
pub(super) fn changes(edition: Edition<'_>) -> Vec<View> {
    let mut found: Vec<(DateValue, String, View)> = Vec::new();
    for (index, document) in edition.site.originals() {
        let kind = edition.site.collection_of(document).singular.text(edition.words.language);
        let mut add = |date: DateValue, part: Option<&str>, text: String, major: Major| {
            let view = view!({
                "date": edition.words.date_view(date),
                "title": edition.title(index),
                "url": edition.url(index, part),
                "text": text,
                "major": matches!(major, Major::Yes),
                "kind": kind,
            });
            found.push((date, document.name.to_string(), view));
        };
        let fields = edition.fields(index);
        for change in Change::of(&fields) {
            if let Some(date) = change.date() {
                let major = if change.is_major() { Major::Yes } else { Major::No };
                add(date, None, plain(change.text().unwrap_or_default()), major);
            }
        }
        for commitment in crate::render::view::card::commitments(edition, index) {
            for entry in commitment.log().entries() {
                if let Some(date) = entry.date() {
                    add(date, Some(commitment.id()), plain(entry.text().unwrap_or_default()), Major::No);
                }
            }
        }
        if let Some(date) = fields.date("publicerad") {
            add(date, None, edition.words.text("change-new-document", &[]), Major::Yes);
        }
    }
    found.sort_by(|(a, a_name, _), (b, b_name, _)| b.cmp(a).then_with(|| a_name.cmp(b_name)));
    found.into_iter().map(|(_, _, view)| view).collect()
}

enum Major {
    Yes,
    No,
}

/// Every value written `okänt`, by document.
pub(super) fn missing(edition: Edition<'_>) -> View {
    let (count, groups) = missing_fields(edition);
    view!({ "count": count, "groups": groups })
}

/// How many values are unknown, and which, by document.
pub(super) fn missing_fields(edition: Edition<'_>) -> (usize, Vec<View>) {
    let mut count = 0;
    let mut groups = Vec::new();
    for (index, document) in edition.site.originals() {
        let fields = unknown(edition, index);
        if !fields.is_empty() {
            count += fields.len();
            let kind = edition.site.collection_of(document).singular.text(edition.words.language);
            groups.push(view!({ "title": edition.title(index), "url": edition.url(index, None), "kind": kind, "fields": fields }));
        }
    }
    groups.sort_by(|a, b| {
        edition.order.compare(a["title"].as_str().unwrap_or_default(), b["title"].as_str().unwrap_or_default())
    });
    (count, groups)
}

fn unknown(edition: Edition<'_>, index: DocumentIndex) -> Vec<View> {
    let document = edition.site.document(index);
    let declared = &edition.site.collection_of(document).fields;
    let mut found = Vec::new();
    walk(&document.fields, declared, &mut |visited| {
        if *visited.value == FieldValue::Unknown {
            let place = place(edition, &document.fields, &visited.path());
            found.push(view!({ "label": visited.field.label.text(edition.words.language), "where": place }));
        }
    });
    found
}

/// The heading of the item that a value stands in.
fn place(edition: Edition<'_>, fields: &Fields, path: &[Step]) -> Option<String> {
    let [Step::Key(list), Step::Index(item), ..] = path else { return None };
    let group = fields.list(list).get(*item)?.as_group()?;
    let person = Some(Person { fields: group }).filter(|person| person.basis().is_some());
    let told = |key: &&str| person.is_none_or(|person| !person.hides(key, edition.site.today));
    let keys = ["rubrik", "text", "fråga", "roll", "namn", "tjänst"];
    let heading = keys.iter().filter(|key| told(key)).find_map(|key| group.text(key)).map(plain);
    let heading = heading.or_else(|| group.text("när").map(str::to_owned));
    let inner = row(edition, group, &path[2..]);
    let parts: Vec<String> = heading.into_iter().chain(inner).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Which row of an item a value stands in, by its time or group: a series may miss several values.
fn row(edition: Edition<'_>, item: &Fields, path: &[Step]) -> Option<String> {
    let [Step::Key(list), Step::Index(place), ..] = path else { return None };
    let row = item.list(list).get(*place)?.as_group()?;
    match row.get("period") {
        Some(FieldValue::Period(period)) => Some(edition.words.period(*period)),
        _ => row.text("grupp").or_else(|| row.text("text")).map(plain),
    }
}

/// Errors found in the sources themselves.
pub(super) fn source_errors(edition: Edition<'_>) -> Vec<View> {
    let mut found = Vec::new();
    for (index, document) in edition.site.originals() {
        let fields = edition.fields(index);
        let prose = Prose::new(edition, document, Vec::new());
        for error in SourceError::of(&fields) {
            found.push(view!({
                "source": edition.source_link(document, error.fields),
                "place": error.source().place(),
                "html": error.text().map(|text| prose.html(text)),
                "doc": edition.link(index, None),
            }));
        }
    }
    found
}

/// Every finding of every audit, risks first.
pub(super) fn findings(edition: Edition<'_>) -> View {
    // Findings of which nobody has told the kind come last.
    let mut groups: BTreeMap<(bool, Option<FindingKind>), Vec<View>> = BTreeMap::new();
    let mut unanswered = 0;
    for (index, document) in edition.site.originals() {
        let collection = edition.site.collection_of(document);
        let keys = collection.fields.iter().filter(|field| field.kind == FieldType::Findings).map(|field| &field.key);
        let fields = edition.fields(index);
        let prose = Prose::new(edition, document, Vec::new());
        for item in keys.flat_map(|key| fields.groups(key)) {
            let shown = Shown { edition, document, prose: &prose };
            let item = Finding { fields: item };
            let mut view = finding(shown, item);
            unanswered += usize::from(!item.is_answered());
            view["doc"] = edition.link(index, item.id());
            groups.entry((item.kind().is_none(), item.kind())).or_default().push(view);
        }
    }
    // Findings of several audits stand on one page: their anchors are kept apart by place.
    for (number, view) in groups.values_mut().flatten().enumerate() {
        view["id"] = view!(format!("slutsats-{}", number + 1));
    }
    let lead = edition.words.count("unanswered-count", unanswered);
    let groups = groups.into_iter().map(|((_, kind), items)| {
        let label = kind.map(|kind| edition.words.text(&format!("findings-{}s", kind.key()), &[])).unwrap_or_default();
        view!({ "label": label, "items": items })
    });
    view!({ "lead": lead, "groups": groups.collect::<Vec<_>>() })
}

/// How each state and status is decided.
pub(super) fn states(edition: Edition<'_>) -> View {
    let explained =
        |prefix: &str, key: &str| edition.words.text(&format!("{prefix}-{}-explained", state::dashed(key)), &[]);
    let validity = ValidityState::ALL.map(|known| {
        let label = edition.words.text(&format!("state-{}", state::dashed(known.key())), &[]);
        view!({ "state": { "key": known.key(), "tone": state::tone(known), "label": label }, "text": explained("state", known.key()) })
    });
    let statuses = Status::ALL
        .map(|known| view!({ "status": state::status(edition, known), "text": explained("status", known.key()) }));
    view!({ "validity": validity, "statuses": statuses })
}
