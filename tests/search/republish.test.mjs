// A site that is published anew while a search is open.

import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { address, build } from './sites.mjs';
import { source } from './source.mjs';
import { news } from './texts.mjs';

const { open } = await source();

test('an open client answers with what is published now', async () => {
  const folder = build('exempel');
  const base = await address(folder);
  const [index, merged] = [await open(base), await open([base, base])];
  assert.equal((await (await open(base)).search('gåstavla')).total, 0);
  rmSync(folder, { recursive: true });
  cpSync(build('exempel', news), folder, { recursive: true });
  for (const client of [index, merged]) {
    const [{ title }] = (await client.search('gåstavla')).hits;
    assert.equal(title, 'Ord i sammansatta tecken');
  }
});

test('a site that is gone is told as such, and asked again later', async () => {
  const folder = build('exempel');
  const base = await address(folder);
  const index = await open(base);
  const copy = build('exempel');
  rmSync(folder, { recursive: true });
  await assert.rejects(index.search('trygghet'), { name: 'SearchError', kind: 'network' });
  cpSync(copy, folder, { recursive: true });
  assert.ok((await index.search('trygghet')).total > 0);
});
