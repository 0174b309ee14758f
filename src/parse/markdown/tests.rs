//! Texts in, HTML out: one row for each behaviour.

use super::*;

struct Known;

impl Links for Known {
    fn link(&self, written: &str) -> Option<String> {
        match written {
            "rad/bra" => Some("/lekeberg/rad/bra/".into()),
            "#motes" => Some("#motes".into()),
            _ => None,
        }
    }

    fn image(&self, written: &str) -> Option<String> {
        (written == "a.png").then(|| "/filer/a.png".into())
    }
}

fn words() -> Words {
    Words {
        table: "Tabell".into(),
        footnotes: "Noter".into(),
        back: "Tillbaka".into(),
        done: "Klart".into(),
        not_done: "Inte klart".into(),
        alerts: ["Notera", "Tips", "Viktigt", "Varning", "Fara"].map(String::from),
    }
}

fn terms() -> Terms {
    let term =
        |word: &str, url: &str| Term { word: word.into(), url: url.into(), explanation: format!("Vad \"{word}\" är") };
    Terms::new(vec![
        term("Lägesbild", "/ordlista/lagesbild/"),
        term("EST", "/ordlista/est/"),
        term("Social oro", "/ordlista/social-oro/"),
        term("oro", "/ordlista/oro/"),
        term("BRÅ", "/ordlista/bra/"),
    ])
}

fn html(markdown: &str, page: &mut Page) -> Rendered {
    let (words, terms, highlighter) = (words(), terms(), Highlighter::new());
    render(
        markdown,
        &Context { links: &Known, highlighter: &highlighter, terms: &terms, words: &words, level: 2 },
        page,
    )
}

#[test]
fn text_becomes_html() {
    for (markdown, wanted) in [
        (
            "Hej *du* **nu** ~~inte~~ `a<b`",
            "<p>Hej <em>du</em> <strong>nu</strong> <del>inte</del> <code>a&lt;b</code></p>\n",
        ),
        ("[Rådet](rad/bra)", "<p><a href=\"/lekeberg/rad/bra/\">Rådet</a></p>\n"),
        ("[Möten](#motes)", "<p><a href=\"#motes\">Möten</a></p>\n"),
        ("[Okänd *sida*](rad/finns-inte)", "<p>Okänd <em>sida</em></p>\n"),
        (
            "[x](https://a.example/?a=1&b=2)",
            "<p><a href=\"https://a.example/?a=1&amp;b=2\" rel=\"external noopener\">x</a></p>\n",
        ),
        ("<namn@example.se>", "<p><a href=\"mailto:namn@example.se\">namn@example.se</a></p>\n"),
        ("[ring](tel:112)", "<p><a href=\"tel:112\">ring</a></p>\n"),
        ("[x](javascript:alert(1)) [y](JaVaScript:x) [z](data:text/html,x) [w](//a.example)", "<p>x y z w</p>\n"),
        ("[x](java&#9;script:alert(1))", "<p>x</p>\n"),
        ("![En *bild* & så](a.png)", "<p><img src=\"/filer/a.png\" alt=\"En bild &amp; så\" loading=\"lazy\"></p>\n"),
        ("![En bild](https://a.example/b.png)", "<p>En bild</p>\n"),
        ("a <b onclick=\"x\">c</b>", "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n"),
        ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n"),
        (
            "- [x] ett\n- två",
            "<ul>\n<li><span class=\"task\" role=\"img\" aria-label=\"Klart\">☑</span> ett</li>\n<li>två</li>\n</ul>\n",
        ),
        ("3. ett", "<ol start=\"3\">\n<li>ett</li>\n</ol>\n"),
        (
            "> [!WARNING]\n> Se upp",
            "<div role=\"note\" class=\"alert alert-warning\"><p class=\"alert-title\">Varning</p>\n<p>Se upp</p>\n</div>\n",
        ),
        ("> Citat", "<blockquote>\n<p>Citat</p>\n</blockquote>\n"),
        ("Ord\n: Förklaring", "<dl>\n<dt>Ord</dt>\n<dd>Förklaring</dd>\n</dl>\n"),
        ("```\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
        (
            "```klingon\"><b\nx\n```",
            "<pre tabindex=\"0\"><code class=\"language-klingon&quot;&gt;&lt;b\">x\n</code></pre>\n",
        ),
    ] {
        assert_eq!(html(markdown, &mut Page::default()).html, wanted, "{markdown}");
    }
}

#[test]
fn tables_can_be_reached_and_named() {
    let rendered = html("## Siffror\n\n| | År |\n|---|--:|\n| a | 1 |\n", &mut Page::default());
    let wanted = "<h2 id=\"siffror\">Siffror</h2>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Tabell: Siffror\"><table>\n\
        <thead><tr><td></td><th scope=\"col\" class=\"number\">År</th></tr></thead>\n<tbody>\n\
        <tr><td>a</td><td class=\"number\">1</td></tr>\n</tbody></table></div>\n";
    assert_eq!(rendered.html, wanted);
}

#[test]
fn headings_have_ids_of_their_own() {
    let mut page = Page::default();
    page.ids.reserve("trafik");
    let rendered = html("# Överst\n\n## Trafik\n\n## Trafik `2` [Råd](rad/bra)\n\n##\n", &mut page);
    let found: Vec<_> =
        rendered.headings.iter().map(|heading| (heading.level, heading.id.as_str(), heading.title.as_str())).collect();
    assert_eq!(
        found,
        [(2, "overst", "Överst"), (2, "trafik-2", "Trafik"), (2, "trafik-2-rad", "Trafik 2 Råd"), (2, "rubrik", "")]
    );
}

#[test]
fn footnotes_stand_last_in_order_of_use() {
    let rendered = html("Ett[^b] två[^a] tre[^b].\n\n[^a]: A.\n[^b]: B.\n[^c]: C.\n", &mut Page::default());
    let wanted = "<p>Ett<sup class=\"footnote\"><a href=\"#not-1\" id=\"not-1-text\">1</a></sup> två<sup class=\"footnote\">\
        <a href=\"#not-2\" id=\"not-2-text\">2</a></sup> tre<sup class=\"footnote\"><a href=\"#not-1\">1</a></sup>.</p>\n\
        <section class=\"footnotes\" aria-label=\"Noter\"><ol>\n\
        <li id=\"not-1\"><p>B. <a href=\"#not-1-text\" aria-label=\"Tillbaka\">↩</a></p></li>\n\
        <li id=\"not-2\"><p>A. <a href=\"#not-2-text\" aria-label=\"Tillbaka\">↩</a></p></li>\n</ol></section>\n";
    assert_eq!(rendered.html, wanted);
}

#[test]
fn terms_are_explained_where_they_are_first_met() {
    for (markdown, linked) in [
        ("Lägesbilden och lägesbilder", vec!["Lägesbilden"]),
        ("Arbetet enligt EST, est och ESTER", vec!["EST"]),
        ("en lägesbildning", vec![]),
        ("social\noro och oron", vec!["social\noro"]),
        ("## Lägesbild\n\n`EST` [BRÅ](rad/bra) Brå", vec![]),
        ("rådet BRÅ:s *lägesbild*", vec!["BRÅ", "lägesbild"]),
    ] {
        let rendered = html(markdown, &mut Page::default()).html;
        let found: Vec<_> =
            rendered.split("<a class=\"term\"").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1)).collect();
        assert_eq!(found, linked, "{markdown}");
    }
    let mut page = Page::default();
    assert!(html("EST", &mut page).html.contains("title=\"Vad &quot;EST&quot; är\""));
    assert_eq!(html("EST", &mut page).html, "<p>EST</p>\n", "the second text of the page");
    let mut page = Page::default();
    page.skip_term(&terms(), "/ordlista/est/");
    assert_eq!(html("EST", &mut page).html, "<p>EST</p>\n", "the term's own page");
}

