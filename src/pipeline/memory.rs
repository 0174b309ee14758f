//! What one build leaves for the next: kept in memory by who builds again and again, and in a file between two runs.
//! It never changes what comes out, only how soon.

use super::Outcome;
use crate::{
    cache::{Cache, Leaving},
    check,
    diagnostic::Diagnostic,
    load, render,
    theme::Theme,
    write,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::path::{Path, PathBuf};

/// What one build leaves for the next.
#[derive(Default)]
pub struct Memory {
    /// The output folder that it is left beside.
    out: Option<PathBuf>,
    cache: Cache,
    load: Part<load::Remembered>,
    check: Part<check::Remembered>,
    render: Part<render::Remembered>,
    write: Part<write::Remembered>,
    /// The theme, which is never left in a file.
    theme: Option<Theme>,
    settled: Part<Option<Settled>>,
    /// Whether only one build takes from it while this program runs: what later ones would check is not kept.
    pub(super) is_for_one_build: bool,
    /// Whether all of it is as it was when it was read.
    pub(super) is_as_left: bool,
}

/// One room's part, which is read from the cache when it is asked for.
#[derive(Debug, Default)]
enum Part<T> {
    #[default]
    Cached,
    Known(T),
}

impl<T: DeserializeOwned + Default> Part<T> {
    fn take(&mut self, cache: &mut Cache, name: &str) -> T {
        match std::mem::replace(self, Self::Known(T::default())) {
            Self::Cached => cache.part(name),
            Self::Known(part) => part,
        }
    }
}

/// What the last build told of a site that it found nothing wrong with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Settled {
    /// Stands for everything that the outputs are made of.
    of: u64,
    /// How many documents there were.
    pub(super) documents: usize,
    /// What was to be told.
    pub(super) told: Vec<Diagnostic>,
}

impl Settled {
    /// What a build has told before it writes; `None` where that would not be the same once it has been kept.
    pub(super) fn new(of: u64, outcome: &Outcome) -> Option<Self> {
        let told = &outcome.diagnostics;
        let can_be_kept = told.iter().all(Diagnostic::can_be_kept);
        can_be_kept.then(|| Self { of, documents: outcome.documents, told: told.clone() })
    }
}

impl Memory {
    /// What the last build that wrote to `out` has left; nothing where it left nothing that can be used.
    pub fn read(out: &Path) -> Self {
        let cache = write::cache_path(out).as_deref().map(Cache::read).unwrap_or_default();
        Self { out: Some(out.to_owned()), cache, ..Self::default() }
    }

    /// The same for one build, after which it is left.
    pub(super) fn for_one_build(self) -> Self {
        Self { is_for_one_build: true, ..self }
    }

    /// What loading left.
    pub(super) fn take_load(&mut self) -> load::Remembered {
        self.load.take(&mut self.cache, "load")
    }

    /// What checking left.
    pub(super) fn take_check(&mut self) -> check::Remembered {
        self.check.take(&mut self.cache, "check")
    }

    /// What rendering left.
    pub(super) fn take_render(&mut self) -> render::Remembered {
        self.render.take(&mut self.cache, "render")
    }

    /// What writing left. What was told belongs to it, and is forgotten until it is told again.
    pub(super) fn take_write(&mut self) -> write::Remembered {
        self.settled = Part::Known(None);
        self.write.take(&mut self.cache, "write")
    }

    /// What the last build told, if the outputs were made of the same.
    pub(super) fn settled(&mut self, of: u64) -> Option<Settled> {
        let settled = self.settled.take(&mut self.cache, "settled").filter(|settled| settled.of == of);
        self.settled = Part::Known(settled.clone());
        settled
    }

    /// The theme of the build before.
    pub(super) fn take_theme(&mut self) -> Option<Theme> {
        self.theme.take()
    }

    /// Remembers the theme.
    pub(super) fn keep_theme(&mut self, theme: Theme) {
        self.theme = Some(theme);
    }

    /// Remembers what loading left.
    pub(super) fn keep_load(&mut self, load: load::Remembered) {
        self.load = Part::Known(load);
    }

    /// Remembers what checking left.
    pub(super) fn keep_check(&mut self, check: check::Remembered) {
        self.check = Part::Known(check);
    }

    /// Remembers what rendering left.
    pub(super) fn keep_render(&mut self, render: render::Remembered) {
        self.render = Part::Known(render);
    }

    /// Remembers what writing left.
    pub(super) fn keep_write(&mut self, write: write::Remembered) {
        self.write = Part::Known(write);
    }

    /// Remembers what was told of what has been written.
    pub(super) fn settle(&mut self, settled: Option<Settled>) {
        self.settled = Part::Known(settled);
    }

    /// Leaves it for a later run. Each part is let go when it has been written.
    pub fn leave(mut self) {
        // The folder that it lies in may be one that this build has made.
        let Some(path) = self.out.take().as_deref().and_then(write::cache_path) else { return };
        drop(self.theme.take());
        // Where it cannot be written, the next build is as slow as this one, and that is all.
        let _ = Leaving::write(&path, |leaving| {
            let cache = &mut self.cache;
            let load = self.load.take(cache, "load");
            leaving.part("load", &load)?;
            // Nothing large is made any more, and to give back each of its many pieces takes longer than to end.
            std::mem::forget(load);
            leaving.part("check", &self.check.take(cache, "check"))?;
            leaving.part("render", &self.render.take(cache, "render"))?;
            leaving.part("write", &self.write.take(cache, "write"))?;
            leaving.part("settled", &self.settled.take(cache, "settled"))?;
            // A file that is open cannot be replaced on all systems.
            *cache = Cache::default();
            Ok(())
        });
    }
}
