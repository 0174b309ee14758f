//! Pieces of pages that stand on several: a card in the lists of a whole site and of a municipality and of each filter, a
//! commitment on the boards, a header. Pages that are drawn one after another share theirs.

use super::{
    edition::Edition,
    reads::{Numbering, Reads},
};
use crate::{
    model::DocumentIndex,
    theme::{Fault, Shared, View},
};
use rustc_hash::FxHashMap;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// How many pieces are kept; when there are more, all go, and are made again where they are needed.
const MOST: usize = 4096;

/// A component of the theme that draws pieces, and the number of what it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Of {
    /// A document in a list.
    ListItem(DocumentIndex),
    /// A commitment on the board, by its place there.
    BoardItem(u32),
    /// The header of pages, by the mark of what it shows of them.
    PageHeader(u64),
}

impl Of {
    /// The name of the component in the theme.
    fn component(self) -> &'static str {
        match self {
            Self::ListItem(_) => "list_item",
            Self::BoardItem(_) => "board_item",
            Self::PageHeader(_) => "page_header",
        }
    }
}

/// The pieces of some pages of an edition.
#[derive(Default)]
pub(super) struct Pieces<'a> {
    /// What they are drawn with; without it there are none, and pages get what pieces would be drawn from.
    shared: Option<&'a Shared>,
    reads: Reads,
    known: RefCell<FxHashMap<Of, Noted>>,
    fault: Cell<Option<Fault>>,
}

/// A piece with the numbers of what was read for it.
#[derive(Clone)]
struct Noted {
    drawn: View,
    reads: Rc<[u32]>,
}

impl<'a> Pieces<'a> {
    /// No pieces yet.
    pub(super) fn new(shared: &'a Shared, numbering: Numbering) -> Self {
        Self { shared: Some(shared), reads: Reads::new(numbering), ..Self::default() }
    }

    /// A piece, made of a view where there is none yet; `None` where the template does not take it, since it does not call
    /// the component. What was read for it is noted for the page as well.
    pub(super) fn piece(
        &self,
        edition: Edition<'_>,
        (template, of): (&str, Of),
        make: impl FnOnce(Edition<'_>) -> View,
    ) -> Option<View> {
        let shared = self.shared.filter(|_| edition.theme.calls(template, of.component()))?;
        let known = self.known.borrow().get(&of).cloned();
        let noted = match known {
            Some(noted) => noted,
            None => {
                let view = make(Edition { site: edition.site.noting(&self.reads), ..edition });
                let reads = self.reads.take().into();
                match edition.theme.component(of.component(), shared, &view) {
                    Ok(drawn) => self.keep(of, Noted { drawn, reads }),
                    Err(fault) => {
                        self.fault.set(Some(fault));
                        return None;
                    }
                }
            }
        };
        edition.site.note_all(&noted.reads);
        Some(noted.drawn)
    }

    /// What the theme's component said of a piece that could not be drawn.
    pub(super) fn fault(&self) -> Option<Fault> {
        self.fault.take()
    }

    fn keep(&self, of: Of, noted: Noted) -> Noted {
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(of, noted.clone());
        noted
    }
}
