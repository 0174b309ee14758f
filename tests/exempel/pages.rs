//! What stands on the pages of the made-up site, as a reader sees it.

use super::build::{BASE, SITE, page, pages, words};

/// Pages and what each must say. Words of the theme stand here as they are, so that a change of them is seen.
const SAID: &[(&str, &[&str])] = &[
    // Every status, measures with and without an outcome, evidence by reference and by link.
    (
        "exempelkommun/medborgarloften/2026-2027/",
        &[
            "Skriva en plan för ljus Planerat",
            "Byta 100 lampor Pågår",
            "Fråga alla boende Klart",
            "Två trygghetsvandringar varje år Delvis klart",
            "Utreda kameror vid stationen Försenat",
            "Flytta kiosken Avbrutet",
            "Sänka farten på ringvägen Framflyttat",
            "Framflyttat till Plan med alla slags tidsgränser",
            "Vuxna vid skolan Uppgift saknas",
            "Utfall: 37,5 lampor",
            "Utfall: Uppgift saknas",
            "Trygghetsmätningen 2025, example.org/enkat",
            "Ingenting har antecknats sedan 15 januari 2026",
            "Ingenting är antecknat om vad som har hänt",
            "Det här beror på XTL Ungdom: begränsad (provprotokollet mars 2026).",
            "Det här beror på XTL Natt: pausad (provprotokollet mars 2026).",
            "Gäller till 31 december 2027",
            "10 december 2025 Paragraf § 12 Diarienummer EXK 2025/123 Protokoll example.org/protokoll",
            "Protokollet skriver 2025, men menar 2026.",
            "15 oktober 2026 Större ändring",
            "9 åtaganden:",
        ],
    ),
    // Every precision of a deadline.
    (
        "exempelkommun/handlingsplaner/tidsgranser/",
        &[
            "Dag som har passerat Planerat Tiden har gått ut, resultat saknas",
            "Månad som har passerat Pågår Tiden har gått ut, resultat saknas",
            "Kvartal som har passerat Uppgift saknas Tiden har gått ut, resultat saknas",
            "Senast 22 november 2026",
            "Senast november 2026",
            "Senast Kvartal 4 2026",
            "Senast Under 2026",
            "Senast Fortlöpande",
            "Senast Ingen tidsgräns: Rådet beslutar senare",
            "Okänd tidsgräns Uppgift saknas",
            "Senast Uppgift saknas",
            "Ingenting har antecknats sedan 21 maj 2026",
            "Ett delmål som är klart.",
            "2 veckor",
        ],
    ),
    // Every state of validity.
    ("exempelkommun/handlingsplaner/tills-vidare/", &["Gäller tills vidare", "Beslut Uppgift saknas"]),
    ("exempelkommun/handlingsplaner/granskning-forfallen/", &["1 april 2021"]),
    ("exempelkommun/handlingsplaner/utgangen/", &["Gällde till 31 december 2022"]),
    ("exempelkommun/handlingsplaner/gammal/", &["Ersatt av Plan med alla slags tidsgränser"]),
    ("exempelkommun/handlingsplaner/aterkallad/", &["Återkallad 1 september 2021", "Planen var skriven av misstag."]),
    ("exempelkommun/handlingsplaner/odaterad/", &["Giltighet saknas"]),
    ("exempelkommun/handlingsplaner/kommande/", &["Gäller från 1 februari 2027"]),
    (
        "exempelkommun/overenskommelser/2024-2026/",
        &["Går ut 31 december 2026", "Avtalet som PDF", "Parterna som tabell"],
    ),
    ("grannkommun/medborgarloften/2026/", &["Går ut 31 december 2026"]),
    // Pledges whose period is over, with a result and without.
    ("exempelkommun/medborgarloften/2024/", &["Gällde till 31 december 2024", "Femtio lampor byttes."]),
    (
        "exempelkommun/medborgarloften/2023/",
        &["Perioden är slut sedan 31 december 2023.", "Något resultat har inte publicerats."],
    ),
    ("exempelkommun/medborgarloften/2025/", &["Läs i stället Medborgarlöfte 2026–2027."]),
    ("exempelkommun/medborgarloften/aterkallat/", &["Pengarna räckte inte <till> & beslutet revs upp."]),
    // Figures, answers, findings, steps, meetings.
    (
        "exempelkommun/undersokningar/trygghetsmatning-2025/",
        &["62,5 %", "125", "Vet inte Uppgift saknas", "2023 Män 70,4", "(<fritext> & \"citat\")"],
    ),
    (
        "exempelkommun/statistik/anmalda-brott/",
        &[
            "1 234,5",
            "cirka 98–110",
            "6 000–7 000",
            "Lägre än det påhittade riket: Bara i proven.",
            "Högre än liknande kommuner",
            "Lika med Grannkommun: Skillnaden är < 1 & syns inte.",
            "Sättet att räkna ändrades.",
            "2022 Uppgift saknas",
        ],
    ),
    ("exempelkommun/granskningar/revision-2025/", &["Åtgärdad", "Avvisad", "Pågår", "Inget svar är publicerat"]),
    (
        "exempelkommun/riktlinjer/hot-och-vald/",
        &["Akut", "Direkt efter", "Kommunens egna steg är inte publicerade.", "Nationellt råd", "Lämna sidan snabbt"],
    ),
    ("exempelkommun/rutiner/tekniska/", &["Lämna sidan snabbt"]),
    ("exempelkommun/organ/trygghetsradet/", &["Exempel Exempelsson", "10 december 2026, 13.00", "Fyra gånger per år"]),
    ("exempelkommun/aktorer/foreningen-ljuset/", &["varje fredag", "4 december 2026, 19–23"]),
    ("exempelkommun/samverkan/xtl-natt/", &["Läge Pausad"]),
    ("exempelkommun/samverkan/xtl-skola/", &["Läge Uppgift saknas"]),
    // Registers.
    ("laget/", &["Försenat 1", "Avbrutet 2"]),
    ("nytt/", &["Lokalen är bokad.", "Provet med kod lades till."]),
    ("fel-i-kallor/", &["Protokollet skriver 2025, men menar 2026"]),
    ("slutsatser/", &["Risk för mörker", "2 slutsatser utan publicerat svar"]),
    ("kontakter/", &["08-465 004 00", "0980-319 200", "Telefon Uppgift saknas"]),
    // Other editions.
    (
        "en/exempelkommun/medborgarloften/2026-2027/",
        &["Replace 100 lamps Ongoing", "Outcome: 37.5", "31 March 2027", "During 2025"],
    ),
    ("lattlast/exempelkommun/medborgarloften/2026-2027/", &["Nya lampor Pågår", "Det är mörkt."]),
    ("en/fragor/finns-kommunen/", &["Does Exempelkommun really exist?"]),
    ("", &["Allt här är påhittat för prov."]),
];

