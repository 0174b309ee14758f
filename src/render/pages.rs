//! Which pages a site has, and what each of them shows. A plan is cheap; the page is made when it is drawn.

pub(super) mod board;
pub(super) mod documents;
mod facet;
mod gathered;
pub(super) mod home;
pub(super) mod lists;
mod paging;
pub(super) mod registers;
pub(super) mod statements;

use super::{
    edition::Edition,
    marks::{Marks, mark},
    own::OWN,
    pieces::Pieces,
    view::frame::Page,
};
use crate::model::{Address, DocumentIndex, Variant};
use crate::theme::{View, view};
use gathered::{Gathered, Gathering};
use lists::ListPlan;
use registers::{
    RegisterPlan,
    changes::{self, Told},
};

/// The path of the accessibility statement.
const ACCESSIBILITY: &str = "tillganglighet";

/// A page to be made.
pub(super) struct Plan<'a> {
    /// The edition.
    pub(super) edition: &'a Edition<'a>,
    /// Where it stands.
    pub(super) address: Address,
    /// What it shows.
    pub(super) subject: Subject<'a>,
}

/// What a page shows.
pub(super) enum Subject<'a> {
    /// The home page, a scope, a document or a loose page, with what it tells of others.
    Document(DocumentIndex, Gathered),
    /// A list of a collection.
    List(ListPlan),
    /// The state of commitments, all or those of one filter.
    Board(board::BoardPlan<'a>),
    /// Everything that a list or the board can be narrowed to.
    Values(Box<facet::ValuesPlan>),
    /// A register over all documents.
    Register(RegisterPlan),
    /// The accessibility statement, with the files that are not accessible.
    Accessibility(Vec<statements::File>),
    /// What is kept of those who visit.
    Privacy,
    /// Another address of a document.
    Redirect(DocumentIndex),
    /// What a server answers with for an address that it does not know.
    NotFound,
}

impl Plan<'_> {
    /// The file that answers to its address.
    pub(super) fn file(&self) -> String {
        match self.subject {
            Subject::NotFound => "404.html".to_owned(),
            _ => self.address.file(),
        }
    }

    /// Its place in the order of drawing: pages that show the same things stand close to each other, so that pieces of them
    /// are at hand. A list and its filters are drawn along each other; all else in the order of planning.
    pub(super) fn turn(&self) -> (usize, u32) {
        match &self.subject {
            Subject::List(list) => list.turn(*self.edition),
            Subject::Board(board) => board.turn(),
            _ => (0, 0),
        }
    }
}

/// Pages with their addresses, while they are planned.
type Planned<'a> = Vec<(Address, Subject<'a>)>;

/// Every page of an edition.
pub(super) fn plan<'a>(of: &'a Edition<'a>) -> Vec<Plan<'a>> {
    let edition = *of;
    let changes = changes::changes(edition);
    let (documents, (lists, own)) = rayon::join(
        || document_pages(edition, &changes),
        || rayon::join(|| list_pages(edition), || own_pages(edition, &changes)),
    );
    let planned = documents.into_iter().chain(lists).chain(own);
    planned.map(|(address, subject)| Plan { edition: of, address, subject }).collect()
}

fn document_pages<'a>(edition: Edition<'a>, changes: &[Told]) -> Planned<'a> {
    let mut gathering = Gathering::new(edition, changes);
    let versions = edition.site.originals().filter_map(|(index, _)| {
        let shown = edition.site.variant_of(index, edition.variant)?;
        Some((edition.site.document(shown).address.clone(), Subject::Document(index, gathering.of(index))))
    });
    versions.collect()
}

fn list_pages(edition: Edition<'_>) -> Planned<'_> {
    let (lists, values) = lists::plan(edition);
    let lists = lists.into_iter().map(|list| (list.address(), Subject::List(list)));
    lists.chain(all_values(values)).collect()
}

/// The engine's own pages, which exist once.
fn own_pages<'a>(edition: Edition<'a>, changes: &[Told]) -> Planned<'a> {
    let mut planned = Planned::new();
    if *edition.variant != Variant::Original {
        return planned;
    }
    for (path, _) in OWN {
        let address = Address::new(edition.variant, path);
        match registers::plan(edition, path, changes) {
            Some(pages) => planned.extend(pages.into_iter().map(|(address, page)| (address, Subject::Register(page)))),
            None if path == ACCESSIBILITY => {
                planned.push((address, Subject::Accessibility(statements::inaccessible(edition))));
            }
            None => planned.push((address, Subject::Privacy)),
        }
    }
    let (boards, values) = board::plan(edition);
    planned.extend(boards.into_iter().map(|board| (board.address(), Subject::Board(board))));
    planned.extend(all_values(values));
    planned.extend(redirects(edition).into_iter().map(|(address, index)| (address, Subject::Redirect(index))));
    planned.push((Address::new(edition.variant, "404"), Subject::NotFound));
    planned
}

