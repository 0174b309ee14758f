// Made-up news that the tests of the client add to tests/exempel: what its own texts do not have.

const item = (title, lead, body) => `---
titel: "${title}"
kortversion: "${lead}"
datum: 2026-10-01
---

${body}
`;

/** Paths in the site, and their texts. */
export const news = Object.fromEntries(
  Object.entries({
    fras: item('En påhittad saga', 'Kort saga för prov.', 'I sagan snöar skulden bort på en natt. Sedan snöar det, och skulden är bort.'),
    'vald-1': item('Våld', 'Påhittat om våld.', 'Våld är ett ord. Texten handlar om våld och om våldet i proven.'),
    'vald-2': item('Vald på ett möte', 'Påhittat om den som är vald.', 'Den som är vald blev vald på ett möte. Vald är ett annat ord.'),
    vard: item('Vård', 'Påhittat om vård.', 'Vård är ett tredje ord. Texten handlar om vård och om vården i proven.'),
    tecken: item('Ord i sammansatta tecken', 'Kort om tecken.', 'En ga\u030astavla a\u0308r sammansatt av fo\u0308rst bokstav och sedan tecken.'),
    bra: item('Brå möts', 'Brottsförebyggande rådet i proven möts.', 'Brottsförebyggande rådet (BRÅ) möts i kväll. BRÅ:s möte är påhittat.'),
    tal: item('Antalet lampor', 'Nu är lamporna många.', 'Det finns 4711 lampor i proven, och 12 stolpar.'),
    farlig: item(
      '<script>alert(1)</script> & <b>farlig</b> rubrik',
      '<script>alert(2)</script> farlig ingress &amp; <img src=x onerror=alert(3)>',
      'En farlig text: `<script>alert(4)</script>` och \\<img src=x onerror=alert(5)> & 1 < 2 > 0.',
    ),
  }).map(([name, text]) => [`content/exempelkommun/nyheter/${name}.md`, text]),
);
