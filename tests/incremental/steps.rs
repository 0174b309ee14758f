//! What can happen to a site between two builds.

use proptest::{prelude::*, sample::Index};

/// One thing that happens. Which file it happens to is drawn among those that are there then.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// Something changes in the sources.
    Edit(Edit, Index, Index),
    /// The sources become what they were after an earlier step.
    Revert(Index),
    /// All files are written again as they are.
    Touch,
    /// Somebody changes or removes a file of the outputs by hand.
    Tamper(Tamper, Index),
    /// Something happens to what a build has left in a file.
    Cache(Cache, Index),
}

/// A change of the sources.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Edit {
    Body,
    Title,
    Summary,
    Status,
    Log,
    Add,
    Rename,
    Delete,
    AddVariant,
    ChangeVariant,
    DeleteVariant,
    AddScope,
    Term,
    Declare,
    DeclareFacet,
    DeclareOrder,
    DeclareLabel,
    SwapDeclarations,
    ShownByAll,
    ShownByOne,
    InterfaceText,
    Style,
    SiteTitle,
    Colour,
    Versions,
    BaseUrl,
    File,
    AddFile,
    SearchWords,
    NextDay,
    NextYear,
    YearBefore,
    Drafts,
    Break,
}

/// What is done to an output.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tamper {
    Change,
    Turn,
    Remove,
}

/// What is done to the file beside the output folder.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cache {
    Remove,
    Damage,
    OfAnotherSite,
    OfAnEarlierBuild,
}

fn edit() -> impl Strategy<Value = Edit> {
    use Edit as E;
    prop_oneof![
        8 => prop::sample::select(vec![E::Body, E::Title, E::Summary, E::Status, E::Log]),
        6 => prop::sample::select(vec![E::Add, E::Rename, E::Delete, E::AddScope]),
        3 => prop::sample::select(vec![E::AddVariant, E::ChangeVariant, E::DeleteVariant]),
        4 => prop::sample::select(vec![
            E::Term, E::Declare, E::DeclareFacet, E::DeclareOrder, E::DeclareLabel, E::SwapDeclarations
        ]),
        3 => prop::sample::select(vec![E::ShownByAll, E::ShownByOne, E::InterfaceText, E::Style]),
        3 => prop::sample::select(vec![E::SiteTitle, E::Colour, E::Versions, E::BaseUrl]),
        3 => prop::sample::select(vec![E::File, E::AddFile, E::SearchWords]),
        3 => prop::sample::select(vec![E::NextDay, E::NextYear, E::YearBefore, E::Drafts]),
        1 => Just(E::Break),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let tamper = prop::sample::select(vec![Tamper::Change, Tamper::Turn, Tamper::Remove]);
    let cache = vec![Cache::Remove, Cache::Damage, Cache::OfAnotherSite, Cache::OfAnEarlierBuild];
    prop_oneof![
        16 => (edit(), any::<Index>(), any::<Index>()).prop_map(|(edit, a, b)| Step::Edit(edit, a, b)),
        2 => any::<Index>().prop_map(Step::Revert),
        1 => Just(Step::Touch),
        2 => (tamper, any::<Index>()).prop_map(|(tamper, which)| Step::Tamper(tamper, which)),
        2 => (prop::sample::select(cache), any::<Index>()).prop_map(|(cache, which)| Step::Cache(cache, which)),
    ]
}

/// What happens to a site in its life.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 4..=8)
}
