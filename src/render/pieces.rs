//! Pieces of pages that stand on several: a card in the lists of a whole site and of a municipality and of each filter, a
//! commitment on the boards. What was made lately is kept, with what was read for it; it is made again where it is gone.

use super::edition::Edition;
use crate::{
    model::DocumentIndex,
    theme::{Piece, View},
};
use rustc_hash::FxHashMap;
use std::{
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// How many parts the store has, so that threads seldom wait for each other.
const SHARDS: u64 = 16;
/// How many pieces the younger half of a part holds. All together keep some 10 MB, whatever the size of the site.
const YOUNGER: usize = 256;

/// What a piece is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Of {
    /// A document.
    Document(DocumentIndex),
    /// A commitment, by its place on the board.
    Commitment(u32),
    /// A header, by the number of what it shows of its page.
    Header(u64),
}

/// A component of the theme that draws pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Component {
    /// A document in a list.
    ListItem,
    /// A commitment on the board.
    BoardItem,
    /// The header of a page.
    PageHeader,
}

impl Component {
    /// Its name in the theme.
    fn name(self) -> &'static str {
        match self {
            Self::ListItem => "list_item",
            Self::BoardItem => "board_item",
            Self::PageHeader => "page_header",
        }
    }
}

/// The pieces of an edition.
#[derive(Default)]
pub(super) struct Pieces {
    shards: [Mutex<Shard>; SHARDS as usize],
}

/// Pieces in two halves: when the younger is full, the older goes.
#[derive(Default)]
struct Shard {
    younger: FxHashMap<Of, Arc<Noted>>,
    older: FxHashMap<Of, Arc<Noted>>,
}

/// A piece with the numbers of what was read for it.
struct Noted {
    piece: Arc<Piece>,
    reads: Box<[u32]>,
}

impl Edition<'_> {
    /// What a page shows of something: a piece that others show too, where the template draws it with that component, else
    /// the view that the component would have been given.
    pub(super) fn piece(
        self,
        template: &str,
        (component, of): (Component, Of),
        make: impl Fn(Edition<'_>) -> View,
    ) -> View {
        if !self.theme.calls(template, component.name()) {
            return make(self);
        }
        let new = |view| Arc::new(Piece::new(component.name(), view));
        let Some(page) = self.site.reads() else { return new(make(self)).into() };
        let noted = self.tools.pieces.known(of).unwrap_or_else(|| {
            let reads = page.of_piece();
            let piece = new(make(Edition { site: self.site.noting(&reads), ..self }));
            self.tools.pieces.keep(of, Noted { piece, reads: reads.numbers().into() })
        });
        page.add(&noted.reads);
        noted.piece.clone().into()
    }
}

impl Pieces {
    fn shard(&self, of: Of) -> MutexGuard<'_, Shard> {
        let number = match of {
            Of::Document(DocumentIndex(number)) | Of::Commitment(number) => number.into(),
            Of::Header(number) => number,
        };
        self.shards[(number % SHARDS) as usize].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, of: Of) -> Option<Arc<Noted>> {
        let mut shard = self.shard(of);
        if let Some(noted) = shard.younger.get(&of) {
            return Some(noted.clone());
        }
        let noted = shard.older.remove(&of)?;
        shard.add(of, noted.clone());
        Some(noted)
    }

    fn keep(&self, of: Of, noted: Noted) -> Arc<Noted> {
        let noted = Arc::new(noted);
        self.shard(of).add(of, noted.clone());
        noted
    }
}

impl Shard {
    fn add(&mut self, of: Of, noted: Arc<Noted>) {
        if self.younger.len() >= YOUNGER {
            self.older = mem::take(&mut self.younger);
        }
        self.younger.insert(of, noted);
    }
}
