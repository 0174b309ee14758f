// Files that come damaged, not at all, or from a site that has been published anew: the client says so in good time, and
// the same client answers again when the files are whole.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { address, build, silence, spoiled } from './sites.mjs';
import { source } from './source.mjs';
import { news } from './texts.mjs';

const { open, SearchError } = await source();
const folder = build('exempel', news);
const base = await address(folder);
const quiet = await silence();
const whole = await open(base);

/** The files of an index, with a query that needs them. */
const files = { root: 'trygghet', terms: 'trygghet', docs: 'trygghet', words: 'trygghett', answers: 'hotad', dates: 'trygghet' };
const isOf = (kind, path) => path.includes(kind === 'root' ? '/root.bin' : `/search/${kind}/`);
const options = (kind) => (kind === 'dates' ? { sort: 'date' } : {});

const page = new TextEncoder().encode('<!doctype html><title>Sidan finns inte</title>');
const cut = (part) => (bytes) => bytes.slice(0, Math.floor(bytes.length * part));
const flipped = (part) => (bytes) => {
  const place = Math.floor((bytes.length - 1) * part);
  return bytes.with(place, bytes[place] ^ 0x10);
};

const damages = {
  'emptied': () => new Uint8Array(),
  'one byte': (bytes) => bytes.slice(0, 1),
  'two bytes': (bytes) => bytes.slice(0, 2),
  'cut at a tenth': cut(0.1),
  'cut at the half': cut(0.5),
  'cut at nine tenths': cut(0.9),
  'without its last byte': (bytes) => bytes.slice(0, -1),
  'flipped at the beginning': flipped(0),
  'flipped early': flipped(0.2),
  'flipped in the middle': flipped(0.5),
  'flipped at the end': flipped(1),
  'all zeros': (bytes) => new Uint8Array(bytes.length),
  'a page with status 200': () => page,
};
const failures = {
  'missing': () => new Response(page, { status: 404 }),
  'refused': () => new Response('', { status: 503 }),
  'cut off': () => {
    throw new TypeError('terminated');
  },
};

/** A client of the site, where the files of a kind are spoiled for as long as `state.spoil` stands. */
async function spoiledClient(kind, spoil) {
  const state = { spoil, met: 0 };
  const fetch = spoiled((bytes, path) => {
    if (!isOf(kind, path) || !state.spoil) return bytes;
    state.met += 1;
    return state.spoil(bytes);
  });
  return { state, ask: async (query) => (state.index ??= await open(base, { fetch })).search(query, options(kind)) };
}

async function assertMends(kind, spoil, wanted) {
  const { state, ask } = await spoiledClient(kind, spoil);
  await assert.rejects(ask(files[kind]), (error) => {
    assert.ok(error instanceof SearchError, `${error?.stack}`);
    assert.equal(error.kind, wanted);
    assert.ok(isOf(kind, new URL(error.url).pathname), error.url);
    return true;
  });
  assert.ok(state.met > 0);
  // Files of the same search may still be on their way.
  await pause(30);
  state.spoil = undefined;
  assert.deepEqual(await ask(files[kind]), await whole.search(files[kind], options(kind)));
}

for (const kind of Object.keys(files)) {
  test(`damaged: ${kind}`, { timeout: 20_000 }, async (context) => {
    for (const [name, spoil] of Object.entries(damages)) {
      await context.test(name, { timeout: 5_000 }, () => assertMends(kind, spoil, 'damaged'));
    }
  });
  test(`not fetched: ${kind}`, { timeout: 20_000 }, async (context) => {
    for (const [name, spoil] of Object.entries(failures)) {
      await context.test(name, { timeout: 5_000 }, () => assertMends(kind, spoil, 'network'));
    }
  });
}

test('what fails once is fetched again', async () => {
  for (const kind of Object.keys(files)) {
    let left = 1;
    const { state, ask } = await spoiledClient(kind, (bytes) => (left-- > 0 ? new Response('', { status: 503 }) : bytes));
    assert.deepEqual(await ask(files[kind]), await whole.search(files[kind], options(kind)));
    assert.ok(state.met > 1, kind);
  }
});

test('the form of another client is not guessed at', async () => {
  const { deflateSync, inflateSync } = await import('node:zlib');
  const other = (bytes) => deflateSync(Buffer.from(inflateSync(bytes).toString('latin1').replace('"v":1', '"v":9'), 'latin1'));
  await assertMends('root', (bytes) => new Uint8Array(other(bytes)), 'damaged');
});

/** Lets requests go out and come in, then a quarter of a minute pass, until `done`. */
async function untilDone(done) {
  for (let round = 0; round < 8 && !done(); round += 1) {
    const sent = performance.now();
    while (performance.now() - sent < 60) await turn();
    mock.timers.tick(15_000);
  }
}

for (const kind of Object.keys(files)) {
  test(`never answered: ${kind}`, { timeout: 20_000 }, async () => {
    let isSilent = true;
    const fetch = (url, given) => globalThis.fetch(isSilent && isOf(kind, new URL(url).pathname) ? quiet : url, given);
    let index;
    const ask = async () => (index ??= await open(base, { fetch })).search(files[kind], options(kind));
    mock.timers.enable({ apis: ['setTimeout'] });
    let settled = false;
    try {
      const failing = assert.rejects(ask(), { name: 'SearchError', kind: 'network' }).finally(() => (settled = true));
      await untilDone(() => settled);
      assert.ok(settled, 'it waits for ever');
      await failing;
    } finally {
      mock.timers.reset();
    }
    isSilent = false;
    assert.deepEqual(await ask(), await whole.search(files[kind], options(kind)));
  });
}
