// What the search client promises (docs of its options and results: src/search/client.js), on the made-up municipality
// with some texts more, served by a plain host.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, build } from './sites.mjs';
import { source } from './source.mjs';
import { news } from './texts.mjs';

const { open, SearchError } = await source();
const base = await address(build('exempel', news));
const index = await open(base);

const paths = ({ hits }) => hits.map(({ url }) => new URL(url).pathname);
const counts = ({ facets }, facet) => {
  const values = facets.find(({ key }) => key === facet)?.values ?? [];
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
};
const sum = (table) => Object.values(table).reduce((a, b) => a + b, 0);

test('a hit has all its fields', async () => {
  const { total, hits, facets, suggestion, answers } = await index.search('riktlinje hot och våld');
  assert.ok(total >= hits.length);
  assert.deepEqual([suggestion, answers], [null, []]);
  const [{ score, state, ...hit }] = hits;
  assert.deepEqual(hit, {
    id: 'exempelkommun/riktlinjer/hot-och-vald',
    url: `${base}exempelkommun/riktlinjer/hot-och-vald/`,
    title: 'Riktlinje vid hot och våld',
    kind: 'riktlinjer',
    kindLabel: 'Riktlinje',
    scope: 'exempelkommun',
    scopeLabel: 'Exempelkommun',
    excerpt: hit.excerpt,
    date: '2026-01-20',
    parent: null,
  });
  assert.match(hit.excerpt, /<mark>hotad<\/mark>/);
  assert.ok(score > 0 && score < 3);
  assert.deepEqual(state, { key: 'in_force', tone: 'good', label: 'Gäller tills vidare' });
  assert.deepEqual(facets.slice(0, 2).map(({ key, label }) => [key, label]), [['kind', 'Typ'], ['scope', 'Kommun']]);
});

test('a part of a document is a hit of its own', async () => {
  const { hits } = await index.search('lampor');
  const part = hits.find(({ id }) => id === 'exempelkommun/medborgarloften/2026-2027#lampor');
  assert.equal(part?.parent, 'Medborgarlöfte 2026–2027');
  assert.equal(new URL(part.url).hash, '#lampor');
});

test('what is empty finds nothing', async () => {
  for (const query of ['', '   ', '-', '""', '?!']) {
    assert.deepEqual(await index.search(query), { total: 0, hits: [], facets: [], suggestion: null, answers: [] });
  }
});

test('a word that is still being typed finds what it begins', async () => {
  for (const query of ['tryggh', 'tryggheten', 'trygghetsv', 'vandr']) {
    assert.ok((await index.search(query, { prefix: true })).total > 0, query);
  }
  const known = await index.search('trygghet');
  const typed = await index.search('trygghet', { prefix: true });
  assert.ok(typed.total >= known.total);
  assert.deepEqual(paths(await index.search('trygghetsvan', { prefix: true })).includes('/ordlista/trygghetsvandring/'), true);
});

test('filters keep what has one of the values, in every facet', async () => {
  const all = await index.search('påhittad');
  const kinds = { kind: ['nyheter', 'kontakter'] };
  const some = await index.search('påhittad', { filters: kinds, limit: 200 });
  assert.equal(some.total, counts(all, 'kind').nyheter + counts(all, 'kind').kontakter);
  assert.deepEqual([...new Set(some.hits.map(({ kind }) => kind))].sort(), ['kontakter', 'nyheter']);
  const both = await index.search('påhittad', { filters: { ...kinds, scope: ['exempelkommun'] }, limit: 200 });
  assert.equal(both.hits.length, both.total);
  assert.ok(both.hits.every(({ kind, scope }) => kinds.kind.includes(kind) && scope === 'exempelkommun'));
  assert.ok(both.total < some.total);
});

test('a facet counts as if it had no filter of its own', async () => {
  const all = await index.search('påhittad');
  const some = await index.search('påhittad', { filters: { kind: ['nyheter'] } });
  assert.deepEqual(counts(some, 'kind'), counts(all, 'kind'));
  assert.equal(counts(some, 'scope').exempelkommun, (await index.search('påhittad', { filters: { kind: ['nyheter'], scope: ['exempelkommun'] } })).total);
  const both = { kind: ['nyheter'], scope: ['grannkommun'] };
  const combined = await index.search('påhittad', { filters: both });
  assert.equal(sum(counts(combined, 'kind')), (await index.search('påhittad', { filters: { scope: both.scope } })).total);
  for (const [kind, count] of Object.entries(counts(combined, 'kind'))) {
    const { total } = await index.search('påhittad', { filters: { ...both, kind: [kind] } });
    assert.equal(total, count, kind);
  }
});

test('a filter that nothing has finds nothing, and is still told', async () => {
  const { total, hits } = await index.search('påhittad', { filters: { kind: ['finns-inte'] } });
  assert.deepEqual([total, hits], [0, []]);
  const none = await index.search('lampor', { filters: { scope: ['grannkommun'], kind: ['riktlinjer'] } });
  assert.equal(none.total, 0);
  assert.deepEqual(counts(none, 'kind').riktlinjer ?? 0, 0);
});

test('the latest comes first when sorted by date', async () => {
  const { hits, total } = await index.search('påhittad', { sort: 'date', limit: 300 });
  const days = hits.map(({ date }) => date ?? '');
  assert.deepEqual(days, [...days].sort().reverse());
  assert.equal(total, (await index.search('påhittad')).total);
  assert.ok(days[0] > days.at(-1));
});

test('pages neither repeat nor lose hits', async () => {
  for (const sort of ['relevance', 'date']) {
    for (const query of ['påhittad', 'trygghet', 'ansvar plan', 'alla lampor 2025']) {
      for (const limit of [3, 10, 17]) await assertPages({ query, sort, limit });
    }
  }
});

