// What a first visit costs: HTML, CSS, fonts and scripts of home and of one page of each template, compressed; and what
// the search costs more before its first file of words.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { visitor } from '../browser.mjs';
import { onePerTemplate } from '../site.mjs';

const limit = 60_000;
const limits = { client: 6000, 'client and search.js': 9216 };
const counted = ['document', 'stylesheet', 'font', 'script'];

export async function check(room) {
  scripts(room);
  await visits(room);
}

function scripts({ site, report }) {
  const page = site.open.find(({ template }) => template === 'az.html');
  const form = page?.elements.find(({ attr }) => 'data-search' in attr);
  if (form?.attr['data-script'] === undefined) return;
  const sizes = ['data-client', 'data-script'].map((key) => {
    const file = join(site.root, form.attr[key].slice(site.base.length));
    return existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : Infinity;
  });
  const measured = { client: sizes[0], 'client and search.js': sizes[0] + sizes[1] };
  for (const [name, limit] of Object.entries(limits)) {
    const size = measured[name];
    report.expect('weight', page.file, size <= limit, `${name}: ${size} bytes compressed; the limit is ${limit}`);
  }
}

async function visits({ site, browser, origin, report }) {
  for (const entry of onePerTemplate(site)) {
    const context = await visitor(browser);
    const page = await context.newPage();
    const parts = [];
    page.on('response', (response) => {
      if (counted.includes(response.request().resourceType())) parts.push(weigh(response));
    });
    await page.goto(`${origin}${site.base}${entry.path}`, { waitUntil: 'networkidle' });
    const weights = (await Promise.all(parts)).sort((a, b) => b.size - a.size);
    const total = weights.reduce((sum, { size }) => sum + size, 0);
    const largest = weights.slice(0, 5).map(({ name, size }) => `${name} ${size}`).join(', ');
    report.expect('weight', entry.file, total < limit, `${total} bytes compressed; the limit is ${limit}`, largest);
    await context.close();
  }
}

async function weigh(response) {
  const body = await response.body();
  const packed = response.request().resourceType() === 'font';
  return { name: new URL(response.url()).pathname.split('/').pop() || 'html', size: packed ? body.length : gzipSync(body).length };
}
