//! What one build leaves for the next: kept in memory by who builds again and again, and in a file between two runs.
//! It never changes what comes out, only how soon.

use crate::{
    cache::{Cache, Leaving},
    check, load, render,
    theme::Theme,
    write,
};
use serde::de::DeserializeOwned;
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
    /// What the outputs were made of, as `render::mark` tells.
    made_of: Part<Option<u64>>,
    /// Whether only one build takes from it while this program runs: what later ones would check is not kept.
    pub(super) is_for_one_build: bool,
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

/// What the stages after the checks have left.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) render: render::Remembered,
    pub(super) write: write::Remembered,
    pub(super) of: u64,
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

    /// Whether the last build left nothing that can be used, as far as has been looked.
    pub(super) fn is_empty(&self) -> bool {
        self.cache.is_empty()
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

    /// What writing left, and what the outputs were made of.
    pub(super) fn take_write(&mut self) -> (write::Remembered, Option<u64>) {
        (self.write.take(&mut self.cache, "write"), self.made_of.take(&mut self.cache, "made of"))
    }

    /// The theme of the build before.
    pub(super) fn take_theme(&mut self) -> Option<Theme> {
        self.theme.take()
    }

    /// Remembers the theme.
    pub(super) fn keep_theme(&mut self, theme: Theme) {
        self.theme = Some(theme);
    }

    /// Remembers what loading and checking left.
    pub(super) fn loaded(&mut self, load: load::Remembered, check: check::Remembered) {
        self.load = Part::Known(load);
        self.check = Part::Known(check);
    }

    /// Remembers that the outputs are what they were.
    pub(super) fn unchanged(&mut self, write: write::Remembered, of: u64) {
        self.write = Part::Known(write);
        self.made_of = Part::Known(Some(of));
    }

    /// Remembers what was made.
    pub(super) fn made(&mut self, made: Made) {
        self.render = Part::Known(made.render);
        self.unchanged(made.write, made.of);
    }

    /// Leaves it for a later run. Each part is let go when it has been written.
    pub fn leave(mut self) {
        // The folder that it lies in may be one that this build has made.
        let Some(path) = self.out.take().as_deref().and_then(write::cache_path) else { return };
        drop(self.theme.take());
        // Where it cannot be written, the next build is as slow as this one, and that is all.
        let _ = Leaving::write(&path, |leaving| {
            let cache = &mut self.cache;
            leaving.part("load", &self.load.take(cache, "load"))?;
            leaving.part("check", &self.check.take(cache, "check"))?;
            leaving.part("render", &self.render.take(cache, "render"))?;
            leaving.part("write", &self.write.take(cache, "write"))?;
            leaving.part("made of", &self.made_of.take(cache, "made of"))?;
            // A file that is open cannot be replaced on all systems.
            *cache = Cache::default();
            Ok(())
        });
    }
}
