// Sites for the tests of the client: built into folders of their own, served, and spoiled on the way.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../browser/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const today = '2026-11-22';

/** The program that was built last. */
function program() {
  const built = ['release', 'debug'].map((profile) => join(root, 'target', profile, 'insyn')).filter(existsSync);
  if (built.length === 0) throw new Error('build the program first: cargo build');
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** Builds a site of `tests/`, with other files (path in the site to text) beside its own; gives the output folder. */
export function build(site, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'search-site-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const source = join(folder, 'source');
  cpSync(join(root, 'tests', site), source, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const out = join(folder, 'out');
  execFileSync(program(), ['build', '--today', today, '--out', out, '--format', 'json'], { cwd: source, stdio: 'pipe' });
  return out;
}

/** Serves a folder for as long as the tests of the file run; gives the address. */
export async function address(folder) {
  const host = await serve(folder);
  after(() => host.close());
  return host.origin + host.base;
}

/** A server that takes every request and answers none; gives the address. */
export async function silence() {
  const sockets = new Set();
  const server = createServer((socket) => sockets.add(socket.on('error', () => {})));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}

/** A `fetch` through which `spoil(bytes, path)` sees what comes and may give other bytes, or a response instead. */
export function spoiled(spoil) {
  return async (url, options) => {
    const response = await fetch(url, options);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const made = spoil(bytes, new URL(url).pathname, options);
    return made instanceof Uint8Array ? new Response(made, { status: response.status }) : made;
  };
}
