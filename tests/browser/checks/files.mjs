// The files that machines read: robots.txt, sitemap.xml, and that every XML, SVG and JSON file is well-formed.

import { fileAt } from '../site.mjs';
import { visitor } from '../browser.mjs';

export async function check({ site, browser, report }) {
  report.check('robots.txt', 'robots.txt', robots(site));
  report.check('sitemap.xml', 'sitemap.xml', sitemap(site));
  report.expect('404.html', '404.html', site.files.has('404.html'), 'there is no 404.html');
  for (const file of [...site.files].filter((name) => /\.(json|jsonld|webmanifest)$/.test(name))) report.check('JSON', file, json(site.text(file)));
  for (const page of site.open) report.check('JSON-LD', page.file, linkedData(page));
  await wellFormed(site, browser, report);
}

function robots(site) {
  if (!site.files.has('robots.txt')) return [{ what: 'there is no robots.txt' }];
  const lines = site.text('robots.txt').split('\n').map((line) => line.trim());
  const problems = lines.filter((line) => /^disallow:\s*\/\s*$/i.test(line))
    .map(() => ({ what: 'keeps robots out, so that they never see noindex' }));
  for (const line of lines.filter((line) => /^sitemap:/i.test(line))) {
    const url = URL.parse?.(line.slice(8).trim()) ?? new URL(line.slice(8).trim());
    if (url.origin !== site.origin || !fileAt(site, url.pathname)) problems.push({ what: 'names a sitemap that is not there', at: line });
  }
  return problems;
}

function sitemap(site) {
  if (!site.files.has('sitemap.xml')) return [{ what: 'there is no sitemap.xml' }];
  const open = new Set(site.open.map((page) => page.file));
  const listed = [...site.text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map((match) => match[1].trim());
  return listed.flatMap((address) => {
    const url = new URL(address, site.origin);
    const file = url.origin === site.origin ? fileAt(site, url.pathname) : undefined;
    if (file === undefined) return [{ what: `lists what is not there: ${address}` }];
    return open.has(file) && file !== '404.html' ? [] : [{ what: `lists what is no page: ${address}` }];
  });
}

function json(text) {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ what: error.message }];
  }
}

function linkedData(page) {
  return page.elements.filter(({ tag, attr }) => tag === 'script' && attr.type === 'application/ld+json').flatMap(({ text }) => json(text));
}

async function wellFormed(site, browser, report) {
  const context = await visitor(browser);
  const page = await context.newPage();
  for (const file of [...site.files].filter((name) => /\.(xml|atom|svg|rss)$/.test(name))) {
    const fault = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      return parsed.querySelector('parsererror')?.textContent?.slice(0, 200) ?? '';
    }, site.text(file));
    report.expect('well-formed XML', file, fault === '', fault);
  }
  await context.close();
}
