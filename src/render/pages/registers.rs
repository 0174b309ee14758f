//! Registers over all documents: A–Ö, changes, what is missing, errors in sources, findings, how states are decided.
//! What each page of them holds is decided when pages are planned.

mod az;
pub(super) mod changes;
mod errors;
mod findings;
pub(super) mod missing;

use super::paging::Numbered;
use crate::theme::{View, view};
use crate::{
    model::{Address, DocumentIndex, Status, ValidityState, Variant},
    render::{
        edition::Edition,
        marks::{Marks, mark},
        view::{frame::Page, state},
    },
};
use changes::Told;

/// A page of a register.
pub(in crate::render) struct RegisterPlan {
    path: &'static str,
    register: Register,
}

impl RegisterPlan {
    /// Stands for everything that the plan says.
    pub(super) fn identity(&self, marks: &Marks) -> u64 {
        let register = match &self.register {
            Register::Az(plan) => plan.identity(marks),
            Register::Changes(page) => page.identity(|told| told.identity(marks)),
            Register::Missing(count, page) => mark(&(count, page.identity(|index| marks.document(*index)))),
            Register::Errors(page) => page.identity(|(index, place)| mark(&(marks.document(*index), place))),
            Register::Findings(plan) => plan.identity(marks),
            Register::States => 0,
        };
        mark(&(self.path, register))
    }
}

/// What stands on a page of a register.
enum Register {
    Az(az::AzPlan),
    Changes(Numbered<Told>),
    Missing(usize, Numbered<DocumentIndex>),
    Errors(Numbered<errors::Place>),
    Findings(findings::FindingsPlan),
    States,
}

/// Every page of the register of a path; `None` where there is none.
pub(super) fn plan(edition: Edition<'_>, path: &'static str, changes: &[Told]) -> Option<Vec<(Address, RegisterPlan)>> {
    let base = Address::new(&Variant::Original, path);
    let pages: Vec<(Address, Register)> = match path {
        "sok" => az::plan(edition, &base).into_iter().map(|plan| (plan.address(), Register::Az(plan))).collect(),
        "nytt" => numbered(Numbered::all(&base, changes, changes::PER_PAGE), Register::Changes),
        "saknas" => {
            let (count, found) = missing::missing(edition);
            numbered(Numbered::all(&base, found, missing::PER_PAGE), |page| Register::Missing(count, page))
        }
        "fel-i-kallor" => numbered(Numbered::all(&base, errors::errors(edition), errors::PER_PAGE), Register::Errors),
        "slutsatser" => findings::plan(edition, &base).map(|plan| (plan.address(), Register::Findings(plan))).collect(),
        "sa-bedoms-laget" => vec![(base, Register::States)],
        _ => return None,
    };
    Some(pages.into_iter().map(|(address, register)| (address, RegisterPlan { path, register })).collect())
}

fn numbered<T>(pages: Vec<Numbered<T>>, register: impl Fn(Numbered<T>) -> Register) -> Vec<(Address, Register)> {
    pages.into_iter().map(|page| (page.address(), register(page))).collect()
}

/// A page of a register.
pub(super) fn page(edition: Edition<'_>, address: Address, plan: &RegisterPlan) -> Page {
    let mut page = super::own_page(edition, address, plan.path);
    let whole = view!({ "title": &page.heading, "url": edition.page(plan.path) });
    page.heading = plan.register.heading(edition, std::mem::take(&mut page.heading));
    if !plan.register.is_first() {
        page.crumbs.push(whole);
    }
    page.content = match &plan.register {
        Register::Az(plan) => {
            if !plan.is_first() {
                page.template = "letter.html".into();
                page.description = None;
            }
            view!({ "az": az::view(edition, plan) })
        }
        Register::Changes(page) => {
            let items: Vec<View> = page.here().iter().map(|told| changes::view(edition, told)).collect();
            view!({ "changes": { "items": items, "pages": page.links(edition) } })
        }
        Register::Missing(count, page) => {
            let groups: Vec<View> = page.here().iter().map(|index| missing::view(edition, *index)).collect();
            view!({ "missing": { "count": *count, "groups": groups, "pages": page.links(edition) } })
        }
        Register::Errors(page) => {
            view!({ "errors": { "items": errors::views(edition, page.here()), "pages": page.links(edition) } })
        }
        Register::Findings(plan) => view!({ "findings": findings::view(edition, plan) }),
        Register::States => view!({ "states": states(edition) }),
    };
    page
}

impl Register {
    fn heading(&self, edition: Edition<'_>, heading: String) -> String {
        match self {
            Self::Az(plan) => plan.heading(edition, heading),
            Self::Changes(page) => page.heading(edition, heading),
            Self::Missing(_, page) => page.heading(edition, heading),
            Self::Errors(page) => page.heading(edition, heading),
            Self::Findings(plan) => plan.page.heading(edition, heading),
            Self::States => heading,
        }
    }

    /// Whether it is the page that all others of the register lie below.
    fn is_first(&self) -> bool {
        match self {
            Self::Az(plan) => plan.is_first(),
            Self::Changes(page) => page.is_first(),
            Self::Missing(_, page) => page.is_first(),
            Self::Errors(page) => page.is_first(),
            Self::Findings(plan) => plan.page.is_first(),
            Self::States => true,
        }
    }
}

/// How each state and status is decided.
fn states(edition: Edition<'_>) -> View {
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
