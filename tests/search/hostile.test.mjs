// Whatever is typed, and whatever stands in the texts: the client answers, and what it gives is safe to show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, build } from './sites.mjs';
import { source } from './source.mjs';
import { news } from './texts.mjs';

const { open } = await source();
const index = await open(await address(build('exempel', news)));

const digits = (count) => Array.from({ length: count }, (_, number) => `ord${number * 7919}`).join(' ');
const letters = (count) => Array.from({ length: count }, (_, number) => 'abcdefghijklmnopqrstuvwxyzåäö'[(number * number + 3 * number) % 29]).join('');

const queries = {
  'ten thousand letters': letters(10_000),
  'ten thousand words': 'trygghet '.repeat(10_000),
  'one letter, many times': 'å'.repeat(10_000),
  'many different words': digits(2_000),
  'many quotes': '"'.repeat(10_000),
  'many phrases': '"trygghet" '.repeat(500),
  'signs of patterns': '.*+?^${}()|[]\\/ (trygghet [a-z] \\d+ $& $1',
  'a bad pattern': 'trygghe[ (tryghet *trygghet',
  'a compound without end': 'trygghetsvandring'.repeat(60),
  'only words of no meaning': 'och att det som en',
  'one word of no meaning': 'och',
  'only quotes': '""""',
  'quotes of all kinds': '"”“„«»trygghet»',
  'an open quote': '"trygghet',
  'emoji': '🚨👩‍👩‍👧🇸🇪',
  'emoji in words': 'trygg🚨het 🚨trygghet',
  'right to left': '\u202eטרור أمن\u202c trygghet',
  'markup': '<script>alert(1)</script><b>trygghet</b>',
  'quotes in markup': '"><img src=x onerror=alert(1)>',
  'entities': '&lt;trygghet&gt; &#60;',
  'halves of signs': '\ud83d trygghet \ude00 tr\ud800ygghet',
  'marks without letters': '\u0301\u0308\u030a',
  'many marks': `trygghet${'\u0301'.repeat(500)}`,
  'nulls and controls': 'trygg\0het \x07\x1b[31m',
  'lines': '\r\n\t\v\f\u2028\u2029 trygghet',
  'names of objects': '__proto__ constructor toString hasOwnProperty',
  'paths': '../../etc/passwd %2e%2e%2f C:\\',
  'null': null,
  'nothing': undefined,
  'a number': 112,
  'no number': NaN,
  'a list': ['trygghet', 'våld'],
  'an object': { toString: () => 'trygghet' },
};

/** What may stand in an excerpt: text without signs of markup, marks, and signs written out. */
const safe = /^(?:[^<>&"']|<mark>[^<>&"']*(?:&#\d+;[^<>&"']*)*<\/mark>|&#\d+;)*$/u;

function assertSafe({ hits }) {
  for (const { excerpt, url } of hits) {
    assert.match(excerpt, safe, url);
    assert.ok(/^https?:$/.test(new URL(url).protocol));
  }
}

for (const [name, query] of Object.entries(queries)) {
  test(`a query of ${name}`, { timeout: 20_000 }, async () => {
    for (const options of [{}, { prefix: true }, { sort: 'date', filters: { kind: ['nyheter'] } }]) {
      const result = await index.search(query, options);
      assert.ok(Number.isInteger(result.total) && result.hits.length <= 10);
      assert.ok(result.suggestion === null || typeof result.suggestion === 'string');
      assertSafe(result);
    }
  });
}

test('what is typed among odd signs is still found', async () => {
  const names = ['signs of patterns', 'an open quote', 'emoji in words', 'right to left', 'markup', 'halves of signs', 'lines'];
  for (const name of names) assert.ok((await index.search(queries[name])).total > 0, name);
});

test('markup in texts is shown as text', async () => {
  const { hits } = await index.search('farlig', { limit: 50 });
  const hit = hits.find(({ id }) => id.endsWith('/farlig'));
  assert.equal(hit.title, '<script>alert(1)</script> & <b>farlig</b> rubrik');
  assert.match(hit.excerpt, /<mark>farlig<\/mark>/i);
  assert.match(hit.excerpt, /&#60;script&#62;alert\(\d\)&#60;\/script&#62;/);
  assertSafe({ hits });
  for (const query of ['alert', 'script', 'onerror img', 'rubrik <b>', '"<script>alert(4)</script>"']) assertSafe(await index.search(query));
});

test('limits of no sense do no harm', async () => {
  for (const options of [{ limit: 0 }, { offset: 1e6 }, { limit: 1e6 }, { filters: {} }, { filters: { 'finns-inte': ['x'] } }, { sort: 'x' }]) {
    assertSafe(await index.search('trygghet', options));
  }
});
