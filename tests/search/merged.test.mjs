// Several sites searched as one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, build, spoiled } from './sites.mjs';
import { source } from './source.mjs';
import { news } from './texts.mjs';

const { open } = await source();
const own = await address(build('exempel', news));
const other = await address(build('search/prov'));
const nowhere = `${own}finns-inte/`;
const both = await open([own, other]);
const alone = [await open(own), await open(other)];

test('totals and counts are those of all sites', async () => {
  for (const query of ['trygghet', 'polisen', 'hotad']) {
    const merged = await both.search(query);
    const results = await Promise.all(alone.map((index) => index.search(query)));
    assert.equal(merged.total, results[0].total + results[1].total, query);
    assert.deepEqual(merged.answers, results.flatMap(({ answers }) => answers));
    const count = (result) => result.facets.find(({ key }) => key === 'kind')?.values.reduce((sum, value) => sum + value.count, 0) ?? 0;
    assert.equal(count(merged), count(results[0]) + count(results[1]), query);
    const keys = merged.facets.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  }
});

test('the best hits come first, wherever they are', async () => {
  const { hits } = await both.search('trygghet', { limit: 20 });
  const scores = hits.map(({ score }) => score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  const hosts = new Set(hits.map(({ url }) => new URL(url).origin));
  assert.equal(hosts.size, 2);
  const [best] = (await alone[1].search('ordningsvakter')).hits;
  assert.equal((await both.search('ordningsvakter')).hits[0].url, best.url);
});

test('the latest come first, wherever they are', async () => {
  const { hits } = await both.search('påhittad', { sort: 'date', limit: 100 });
  const days = hits.map(({ date }) => date ?? '');
  assert.deepEqual(days, [...days].sort().reverse());
});

test('pages neither repeat nor lose hits', async () => {
  for (const sort of ['relevance', 'date']) {
    const { total } = await both.search('trygghet', { sort });
    const found = [];
    for (let offset = 0; offset < total; offset += 10) {
      const { hits } = await both.search('trygghet', { sort, offset });
      found.push(...hits.map(({ url }) => url.split('#')[0]));
    }
    assert.deepEqual([found.length, new Set(found).size], [total, total], sort);
  }
});

test('nothing is suggested where one site knows the word', async () => {
  assert.equal((await both.search('ordningsvakter')).suggestion, null);
});

test('a site that cannot be opened is left out', async () => {
  for (const bases of [[own, nowhere], [nowhere, own]]) {
    const index = await open(bases);
    assert.equal((await index.search('trygghet')).total, (await alone[0].search('trygghet')).total);
  }
});

test('a site that fails later is left out until it answers', async () => {
  let isDown = false;
  const fetch = spoiled((bytes) => (isDown ? new Response('', { status: 503 }) : bytes));
  const failing = (url, options) => (`${url}`.startsWith(other) ? fetch(url, options) : globalThis.fetch(url, options));
  const index = await open([own, other], { fetch: failing });
  isDown = true;
  assert.equal((await index.search('trygghet')).total, (await alone[0].search('trygghet')).total);
  isDown = false;
  assert.equal((await index.search('trygghet')).total, (await both.search('trygghet')).total);
});

test('when all fail, the first failure is told', async () => {
  await assert.rejects(open([nowhere, `${other}finns-inte/`]), { name: 'SearchError', kind: 'network', url: `${nowhere}search/root.bin` });
});