#[test]
fn pages_say_what_their_documents_tell() {
    let mut problems = Vec::new();
    for (address, texts) in SAID {
        // Numbers and their units are kept together by spaces that do not break.
        let said = words(page(address));
        let missing = texts.iter().filter(|text| !said.contains(**text));
        problems.extend(missing.map(|text| format!("/{address} does not say: {text}")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_has_not_passed_and_what_is_told_has_no_notice() {
    let said = words(page("exempelkommun/handlingsplaner/tidsgranser/"));
    for told in [
        "Dag som är i dag Planerat Ansvarig",
        "Kvartal som inte har passerat Planerat Ansvarig",
        "År som har passerat Delvis klart Ansvarig",
    ] {
        assert!(said.contains(told), "a notice stands where nothing is to be said: {told}");
    }
}

#[test]
fn drafts_and_what_is_for_a_later_day_do_not_show() {
    for (path, html) in pages() {
        for hidden in ["Hemligt utkast", "Kommande nyhet", "Coming news", "hemligt-utkast", "kommande-nyhet"] {
            assert!(!html.contains(hidden), "{path} shows {hidden}");
        }
    }
    assert!(SITE.keys().all(|path| !path.contains("utkast") && !path.contains("kommande-nyhet")));
}

#[test]
fn long_lists_go_on_and_have_facets() {
    for address in ["nyheter/sida/2/", "exempelkommun/nyheter/sida/2/", "exempelkommun/nyheter/efter/amnen/trafik/"] {
        page(address);
    }
    let first = page("exempelkommun/nyheter/");
    assert!(first.contains(r#"href="/insyn/exempelkommun/nyheter/sida/2/""#), "the first page leads to the second");
    assert_eq!(
        first.matches("nyheter/nyhet-").count()
            + page("exempelkommun/nyheter/sida/2/").matches("nyheter/nyhet-").count(),
        53
    );
    let order = |title: &str| first.find(title).unwrap_or_else(|| panic!("no {title}"));
    assert!(order("Lamporna är tända") < order("nummer 53<"), "the latest news comes first");
    assert!(!SITE.keys().any(|path| path.starts_with("grannkommun/nyheter/efter/")), "a short list has no facets");
}

#[test]
fn short_and_earlier_addresses_lead_on() {
    for (address, target) in [
        ("lofte/", "exempelkommun/medborgarloften/2026-2027/"),
        ("exempelkommun/medborgarloften/nytt-lofte/", "exempelkommun/medborgarloften/2026-2027/"),
        ("hot/", "exempelkommun/riktlinjer/hot-och-vald/"),
        ("granskningen/", "exempelkommun/granskningar/revision-2025/"),
        ("finns/", "fragor/finns-kommunen/"),
        ("om-oss/", "om/"),
    ] {
        let html = page(address);
        assert!(html.contains(&format!("url={BASE}{target}")), "/{address} does not lead to {target}");
    }
}

#[test]
fn links_carry_the_path_of_the_site_and_lead_somewhere() {
    let mut problems = Vec::new();
    for (page, html) in pages() {
        for attribute in ["href=\"", "src=\"", "action=\""] {
            for rest in html.split(attribute).skip(1) {
                let url = rest.split(['"', '#', '?']).next().unwrap_or_default();
                let Some(path) = url.strip_prefix('/') else { continue };
                let known = path.strip_prefix(&BASE[1..]).is_some_and(leads);
                if !known {
                    problems.push(format!("{page}: {url}"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "links that leave the site or lead nowhere:\n{}", problems.join("\n"));
}

/// Whether a path of the site is a file or the address of a page.
fn leads(path: &str) -> bool {
    SITE.contains_key(path) || SITE.contains_key(&format!("{path}index.html"))
}

#[test]
fn no_key_of_a_text_is_shown() {
    for (path, html) in pages() {
        let said = words(html);
        let shown = said
            .split(' ')
            .find(|word| word.len() > 4 && word.starts_with('[') && word.ends_with(']') && word.contains('-'));
        assert_eq!(shown, None, "{path} shows the key of a text");
    }
}

#[test]
fn every_feature_of_markdown_is_rendered() {
    let html = page("exempelkommun/rapporter/textprov/");
    for part in [
        "<table>",
        "class=\"footnotes\"",
        "alert-note",
        "alert-tip",
        "alert-important",
        "alert-warning",
        "alert-caution",
        "<blockquote>",
        "class=\"task\"",
        "<dl>",
        "language-yaml",
        "language-json",
        "language-bash",
        "id=\"rubrik-tva\"",
        "id=\"rubrik-tva-2\"",
        "href=\"/insyn/exempelkommun/medborgarloften/2026-2027/#lampor\"",
        "href=\"#rubrik-tre\"",
        "href=\"mailto:prov@example.org\"",
        "src=\"/insyn/exempelkommun/rapporter/lykta.svg\" alt=\"En ritad gatlykta",
        "href=\"/insyn/exempelkommun/rapporter/tabell.csv\"",
        "class=\"term\" href=\"/insyn/ordlista/xtl/\"",
    ] {
        assert!(html.contains(part), "the page of Markdown lacks {part}");
    }
}