#[test]
fn inline_has_no_blocks() {
    let (words, terms, highlighter) = (words(), Terms::default(), Highlighter::new());
    let context = Context { links: &Known, highlighter: &highlighter, terms: &terms, words: &words, level: 2 };
    for (markdown, wanted) in
        [("Hej *du*.", "Hej <em>du</em>."), ("Ett.\n\nTvå.", "Ett. Två."), ("## Rubrik\n- a\n- b", "Rubrik a b")]
    {
        assert_eq!(inline(markdown, &context, &mut Page::default()), wanted, "{markdown}");
    }
}

#[test]
fn scan_tells_what_and_where() {
    let found = scan(
        "# Överst\n\nSe [här](rad/bra) och <b>fet</b>.\n\n#### Djupt\n\n![](a.png)\n\n| | |\n|---|---|\n| a | b |\n\n<div>\nx\n</div>\n\n```\nkod\n```\n",
    );
    let place = |span: &crate::diagnostic::Span| (span.line, span.column, span.length);
    assert_eq!(
        found.headings.iter().map(|title| (title.level, title.title.as_str(), place(&title.span))).collect::<Vec<_>>(),
        [(1, "Överst", (1, 1, 8)), (4, "Djupt", (5, 1, 10))]
    );
    assert_eq!(
        found
            .links
            .iter()
            .map(|link| (link.written.as_str(), link.text.as_str(), place(&link.span)))
            .collect::<Vec<_>>(),
        [("rad/bra", "här", (3, 10, 7))]
    );
    assert_eq!(
        found
            .images
            .iter()
            .map(|image| (image.written.as_str(), image.text.as_str(), place(&image.span)))
            .collect::<Vec<_>>(),
        [("a.png", "", (7, 5, 5))]
    );
    assert_eq!(
        found.raw_html.iter().map(|html| (html.written.as_str(), html.span.line)).collect::<Vec<_>>(),
        [("<b>", 3), ("<div>", 13)]
    );
    assert_eq!(found.tables_without_heading.len(), 1);
    assert_eq!(found.text, "Överst\nSe här och fet.\nDjupt\n; ; \na; b; \n");
}

#[test]
fn destinations_by_form() {
    use Destination::{Direct, Internal, Refused, Web};
    for (written, kind) in [
        ("rad/bra", Internal),
        ("#motes", Internal),
        ("https://a.example", Web),
        ("HTTP://a.example", Web),
        ("https:a", Refused),
        ("mailto:a@b.se", Direct),
        ("tel:112", Direct),
        ("javascript:alert(1)", Refused),
        ("ftp://a", Refused),
        ("//a.example", Refused),
        ("\\\\a.example", Refused),
        ("", Internal),
    ] {
        assert_eq!(destination(written), kind, "{written}");
    }
}
