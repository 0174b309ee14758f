//! Draws pages, and keeps those that would come out the same.

use super::{
    Output, Sink,
    edition::Edition,
    marks::Marks,
    pages::{self, Plan},
    reads::Reads,
    remembered::{Cause, Known, Past},
    view,
};
use crate::{
    diagnostic::Diagnostic,
    model::Variant,
    theme::{Fault, Shared},
};

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

impl Easel<'_> {
    /// Keeps a page, or draws it.
    ///
    /// # Errors
    /// What the template engine says of a template that fails.
    pub(super) fn page<S: Sink>(&self, plan: &Plan<'_>, sink: &S) -> Result<Drawn<S::Taken>, Diagnostic> {
        let frame = self.frames.iter().find(|frame| frame.variant == plan.edition.variant);
        let frame = frame.expect("every plan is of one of the editions");
        let identity = pages::identity(plan, self.marks);
        let theme = plan.edition.theme;
        let cause = |name| Cause { shared: frame.mark, template: theme.mark(name), plan: identity, name };
        if let Some(known) = self.past.page(&plan.file)
            && let Some(known) = self.past.same(known, &cause(known.template()), self.marks)
            && let Some(kept) = sink.keep(&plan.file)
        {
            return Ok((kept, plan.file.as_str().into(), known));
        }
        let reads = Reads::new(self.marks.numbering);
        let mut edition = plan.edition;
        edition.site = edition.site.noting(&reads);
        let (template, drawn) = draw(plan, edition, &frame.shared);
        match drawn {
            Ok(html) => {
                let known = Known::new(&cause(&template), reads.numbers(), self.marks);
                let output = Output { path: plan.file.clone(), bytes: html };
                Ok((sink.take(output), plan.file.as_str().into(), known))
            }
            Err(fault) => {
                let theme = plan.edition.site.settings.fields.text("tema").unwrap_or("insyn");
                Err(fault.failed(theme, plan.address.path()))
            }
        }
    }
}

/// Draws the page of a plan in its edition; the name of its template, and what came of it.
pub(super) fn draw(plan: &Plan<'_>, edition: Edition<'_>, shared: &Shared) -> (String, Result<Vec<u8>, Fault>) {
    let page = pages::page(plan, edition);
    let template = page.template.clone();
    let html = edition.theme.draw(&template, shared, view::frame::own(edition, page));
    (template, html)
}
