//! One page of a generated site: where it stands, its fields and its text, before it is written as Markdown or HTML.
//! The same seed and number always give the same page.

use super::{
    Kind, Options,
    prose::{Prose, capital},
    rng::Rng,
    words::{Form, Words},
};

/// The collections: key, plural, singular.
pub(crate) const COLLECTIONS: [(&str, &str, &str); 5] = [
    ("trygghetsplaner", "Trygghetsplaner", "Trygghetsplan"),
    ("trygghetslagen", "Trygghetslägen", "Trygghetsläge"),
    ("trygghetsavtal", "Trygghetsavtal", "Trygghetsavtal"),
    ("trygghetsarbeten", "Trygghetsarbeten", "Trygghetsarbete"),
    ("trygghetsbrev", "Trygghetsbrev", "Trygghetsbrev"),
];
pub(crate) const STATES: [(&str, &str); 3] = [("planerad", "Planerad"), ("aktiv", "Aktiv"), ("avslutad", "Avslutad")];
pub(crate) const SUBJECTS: [&str; 10] = [
    "Trafik",
    "Narkotika",
    "Skadegörelse",
    "Inbrott",
    "Badplatser",
    "Skola",
    "Ungdomar",
    "Bostäder",
    "Samverkan",
    "Belysning",
];
pub(crate) const AUDIENCES: [&str; 5] = ["Boende", "Föreningar", "Anställda", "Förtroendevalda", "Vårdnadshavare"];
pub(crate) const ACTORS: [&str; 3] = ["Kommunen", "Lokalpolisområdet", "Bostadsbolaget"];
/// Those that need no entry in the log.
const STATUSES: [&str; 3] = ["planerat", "pågår", "okänt"];

/// Words of a body; with summary, fields and commitments a page has about 400.
const BODY: usize = 310;
const BODY_OF_PLAIN: usize = 385;

/// Where a page stands, and what it is called.
pub(crate) struct Place {
    pub(crate) scope: Option<usize>,
    pub(crate) collection: usize,
    pub(crate) title: String,
    pub(crate) slug: String,
}

/// What is promised on a page.
pub(crate) struct Commitment {
    pub(crate) heading: String,
    pub(crate) text: String,
    pub(crate) year: usize,
    pub(crate) status: &'static str,
}

/// What a page has besides title and body.
pub(crate) struct Fields {
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) state: usize,
    pub(crate) subjects: [usize; 2],
    pub(crate) audience: usize,
    pub(crate) from: usize,
    pub(crate) number: String,
    pub(crate) cost: usize,
    pub(crate) synonym: String,
    pub(crate) commitments: [Commitment; 2],
}

/// A block of the body.
pub(crate) enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Table(Vec<[String; 3]>),
    Link(usize),
}

/// A page.
pub(crate) struct Page {
    pub(crate) place: Place,
    pub(crate) fields: Option<Fields>,
    pub(crate) blocks: Vec<Block>,
}

/// The place of a page, without its text: links need no more.
pub(crate) fn place(words: &Words, options: &Options, number: usize) -> Place {
    let (prose, scope) = begin(words, options, number);
    Place {
        collection: number / options.scopes().max(1) % COLLECTIONS.len(),
        title: title(&prose),
        slug: format!("{}-{number}", slug(&prose.topics[0].form(Form::Singular))),
        scope,
    }
}

/// The page with a number.
pub(crate) fn page(words: &Words, options: &Options, number: usize) -> Page {
    let (mut prose, _) = begin(words, options, number);
    let (fields, least) = match options.kind {
        Kind::Full => (Some(fields(&mut prose, number)), BODY),
        Kind::Plain => (None, BODY_OF_PLAIN),
    };
    Page { place: place(words, options, number), fields, blocks: body(&mut prose, options, (number, least)) }
}

fn begin<'a>(words: &'a Words, options: &Options, number: usize) -> (Prose<'a>, Option<usize>) {
    let scope = (options.scopes() > 0).then(|| number % options.scopes());
    let place = words.place(scope.unwrap_or(number % words.places()));
    (Prose::new(words, place, Rng::new(options.seed, number as u64)), scope)
}

fn title(prose: &Prose<'_>) -> String {
    let about = [&prose.topics[0].form(Form::Singular), &prose.topics[1].form(Form::Plural)];
    let title = format!("{} och {} i {}", capital(about[0]), about[1], prose.place);
    // A title has 80 characters at most.
    if title.chars().count() > 78 { format!("{} i {}", capital(about[0]), prose.place) } else { title }
}

/// A short version has 300 characters at most, which one in fifty thousand would exceed.
fn summary(prose: &mut Prose<'_>) -> String {
    let text = prose.paragraph(18);
    match text.find(". ") {
        Some(end) if text.chars().count() > 300 => text[..=end].to_owned(),
        _ => text,
    }
}

fn fields(prose: &mut Prose<'_>, number: usize) -> Fields {
    let from = 2014 + prose.rng.below(9);
    let subject = prose.rng.below(SUBJECTS.len());
    Fields {
        summary: summary(prose),
        description: prose.paragraph(16),
        state: prose.rng.below(STATES.len()),
        subjects: [subject, (subject + 1 + prose.rng.below(4)) % SUBJECTS.len()],
        audience: prose.rng.below(AUDIENCES.len()),
        from,
        number: format!("KS {from}/{:04}", number * 7 % 9973),
        cost: 5_000 * (1 + prose.rng.below(200)),
        synonym: prose.topics[3].form(Form::Definite),
        commitments: [commitment(prose), commitment(prose)],
    }
}

fn commitment(prose: &mut Prose<'_>) -> Commitment {
    let (action, object) = (prose.fill("I"), prose.fill("P"));
    Commitment {
        heading: capital(&format!("{action} {object}")),
        text: prose.paragraph(12),
        year: 2040 + prose.rng.below(9),
        status: STATUSES[prose.rng.below(STATUSES.len())],
    }
}

/// Headings, paragraphs, a list, a table and links to two other pages.
fn body(prose: &mut Prose<'_>, options: &Options, (number, least): (usize, usize)) -> Vec<Block> {
    let step = options.scopes().max(1);
    let mut blocks = vec![Block::Paragraph(prose.paragraph(35)), Block::Link((number + step) % options.documents())];
    let list = (0..4).map(|_| prose.sentence()).collect();
    let table = (0..4).map(|_| [prose.item(), prose.fill("T"), prose.fill("Y")]).collect();
    for special in [Block::List(list), Block::Table(table), Block::Link((number + 3 * step) % options.documents())] {
        blocks.extend([Block::Heading(prose.heading()), Block::Paragraph(prose.paragraph(30)), special]);
    }
    while words_of(&blocks) < least {
        blocks.push(Block::Paragraph(prose.paragraph(25)));
    }
    blocks
}

fn words_of(blocks: &[Block]) -> usize {
    let count = |text: &String| text.split(' ').count();
    let words = blocks.iter().map(|block| match block {
        Block::Heading(text) | Block::Paragraph(text) => count(text),
        Block::List(items) => items.iter().map(count).sum(),
        Block::Table(rows) => rows.iter().flatten().map(count).sum(),
        Block::Link(_) => 7,
    });
    words.sum()
}

/// A name for a file or folder.
pub(crate) fn slug(text: &str) -> String {
    let plain = |letter| match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        ' ' => '-',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}
