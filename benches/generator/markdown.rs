//! A page as insyn reads it: front matter and Markdown.

use super::page::{ACTORS, AUDIENCES, Block, Commitment, Fields, Page, STATES, SUBJECTS, slug};
use std::fmt::Write as _;

/// The source of a page. `target` tells path and title of another page by its number.
pub(crate) fn markdown(page: &Page, target: &impl Fn(usize) -> (String, String)) -> String {
    let mut text = format!("---\ntitel: \"{}\"\n", page.place.title);
    if let Some(fields) = &page.fields {
        text.push_str(&front_matter(fields));
    }
    text.push_str("---\n");
    for block in &page.blocks {
        text.push('\n');
        text.push_str(&markup(block, target));
    }
    text
}

fn front_matter(fields: &Fields) -> String {
    let [first, second] = fields.subjects.map(|subject| slug(SUBJECTS[subject]));
    let audience = slug(AUDIENCES[fields.audience]);
    let actors = ACTORS.map(|actor| format!("aktorer/{}", slug(actor)));
    let from = fields.from;
    let mut text = format!(
        "kortversion: \"{}\"\nbeskrivning: \"{}\"\nläge: {}\nparter: [{}]\nperiod: {from}-{}\n\
         diarienummer: \"{}\"\nkostnad: {}\npublicerad: {from}-03-01\nuppdaterad: {}-05-02\n\
         ämnen: [amnen/{first}, amnen/{second}]\nmålgrupper: [malgrupper/{audience}]\nsynonymer: [\"{}\"]\nåtaganden:\n",
        fields.summary,
        fields.description,
        STATES[fields.state].0,
        actors.join(", "),
        from + 3,
        fields.number,
        fields.cost,
        from + 2,
        fields.synonym,
    );
    for (id, commitment) in ["forsta", "andra"].iter().zip(&fields.commitments) {
        text.push_str(&promise(id, commitment));
    }
    text
}

fn promise(id: &str, commitment: &Commitment) -> String {
    format!(
        "  - id: {id}\n    rubrik: \"{}\"\n    text: \"{}\"\n    ansvarig: [aktorer/{}]\n    senast: \"{}\"\n    status: {}\n",
        commitment.heading,
        commitment.text,
        slug(ACTORS[0]),
        commitment.year,
        commitment.status,
    )
}

fn markup(block: &Block, target: &impl Fn(usize) -> (String, String)) -> String {
    let mut text = String::new();
    match block {
        Block::Heading(heading) => text = format!("## {heading}\n"),
        Block::Paragraph(paragraph) => text = format!("{paragraph}\n"),
        Block::List(items) => items.iter().for_each(|item| text.push_str(&format!("- {item}\n"))),
        Block::Table(rows) => {
            text.push_str("| Område | Antal | År |\n|---|---|---|\n");
            for [item, number, year] in rows {
                writeln!(text, "| {item} | {number} | {year} |").expect("a text can be written to");
            }
        }
        Block::Link(number) => {
            let (path, title) = target(*number);
            text = format!("Läs också [{title}]({path}).\n");
        }
    }
    text
}
