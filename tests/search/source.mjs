// The search client as it is written, for tests of its parts: the exports of src/search/client.js.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The module, copied to where Node takes it for one. */
export async function source() {
  const folder = mkdtempSync(join(tmpdir(), 'search-source-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'client.mjs');
  copyFileSync(fileURLToPath(new URL('../../src/search/client.js', import.meta.url)), script);
  return import(pathToFileURL(script).href);
}
