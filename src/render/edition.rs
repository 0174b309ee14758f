//! One edition of the site: Swedish, a translation or easy-read, with its words, its addresses and its fall-backs.

use super::{marks::mark, order::Order, ordered::Ordered, seen::Seen, words::Words};
use crate::theme::{View, view};
use crate::{
    model::{Address, Document, DocumentIndex, Fields, Reference, Role, Site, Target, Value as FieldValue, Variant},
    parse::{
        highlight::Highlighter,
        markdown::{self, Term, Terms, plain},
    },
    theme::{Interface, Theme},
};
use std::{borrow::Cow, sync::OnceLock};

/// The site in one version.
#[derive(Clone, Copy)]
pub(super) struct Edition<'a> {
    /// The site.
    pub(super) site: Seen<'a>,
    /// The theme.
    pub(super) theme: &'a Theme,
    /// Which version.
    pub(super) variant: &'a Variant,
    /// Its words.
    pub(super) words: Words<'a>,
    /// What its texts are made with.
    pub(super) tools: &'a Tools,
    /// The order of the alphabet.
    pub(super) order: &'a Order,
}

/// What is made once for all texts of an edition.
pub(super) struct Tools {
    /// Colours of code.
    pub(super) highlighter: Highlighter,
    /// Terms of the glossary, explained where a page first uses them.
    pub(super) terms: Terms,
    /// Words of the interface that texts need.
    pub(super) words: markdown::Words,
    /// The documents of each collection in their order, found when a list first asks for it.
    ordered: OnceLock<Ordered>,
    /// The menu, made when it is first asked for.
    menu: OnceLock<Vec<View>>,
    /// Stands for what the texts of any page may be made with: the glossary.
    pub(super) mark: u64,
}

impl Tools {
    /// The tools of the edition of a variant.
    pub(super) fn new(site: &Site, theme: &Theme, variant: &Variant) -> Self {
        let texts = &theme.interface(variant.interface()).texts;
        let text = |key: &str| texts.get(key, &[]).unwrap_or_default();
        let words = markdown::Words {
            table: text("table"),
            footnotes: text("footnotes"),
            back: text("footnote-back"),
            done: text("task-done"),
            not_done: text("task-open"),
            alerts: ["alert-note", "alert-tip", "alert-important", "alert-warning", "alert-caution"].map(text),
        };
        let terms = terms(site, variant);
        let told: Vec<_> = terms.iter().map(|term| (&term.word, &term.url, &term.explanation)).collect();
        Self {
            highlighter: Highlighter::new(),
            mark: mark(&told),
            terms: Terms::new(terms),
            words,
            ordered: OnceLock::new(),
            menu: OnceLock::new(),
        }
    }
}

/// The terms of the glossary with the short version or the beginning of the explanation. Only Swedish texts have them:
/// a Swedish explanation in the middle of English would help nobody.
fn terms(site: &Site, variant: &Variant) -> Vec<Term> {
    if variant.language() != "sv" {
        return Vec::new();
    }
    let mut terms = Vec::new();
    for (_, document) in site.with_role(Role::Glossary) {
        let explanation = document.fields.text("fullständigt").filter(|text| !text.is_empty());
        let explanation = explanation.or_else(|| document.fields.text("kortversion")).map(str::to_owned);
        let explanation = explanation.or_else(|| document.fields.text("förklaring").map(plain)).unwrap_or_default();
        let url = format!("{}{}", site.settings.base_path(), document.address.path());
        terms.push(Term { word: document.title().to_owned(), url, explanation });
    }
    terms
}

impl<'a> Edition<'a> {
    /// The edition of a variant.
    pub(super) fn new(
        (site, theme): (&'a Site, &'a Theme),
        variant: &'a Variant,
        tools: &'a Tools,
        order: &'a Order,
    ) -> Self {
        let language = variant.interface();
        let words = Words { texts: &theme.interface(language).texts, language };
        Self { site: Seen::whole(site), theme, variant, words, tools, order }
    }

