// The search client as it is written, for tests of its parts: the exports of src/search/client.js.

import { readFileSync } from 'node:fs';

/** The module, whatever Node takes files of its folder for. */
export async function source() {
  const text = readFileSync(new URL('../../src/search/client.js', import.meta.url));
  return import(`data:text/javascript;base64,${text.toString('base64')}`);
}
