// The client makes the same of words as the program: what `vectors.json` tells, which Rust has written
// (src/search/tests/vectors.rs).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { source } from './source.mjs';

const { dictionary, fold, language, words } = await source();
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'));
const { stem, isStop } = language(vectors.language);

/** What differs, a few of each: [word, by the client, by the program]. */
function differing(rows, make) {
  const made = rows.map(([given, ...wanted]) => [given, make(given), wanted]);
  return made.filter(([, own, wanted]) => JSON.stringify(own) !== JSON.stringify(wanted)).slice(0, 20);
}

test('words have the same key and the same stem', () => {
  assert.deepEqual(differing(vectors.words, (word) => [fold(word), stem(word)]), []);
});

test('texts have the same words', () => {
  const found = (text) => words(text.normalize('NFC')).map(({ word, capital = false }) => [word, capital]);
  assert.deepEqual(differing(vectors.texts, (text) => [found(text)]), []);
});

test('compounds have the same parts', () => {
  const ranks = vectors.parts.map(() => 0);
  const { split } = dictionary(vectors.parts, ranks, stem);
  assert.deepEqual(differing(vectors.splits, (word) => [split(word)]), []);
});

test('words of no meaning are the same', () => {
  const stops = vectors.language[0].split(' ');
  assert.ok(stops.length > 100 && stops.every(isStop));
  assert.ok(!['', 'våld', 'trygghet', 'constructor'].some(isStop));
});
