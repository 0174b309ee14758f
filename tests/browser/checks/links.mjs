// Every internal address on every page leads somewhere: pages, files, anchors, redirects, feeds and style sheets.

import { fileAt } from '../site.mjs';

const addresses = ['href', 'src', 'poster', 'data', 'action', 'cite', 'formaction'];

export function check({ site, report }) {
  const pages = new Map(site.pages.map((page) => [page.file, page]));
  const resolve = (from, address) => problem(site, pages, from, address);
  for (const page of site.pages) {
    const found = [...new Set(page.elements.flatMap(addressesOf))];
    if (page.redirect !== undefined) found.push(page.redirect);
    report.check('links', page.file, found.map((address) => resolve(page.path, address)).filter(Boolean));
  }
  for (const file of [...site.files].filter((name) => /\.(css|xml|atom|webmanifest)$/.test(name))) {
    report.check('links', file, addressesIn(file, site.text(file)).map((address) => resolve(file, address)).filter(Boolean));
  }
  report.check('redirects', 'index.html', site.pages.filter((page) => page.redirect === '').map((page) => ({ what: 'redirects nowhere', at: page.file })));
}

function addressesOf({ tag, attr }) {
  const plain = addresses.filter((name) => name in attr && !(tag === 'object' && name === 'cite')).map((name) => attr[name]);
  const sets = ['srcset', 'imagesrcset'].filter((name) => name in attr)
    .flatMap((name) => attr[name].split(',').map((candidate) => candidate.trim().split(/\s+/)[0]));
  const social = tag === 'meta' && /^(og:(image|url)|twitter:image)$/.test(attr.property ?? attr.name ?? '') ? [attr.content] : [];
  return [...plain, ...sets, ...social];
}

function addressesIn(file, text) {
  const pattern = file.endsWith('.css') ? /url\(\s*['"]?([^'")]+)/g
    : file.endsWith('.webmanifest') ? /"(?:src|start_url|scope)"\s*:\s*"([^"]+)"/g
    : /\b(?:href|src)="([^"]+)"/g;
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1].replaceAll('&amp;', '&')))];
}

/** What is wrong with an address met on the page at `from`, if anything. */
function problem(site, pages, from, address) {
  let url;
  try {
    url = new URL(address, `${site.origin}${site.base}${from}`);
  } catch {
    return { what: `not an address: ${address}` };
  }
  if (/^(tel|mailto|sms):/.test(url.protocol)) return url.pathname === '' ? { what: `empty ${url.protocol}` } : undefined;
  if (url.protocol === 'data:' || url.origin !== site.origin) return outside(url);
  const file = fileAt(site, url.pathname);
  if (file === undefined) return { what: `leads nowhere: ${url.pathname}${folderHint(site, url.pathname)}` };
  const id = url.hash.slice(1);
  // What is searched for stands in the fragment too: it is read by a script and names no element.
  if (id === '' || id.includes('=') || !pages.has(file)) return undefined;
  const ids = pages.get(file).ids;
  return ids.has(id) || ids.has(decodeURIComponent(id)) ? undefined : { what: `no such anchor: ${url.pathname}${url.hash}` };
}

function outside({ protocol, hostname, href }) {
  if (protocol === 'data:' || protocol === 'https:') return undefined;
  if (protocol === 'http:') return /^(localhost|127\.)/.test(hostname) ? { what: `leads to this machine: ${href}` } : undefined;
  return { what: `unexpected kind of address: ${href}` };
}

function folderHint(site, pathname) {
  return fileAt(site, `${pathname}/`) ? ' (a folder; its address ends with /)' : '';
}