fn all_values<'a>(values: Vec<(Address, facet::ValuesPlan)>) -> impl Iterator<Item = (Address, Subject<'a>)> {
    values.into_iter().map(|(address, values)| (address, Subject::Values(values.into())))
}

/// The page of a document in an edition that has it.
pub(super) fn document<'a>(of: &'a Edition<'a>, index: DocumentIndex) -> Plan<'a> {
    let edition = *of;
    let address = edition.shown(index).address.clone();
    let changes = if gathered::gathers(edition, index) { changes::changes(edition) } else { Vec::new() };
    let gathered = Gathering::new(edition, &changes).of(index);
    Plan { edition: of, address, subject: Subject::Document(index, gathered) }
}

/// Short and earlier addresses.
fn redirects(edition: Edition<'_>) -> Vec<(Address, DocumentIndex)> {
    let mut found = Vec::new();
    for (index, document) in edition.site.originals() {
        let earlier = document.fields.groups("tidigare").filter_map(|fields| fields.text("text"));
        for path in document.fields.text("kort").into_iter().chain(earlier) {
            found.push((Address::new(&Variant::Original, path), index));
        }
    }
    found
}

/// Stands for what was planned for a page: with what is read while it is made, that is all that it is made of.
pub(super) fn identity(plan: &Plan<'_>, marks: &Marks) -> u64 {
    match &plan.subject {
        Subject::Document(index, gathered) => mark(&("document", marks.document(*index), gathered.identity(marks))),
        Subject::List(list) => mark(&("list", list.identity(marks))),
        Subject::Board(board) => mark(&("board", board.identity(marks))),
        Subject::Values(values) => mark(&("values", values.identity(marks))),
        Subject::Register(register) => mark(&("register", register.identity(marks))),
        Subject::Accessibility(files) => {
            let files: Vec<_> = files.iter().map(|(index, place)| (marks.document(*index), place)).collect();
            mark(&(ACCESSIBILITY, files))
        }
        Subject::Privacy => mark("privacy"),
        Subject::Redirect(index) => mark(&("redirect", marks.document(*index))),
        Subject::NotFound => mark("not found"),
    }
}

/// Makes a page.
pub(super) fn page(plan: &Plan<'_>, edition: Edition<'_>, pieces: &Pieces<'_>) -> Page {
    let address = plan.address.clone();
    match &plan.subject {
        Subject::Document(index, gathered) => documents::page(edition, address, (*index, gathered)),
        Subject::List(list) => lists::page(edition, address, (list, pieces)),
        Subject::Board(plan) => board::page(edition, address, (plan, pieces)),
        Subject::Values(plan) => facet::page(edition, address, plan),
        Subject::Register(plan) => registers::page(edition, address, plan),
        Subject::Accessibility(files) => {
            let mut page = own_page(edition, address, ACCESSIBILITY);
            page.content = view!({ "text": statements::accessibility(edition, files) });
            page
        }
        Subject::Privacy => {
            let mut page = own_page(edition, address, "integritet");
            page.content = view!({ "text": statements::privacy(edition) });
            page
        }
        Subject::Redirect(index) => {
            let mut page = Page::new(address, "redirect.html", edition.title(*index).to_owned());
            let canonical = format!("{}{}", edition.site.settings.base_url(), edition.shown(*index).address.path());
            page.content = view!({ "redirect": edition.link(*index, None) });
            page.content["redirect"]["canonical"] = view!(canonical);
            page
        }
        Subject::NotFound => {
            let mut page = Page::new(address, "404.html", edition.words.text("title-not-found", &[]));
            page.description = Some(edition.words.text("not-found-lead", &[]));
            page.content = view!({ "text": { "html": "", "toc": [] } });
            page
        }
    }
}

/// One of the engine's own pages, before what it holds.
fn own_page(edition: Edition<'_>, address: Address, path: &'static str) -> Page {
    let key = OWN.iter().find(|(own, _)| *own == path).map_or("title-az", |(_, key)| key);
    let template = match path {
        "sok" => "az.html",
        "nytt" => "changes.html",
        "saknas" => "missing.html",
        "fel-i-kallor" => "errors.html",
        "slutsatser" => "findings.html",
        "sa-bedoms-laget" => "states.html",
        _ => "text.html",
    };
    let mut page = Page::new(address, template, edition.words.text(key, &[]));
    page.kind = Some(path.to_owned());
    page.crumbs = home_crumb(edition);
    page.description = edition.words.texts.get(&format!("{key}-lead"), &[]);
    page
}

/// The way from home that every page but home has.
pub(super) fn home_crumb(edition: Edition<'_>) -> Vec<View> {
    let title = edition.words.text("title-home", &[]);
    let url = edition.site.home().map_or_else(|| edition.page(""), |home| edition.url(home, None));
    vec![view!({ "title": title, "url": url })]
}
