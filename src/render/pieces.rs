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

    fn shard(self) -> usize {
        let number = match self {
            Self::ListItem(DocumentIndex(number)) | Self::BoardItem(number) => number.into(),
            Self::PageHeader(mark) => mark,
        };
        (number % SHARDS) as usize
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
    /// A piece of a page that others show too, made of a view; `None` where the template does not take it, since it does not
    /// call the component.
    pub(super) fn piece(self, template: &str, of: Of, make: impl Fn(Edition<'_>) -> View) -> Option<View> {
        if !self.theme.calls(template, of.component()) {
            return None;
        }
        let new = |view| Arc::new(Piece::new(of.component(), view));
        let Some(page) = self.site.reads() else { return Some(new(make(self)).into()) };
        let noted = self.tools.pieces.known(of).unwrap_or_else(|| {
            let reads = page.of_piece();
            let piece = new(make(Edition { site: self.site.noting(&reads), ..self }));
            self.tools.pieces.keep(of, Noted { piece, reads: reads.numbers().into() })
        });
        page.add(&noted.reads);
        Some(noted.piece.clone().into())
    }
}

impl Pieces {
    fn shard(&self, of: Of) -> MutexGuard<'_, Shard> {
        self.shards[of.shard()].lock().unwrap_or_else(PoisonError::into_inner)
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
