// The search client of a built site as a phone meets it: loaded anew for every query, with what it fetched counted.

import { rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

// What web servers compress on the way; other files count as they are.
const compressed = ['.html', '.js', '.json', '.txt'];

export class Client {
  #modules = 0;

  /** Copies the client's scripts where Node takes them for modules, whatever lies around the site. */
  static async load(site, baseUrl) {
    const folder = await mkdtemp(join(tmpdir(), 'search-client-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    await mkdir(join(folder, 'search'));
    const scripts = (await readdir(join(site, 'search'))).filter((name) => name.endsWith('.js'));
    for (const name of scripts) await copyFile(join(site, 'search', name), join(folder, 'search', name));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
    const script = join(folder, 'search', 'client.js');
    return new Client(script, baseUrl, gzipSync(await readFile(script), { level: 9 }).length);
  }

  constructor(script, baseUrl, size) {
    Object.assign(this, { script, baseUrl, size });
  }

  /** One query of a visitor who has nothing in the cache: what it finds, and the bytes and requests that it took. */
  async ask(query, limit) {
    const counted = { bytes: this.size, requests: 1 };
    // A new module each time, so that nothing that the client keeps is there already.
    this.#modules += 1;
    const { open } = await import(`${pathToFileURL(this.script).href}?${this.#modules}`);
    const index = await open(this.baseUrl, { fetch: countingFetch(counted), lang: 'sv' });
    const result = await index.search(query, { limit });
    return { result, ...counted };
  }
}

function countingFetch(counted) {
  return async (url, options) => {
    const response = await fetch(url, options);
    const body = Buffer.from(await response.arrayBuffer());
    counted.requests += 1;
    counted.bytes += compressed.includes(extname(new URL(response.url).pathname)) ? gzipSync(body).length : body.length;
    const empty = [204, 205, 304].includes(response.status);
    return new Response(empty ? null : body, { status: response.status, headers: response.headers });
  };
}