async function assertPages({ query, sort, limit }) {
  const { total } = await index.search(query, { sort });
  const found = [];
  for (let offset = 0; offset < total; offset += limit) {
    const { hits } = await index.search(query, { sort, limit, offset });
    found.push(...hits.map(({ id }) => id.split('#')[0]));
  }
  assert.deepEqual([found.length, new Set(found).size], [total, total], `${query}, ${limit} by ${sort}`);
  assert.deepEqual((await index.search(query, { sort, limit, offset: total })).hits, []);
}

test('a phrase is found word by word', async () => {
  for (const query of ['"snöar skulden bort"', '”snöar skulden bort”', '«snöar skulden bort»']) {
    assert.deepEqual(paths(await index.search(query)), ['/exempelkommun/nyheter/fras/'], query);
  }
  assert.equal((await index.search('"bort skulden snöar"')).total, 0);
  assert.ok((await index.search('bort skulden snöar')).total > 0);
});

test('a misspelt word is found, and the right one told', async () => {
  const { hits, suggestion } = await index.search('medborgarlöffte lampor');
  assert.equal(suggestion, 'medborgarlöfte lampor');
  assert.match(hits[0].url, /medborgarloften/);
  assert.equal((await index.search('medborgarlöfte')).suggestion, null);
  assert.deepEqual((await index.search('qqxxzzww')).hits, []);
});

test('words of need are answered, and words about documents are not', async () => {
  const { answers } = await index.search('Hotad');
  assert.deepEqual(answers, [
    {
      title: 'Stöd när du hotas',
      phone: '031-390 06 52',
      url: `${base}exempelkommun/kontakter/hotad/`,
      why: 'Du behöver det här i ett prov.',
    },
  ]);
  for (const query of ['min man slår', 'MIN MAN SLÅR MIG', 'min man slar']) assert.ok((await index.search(query)).answers.length > 0, query);
  for (const query of ['riktlinje hot och våld', 'hot', 'statistik', 'nattvandra']) {
    assert.deepEqual((await index.search(query)).answers, [], query);
  }
});

test('våld, vald and vård are told apart when written so, and met when not', async () => {
  const first = async (query) => paths(await index.search(query))[0];
  assert.equal(await first('våld'), '/exempelkommun/nyheter/vald-1/');
  assert.match(await first('vård'), /vard/);
  assert.equal(await first('vald på'), '/exempelkommun/nyheter/vald-2/');
  const bare = paths(await index.search('vald', { limit: 50 }));
  assert.ok(['1', '2'].every((number) => bare.includes(`/exempelkommun/nyheter/vald-${number}/`)), bare.join(' '));
  assert.ok(!bare.includes('/exempelkommun/nyheter/vard/'));
  assert.ok(paths(await index.search('vard')).includes('/exempelkommun/nyheter/vard/'));
});

test('signs that are put together in two ways are one', async () => {
  for (const query of ['gåstavla', 'ga\u030astavla', 'GÅSTAVLA', 'gastavla']) {
    const { hits } = await index.search(query);
    assert.match(hits[0]?.title ?? '', /sammansatta/, query);
    assert.match(hits[0].excerpt, /<mark>/, query);
  }
});

test('an acronym leads to what it stands for, and back', async () => {
  for (const query of ['BRÅ', 'brå', 'bra']) assert.ok((await index.search(query)).hits.some(({ title }) => /Brå|brottsförebyggande/i.test(title)), query);
  assert.ok((await index.search('brottsförebyggande rådet')).hits.some(({ title }) => /Brå/.test(title)));
});

test('compounds and their parts meet', async () => {
  const wanted = '/ordlista/trygghetsvandring/';
  for (const query of ['trygghetsvandring', 'trygghets vandring', 'trygghetsvandringarna', 'vandring trygghet']) {
    assert.ok(paths(await index.search(query)).includes(wanted), query);
  }
  // A compound that no text has is found by its parts.
  assert.ok((await index.search('lampvandring')).total > 0);
});

test('numbers and years are words', async () => {
  assert.equal(paths(await index.search('2025'))[0], '/exempelkommun/medborgarloften/2025/');
  assert.equal(paths(await index.search('medborgarlöfte 2023'))[0], '/exempelkommun/medborgarloften/2023/');
  assert.equal(paths(await index.search('4711 lampor'))[0], '/exempelkommun/nyheter/tal/');
});

test('a version leads to its own pages where there are such', async () => {
  const english = await open(base, { lang: 'en' });
  const all = paths(await english.search('trygghet', { limit: 50 }));
  assert.equal(all[0], '/en/amnen/trygghet/');
  assert.ok(all.some((path) => !path.startsWith('/en/')));
  assert.ok(paths(await index.search('trygghet', { limit: 50 })).every((path) => !path.startsWith('/en/')));
});

test('an address needs no slash at its end', async () => {
  const bare = await open(base.replace(/\/$/, ''));
  assert.deepEqual(await bare.search('trygghet'), await index.search('trygghet'));
});

test('a search that is called off says so', async () => {
  const gone = AbortSignal.abort();
  const off = { name: 'SearchError', kind: 'aborted' };
  await assert.rejects(index.search('trygghet', { signal: gone }), off);
  const control = new AbortController();
  const fresh = await open(base);
  const asked = fresh.search('trygghet', { signal: control.signal });
  control.abort();
  await assert.rejects(asked, (error) => error instanceof SearchError && error.kind === 'aborted');
  assert.ok((await fresh.search('trygghet')).total > 0);
});
