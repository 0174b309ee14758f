//! A page as bare HTML, for programs that index pages: what is to be found on it, and nothing around it.

use super::page::{ACTORS, AUDIENCES, Block, Fields, Page, STATES, SUBJECTS};
use std::fmt::Write as _;

/// The page. `target` tells path and title of another page by its number.
pub(crate) fn html(page: &Page, target: &impl Fn(usize) -> (String, String)) -> String {
    let mut body = String::new();
    if let Some(fields) = &page.fields {
        body.push_str(&facts(fields));
    }
    for block in &page.blocks {
        body.push_str(&markup(block, target));
    }
    document(&page.place.title, &body)
}

/// A whole document around a body.
pub(crate) fn document(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n\
         <body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    )
}

/// The words of a document, without its marks.
pub(crate) fn words(html: &str) -> impl Iterator<Item = &str> {
    let text = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    text.flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric())).filter(|word| !word.is_empty())
}

fn facts(fields: &Fields) -> String {
    let subjects = fields.subjects.map(|subject| SUBJECTS[subject]).join(", ");
    let mut text = format!(
        "<p>{}</p>\n<p>{}</p>\n<dl><dt>Läge</dt><dd>{}</dd><dt>Parter</dt><dd>{}</dd><dt>Period</dt><dd>{}–{}</dd>\
         <dt>Diarienummer</dt><dd>{}</dd><dt>Kostnad</dt><dd>{}</dd><dt>Ämnen</dt><dd>{subjects}</dd>\
         <dt>Målgrupp</dt><dd>{}</dd><dt>Kallas också</dt><dd>{}</dd></dl>\n",
        fields.summary,
        fields.description,
        STATES[fields.state].1,
        ACTORS.join(", "),
        fields.from,
        fields.from + 3,
        fields.number,
        fields.cost,
        AUDIENCES[fields.audience],
        fields.synonym,
    );
    for (id, commitment) in ["forsta", "andra"].iter().zip(&fields.commitments) {
        writeln!(
            text,
            "<h2 id=\"{id}\">{}</h2>\n<p>{}</p>\n<p>Senast {}, {}</p>",
            commitment.heading, commitment.text, commitment.year, commitment.status
        )
        .expect("a text can be written to");
    }
    text
}

fn markup(block: &Block, target: &impl Fn(usize) -> (String, String)) -> String {
    match block {
        Block::Heading(heading) => format!("<h2>{heading}</h2>\n"),
        Block::Paragraph(paragraph) => format!("<p>{paragraph}</p>\n"),
        Block::List(items) => {
            let items: String = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        Block::Table(rows) => {
            let rows = rows
                .iter()
                .map(|[item, number, year]| format!("<tr><td>{item}</td><td>{number}</td><td>{year}</td></tr>\n"));
            let head = "<tr><th>Område</th><th>Antal</th><th>År</th></tr>";
            format!("<table>\n{head}\n{}</table>\n", rows.collect::<String>())
        }
        Block::Link(number) => {
            let (path, title) = target(*number);
            format!("<p>Läs också <a href=\"/{path}.html\">{title}</a>.</p>\n")
        }
    }
}
