// A built site as the checks see it: its files, and what the markup of every page says. Opens no browser.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'parse5';

/** Reads the folder `root` and every HTML page in it. */
export function readSite(root) {
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1).split(sep).join('/'))
      .sort(),
  );
  const pages = [...files].filter((file) => file.endsWith('.html')).map((file) => readPage(root, file));
  const address = canonicalOf(pages.find((page) => page.file === 'index.html'));
  return {
    root,
    files,
    pages,
    /** Pages that a visitor stays on. */
    open: pages.filter((page) => page.redirect === undefined),
    /** Where the site says that it lives, and the path of its home there. */
    origin: address?.origin ?? 'https://example.invalid',
    base: address?.pathname ?? '/',
    text: (file) => readFileSync(join(root, file), 'utf8'),
    bytes: (file) => readFileSync(join(root, file)),
  };
}

/** One page of each template, the first by path, home first. */
export function onePerTemplate(site) {
  const kinds = new Map();
  for (const page of [...site.open].sort((a, b) => a.path.length - b.path.length)) {
    if (!kinds.has(page.template)) kinds.set(page.template, page);
  }
  return [...kinds.values()];
}

/** The file that an address of the site leads to, or undefined: `/a/` to `a/index.html`, `/a.css` to itself. */
export function fileAt(site, pathname) {
  if (!pathname.startsWith(site.base)) return undefined;
  const path = decodeURIComponent(pathname.slice(site.base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return site.files.has(file) ? file : undefined;
}

function canonicalOf(page) {
  const href = page?.elements.find((node) => node.tag === 'link' && node.attr.rel === 'canonical')?.attr.href;
  return href ? new URL(href) : undefined;
}

function readPage(root, file) {
  const elements = [];
  collect(parse(readFileSync(join(root, file), 'utf8')), elements);
  const first = (tag, test = () => true) => elements.find((node) => node.tag === tag && test(node.attr));
  const meta = (name) => first('meta', (attr) => attr.name === name)?.attr.content;
  const refresh = first('meta', (attr) => attr['http-equiv']?.toLowerCase() === 'refresh')?.attr.content;
  return {
    file,
    /** Below the site's base, without a leading slash. */
    path: file.replace(/(^|\/)index\.html$/, '$1'),
    elements,
    ids: new Set(elements.flatMap((node) => [node.attr.id, node.tag === 'a' ? node.attr.name : undefined]).filter(Boolean)),
    template: first('body')?.attr['data-template'] ?? '',
    lang: first('html')?.attr.lang ?? '',
    title: first('title')?.text.trim() ?? '',
    description: meta('description')?.trim() ?? '',
    robots: meta('robots') ?? '',
    policy: first('meta', (attr) => attr['http-equiv']?.toLowerCase() === 'content-security-policy')?.attr.content,
    redirect: refresh === undefined ? undefined : (/url\s*=\s*['"]?([^'"]+)/i.exec(refresh)?.[1] ?? ''),
  };
}

function collect(node, elements) {
  if (node.tagName) {
    const attr = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    elements.push({ tag: node.tagName, attr, text: textOf(node) });
  }
  for (const child of node.childNodes ?? []) collect(child, elements);
}

function textOf(node) {
  // Only short texts are asked for; the text of a whole section would be gathered again for each level.
  if (!['title', 'h1', 'a', 'script', 'style'].includes(node.tagName)) return '';
  return (node.childNodes ?? []).map((child) => child.value ?? deepText(child)).join('');
}

function deepText(node) {
  return (node.childNodes ?? []).map((child) => child.value ?? deepText(child)).join('');
}
