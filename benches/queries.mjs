// What queries cost a visitor: bytes and requests of a first query on a fresh page, and the time of the same once more.
// Usage: node queries.mjs insyn|pagefind FOLDER QUERIES. FOLDER is what a server would serve: for insyn the site, for
// Pagefind its bundle. Prints one line of JSON. Bytes are those of bodies; text counts as a server sends it, as gzip.
import { createServer } from "node:http";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const HITS = 5;
const REPEATS = 3;

const [engine, folder, list] = process.argv.slice(2);
const queries = readFileSync(list, "utf8").split("\n").filter(Boolean);
const scripts = { insyn: ["search/client.js"], pagefind: ["pagefind.js", "pagefind-worker.js"] }[engine];
const copies = mkdtempSync(join(tmpdir(), "queries-"));
// With this suffix Node takes the file as a module, wherever it lies.
const module = join(copies, "client.mjs");
copyFileSync(join(folder, scripts[0]), module);

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  let body;
  try {
    body = readFileSync(join(folder, path));
  } catch {
    response.writeHead(404).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  if (range) {
    response.writeHead(206).end(body.subarray(Number(range[1]), range[2] ? Number(range[2]) + 1 : undefined));
  } else {
    response.writeHead(200).end(body);
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const base = `http://127.0.0.1:${server.address().port}/`;

const sent = (name, body) => (/\.(js|json|html|css|svg)$/.test(name) ? gzipSync(body, { level: 9 }).length : body.length);
const plainFetch = globalThis.fetch;
const count = { bytes: 0, requests: 0 };

async function countingFetch(resource, options) {
  const response = await plainFetch(resource, options);
  const body = Buffer.from(await response.arrayBuffer());
  count.bytes += sent(new URL(response.url).pathname, body);
  count.requests += 1;
  return new Response(body, { status: response.status, headers: response.headers });
}

async function openInsyn(fresh) {
  const { open } = await import(`${pathToFileURL(module)}?fresh=${fresh}`);
  const index = await open(base, { fetch: countingFetch, lang: "sv" });
  return async (query) => (await index.search(query, { limit: HITS })).total;
}

async function openPagefind(fresh) {
  globalThis.fetch = countingFetch;
  const { createInstance } = await import(`${pathToFileURL(module)}?fresh=${fresh}`);
  const index = createInstance({ basePath: base });
  return async (query) => {
    const { results } = await index.search(query);
    await Promise.all(results.slice(0, HITS).map((result) => result.data()));
    return results.length;
  };
}

const fixed = scripts.reduce((bytes, name) => bytes + sent(name, readFileSync(join(folder, name))), 0);
const rows = [];
for (const [number, query] of queries.entries()) {
  Object.assign(count, { bytes: fixed, requests: scripts.length });
  const began = performance.now();
  const search = await (engine === "insyn" ? openInsyn : openPagefind)(number);
  const hits = await search(query);
  const row = { query, hits, cold: performance.now() - began, ...count, warm: [] };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const again = performance.now();
    await search(query);
    row.warm.push(performance.now() - again);
  }
  row.warm = row.warm.sort((a, b) => a - b)[REPEATS >> 1];
  rows.push(row);
}
server.close();
rmSync(copies, { recursive: true });

// The value that this share of the rows does not exceed.
const at = (key, share) => {
  const values = rows.map((row) => row[key]).sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)];
};
const summary = { empty: rows.filter((row) => row.hits === 0).length, queries: rows.length, fixed };
for (const key of ["bytes", "requests", "cold", "warm"]) {
  summary[key] = { median: at(key, 0.5), p95: at(key, 0.95), max: at(key, 1) };
}
if (process.env.ROWS) console.error(rows.map((row) => JSON.stringify(row)).join("\n"));
console.log(JSON.stringify(summary));
process.exit(0);
