// A plain static host: files as they are, index.html for a folder, 404.html for what is not there. Nothing is added.
// By hand: node serve.mjs FOLDER [BASE]

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.pdf': 'application/pdf',
};

/** Serves `folder` under `base` (`/` or `/path/`) on a free port of this machine; `origin` is where it listens. */
export async function serve(folder, base = '/', port = 0) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, base, request.url).then(({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, base, close: () => server.close() };
}

async function answer(root, base, url) {
  const path = decoded(new URL(url, 'http://localhost').pathname);
  if (path === undefined || !path.startsWith(base)) return notFound(root);
  const file = join(root, normalize(`/${path.slice(base.length)}`));
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() && !path.endsWith('/')) return { status: 301, headers: { location: `${encodeURI(path)}/` } };
  const body = await readFile(path.endsWith('/') ? join(file, 'index.html') : file).catch(() => undefined);
  if (body === undefined) return notFound(root);
  const type = types[path.endsWith('/') ? '.html' : extname(file)] ?? 'application/octet-stream';
  return { status: 200, headers: { 'content-type': type }, body };
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function notFound(root) {
  const body = await readFile(join(root, '404.html')).catch(() => 'Not found');
  return { status: 404, headers: { 'content-type': types['.html'] }, body };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { origin, base } = await serve(process.argv[2] ?? 'out/site', process.argv[3] ?? '/', 8931);
  console.log(`${origin}${base}`);
}