    /// The documents of each collection in their order, for plans; who draws a page notes the order of a list that it reads.
    pub(super) fn ordered(&self) -> &'a Ordered {
        self.tools.ordered.get_or_init(|| self.site.in_order(self.variant, self.order))
    }

    /// The menu of all pages, which is part of what they share.
    pub(super) fn menu(&self, make: impl FnOnce(Self) -> Vec<View>) -> &'a [View] {
        self.tools.menu.get_or_init(|| make(Self { site: self.site.silent(), ..*self }))
    }

    /// The place of a document in the list of its collection.
    pub(super) fn place(&self, index: DocumentIndex) -> u32 {
        self.site.note_order_of(index);
        self.ordered().place(index)
    }

    /// The texts of the interface as templates see them.
    pub(super) fn interface(&self) -> &'a Interface {
        self.theme.interface(self.words.language)
    }

    /// The language tag of its content.
    pub(super) fn language(&self) -> &'a str {
        self.variant.language()
    }

    /// A path of the site with the path of `base_url` before it.
    pub(super) fn path(&self, path: &str) -> String {
        format!("{}{path}", self.site.settings.base_path())
    }

    /// The address of one of the engine's own pages, which exist once, in Swedish.
    pub(super) fn page(&self, path: &str) -> String {
        self.path(Address::new(&Variant::Original, path).path())
    }

    /// The version of a document that this edition shows: its own where there is one, else the original.
    pub(super) fn shown(&self, index: DocumentIndex) -> &'a Document {
        self.site.shown(index, self.variant)
    }

    /// Its Markdown.
    pub(super) fn body(&self, index: DocumentIndex) -> &'a str {
        self.site.body(self.shown(index))
    }

    /// The version that this edition shows, where no more than its title, address and language is read of it.
    fn named_only(&self, index: DocumentIndex) -> &'a Document {
        self.site.named_only(index, self.variant)
    }

    /// The address of a document in this edition, with a part.
    pub(super) fn url(&self, index: DocumentIndex, part: Option<&str>) -> String {
        let path = self.path(self.named_only(index).address.path());
        match part {
            Some(part) => format!("{path}#{part}"),
            None => path,
        }
    }

    /// The title of a document in this edition.
    pub(super) fn title(&self, index: DocumentIndex) -> &'a str {
        self.named_only(index).title()
    }

    /// The language of a document's words where it is not that of the edition.
    pub(super) fn foreign(&self, index: DocumentIndex) -> Option<&'a str> {
        let language = self.named_only(index).variant.language();
        (language != self.language()).then_some(language)
    }

    /// `{title, url}` of a document, or of a part of one: the part's own heading, then where it stands.
    pub(super) fn link(&self, index: DocumentIndex, part: Option<&str>) -> View {
        let title = self.title(index);
        let heading = part.and_then(|part| self.part_heading(index, part));
        let title = heading.map_or_else(|| title.to_owned(), |heading| format!("{heading} ({title})"));
        view!({ "title": title, "url": self.url(index, part), "lang": self.foreign(index) })
    }

    /// The heading of a part with an id, where it has one.
    fn part_heading(&self, index: DocumentIndex, part: &str) -> Option<String> {
        let fields = self.fields(index);
        let lists = fields.iter().filter_map(|(_, value)| match value {
            FieldValue::List(items) => Some(items),
            _ => None,
        });
        let mut items = lists.flatten().filter_map(FieldValue::as_group);
        items.find(|item| item.text("id") == Some(part))?.text("rubrik").map(str::to_owned)
    }

    /// The fields of a document with the words of this edition over those of the original.
    pub(super) fn fields(&self, index: DocumentIndex) -> Cow<'a, Fields> {
        let original = self.site.document(index);
        let shown = self.shown(index);
        if shown.is_original() {
            Cow::Borrowed(&original.fields)
        } else {
            Cow::Owned(original.fields.overlaid(&shown.fields))
        }
    }

    /// What a reference of a document points at.
    pub(super) fn resolve<'r>(&self, document: &Document, reference: &'r Reference) -> Option<Target<'r>> {
        self.site.resolve(reference, document.scope.as_deref())
    }

    /// `{title, url}` of a reference; the words as written and no address where the target is not published.
    pub(super) fn reference_link(&self, document: &Document, reference: &Reference) -> View {
        match self.resolve(document, reference) {
            Some(target) => self.link(target.document, target.part),
            None => view!({ "title": &reference.path, "url": null, "lang": null }),
        }
    }

    /// The link of a field that holds one reference.
    pub(super) fn field_link(&self, document: &Document, fields: &Fields, key: &str) -> View {
        fields.references(key).next().map_or(View::Null, |reference| self.reference_link(document, reference))
    }

    /// The link of a source; where it is unknown, just that.
    pub(super) fn source_link(&self, document: &Document, fields: &Fields) -> View {
        match self.field_link(document, fields, "källa") {
            View::Null => view!({ "title": self.words.text("missing", &[]), "url": null, "lang": null }),
            link => link,
        }
    }

    /// The links of a field that holds references.
    pub(super) fn field_links(&self, document: &Document, fields: &Fields, key: &str) -> Vec<View> {
        fields.references(key).map(|reference| self.reference_link(document, reference)).collect()
    }

    /// The documents that a field points at.
    pub(super) fn targets(&self, document: &Document, fields: &Fields, key: &str) -> Vec<DocumentIndex> {
        let found = fields.references(key).filter_map(|reference| self.resolve(document, reference));
        found.map(|target| target.document).collect()
    }

    /// The label of a declared choice.
    pub(super) fn choice(&self, document: &Document, field: &str, key: &str) -> String {
        let declared = self.site.collection_of(document).field(field);
        declared.map_or_else(|| key.to_owned(), |declared| declared.choice_label(key, self.words.language).to_owned())
    }

    /// `{iso, text}` of a date field.
    pub(super) fn date(&self, fields: &Fields, key: &str) -> View {
        match fields.get(key) {
            Some(FieldValue::Date(date)) => self.words.date_view(*date),
            _ => View::Null,
        }
    }
}
