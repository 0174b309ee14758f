//! Draws pages, and keeps those that would come out the same.

use super::{
    Output, Sink,
    edition::Edition,
    marks::Marks,
    pages::{self, Plan},
    pieces::Pieces,
    reads::Reads,
    remembered::{Cause, Known, Past},
    view,
};
use crate::{
    diagnostic::Diagnostic,
    model::Variant,
    theme::{Fault, Shared},
};
use rayon::prelude::*;

/// What pages are drawn with.
pub(super) struct Easel<'a> {
    /// What the pages of each edition share.
    pub(super) frames: Vec<Frame<'a>>,
    /// What the site says now.
    pub(super) marks: &'a Marks,
    /// What was drawn before.
    pub(super) past: Past,
}

/// What the pages of an edition share.
pub(super) struct Frame<'a> {
    /// The version.
    pub(super) variant: &'a Variant,
    /// The shared part of their views.
    pub(super) shared: Shared,
    /// Stands for it, and for everything else that is the same for all of them.
    pub(super) mark: u64,
}

/// A page that was drawn or kept: what the sink made of it, its path, and what it was made of.
pub(super) type Drawn<T> = (T, Box<str>, Known);

/// What one thread has at hand while it draws page after page.
struct Desk<'a> {
    reads: Reads,
    /// Of each edition.
    pieces: Vec<Pieces<'a>>,
}

/// How many pages are drawn at one desk: many enough to share pieces, few enough to keep all threads at work.
fn pages_to_a_desk(pages: usize) -> usize {
    (pages / (8 * rayon::current_num_threads())).clamp(16, 512)
}

impl Easel<'_> {
    /// A desk with nothing on it.
    fn desk(&self) -> Desk<'_> {
        let numbering = self.marks.numbering;
        let pieces = self.frames.iter().map(|frame| Pieces::new(&frame.shared, numbering)).collect();
        Desk { reads: Reads::new(numbering), pieces }
    }

    /// Keeps or draws pages, many at a time.
    pub(super) fn pages<S: Sink>(
        &self,
        plans: &[Plan<'_>],
        sink: &S,
    ) -> impl Iterator<Item = Result<Drawn<S::Taken>, Diagnostic>> + use<S> {
        let mut turns: Vec<&Plan<'_>> = plans.iter().collect();
        turns.sort_by_cached_key(|plan| plan.turn());
        let desks = turns.par_chunks(pages_to_a_desk(turns.len()));
        let drawn = desks.map(|turns| {
            let desk = self.desk();
            turns.iter().map(|plan| self.page(plan, &desk, sink)).collect::<Vec<_>>()
        });
        drawn.collect::<Vec<_>>().into_iter().flatten()
    }

    /// Keeps a page, or draws it.
    ///
    /// # Errors
    /// What the template engine says of a template that fails.
    fn page<S: Sink>(&self, plan: &Plan<'_>, desk: &Desk<'_>, sink: &S) -> Result<Drawn<S::Taken>, Diagnostic> {
        let place = self.frames.iter().position(|frame| frame.variant == plan.edition.variant);
        let place = place.expect("every plan is of one of the editions");
        let (frame, pieces) = (&self.frames[place], &desk.pieces[place]);
        let identity = pages::identity(plan, self.marks);
        let (theme, file) = (plan.edition.theme, plan.file());
        let cause = |name| Cause { shared: frame.mark, template: theme.mark(name), plan: identity, name };
        if let Some(known) = self.past.page(&file)
            && let Some(known) = self.past.same(known, &cause(known.template()), self.marks)
            && let Some(kept) = sink.keep(&file)
        {
            return Ok((kept, file.into(), known));
        }
        let mut edition = *plan.edition;
        edition.site = edition.site.noting(&desk.reads);
        let (template, drawn) = draw(plan, edition, (&frame.shared, pieces));
        let reads = desk.reads.take();
        match drawn {
            Ok(html) => {
                let known = Known::new(&cause(&template), reads, self.marks);
                let output = Output { path: file.clone(), bytes: html };
                Ok((sink.take(output), file.into(), known))
            }
            Err(fault) => Err(fault.failed(plan.edition.site.settings.theme(), plan.address.path())),
        }
    }
}

/// Draws the page of a plan in its edition; the name of its template, and what came of it.
pub(super) fn draw(
    plan: &Plan<'_>,
    edition: Edition<'_>,
    (shared, pieces): (&Shared, &Pieces<'_>),
) -> (String, Result<Vec<u8>, Fault>) {
    let page = pages::page(plan, edition, pieces);
    let template = page.template.clone();
    let own = view::frame::own(edition, page, pieces);
    let html = match pieces.fault() {
        Some(fault) => Err(fault),
        None => edition.theme.draw(&template, shared, &own),
    };
    (template, html)
}
