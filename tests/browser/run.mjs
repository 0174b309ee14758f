// The built site, page by page, under every check: node run.mjs [FOLDER …]
// Without arguments: the shipped site in out/site and, if it was built, the fictional municipality in out/exempel.

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { Report } from './report.mjs';
import { serve } from './serve.mjs';
import { readSite } from './site.mjs';
import * as files from './checks/files.mjs';
import * as keyboard from './checks/keyboard.mjs';
import * as links from './checks/links.mjs';
import * as markup from './checks/markup.mjs';
import * as noscript from './checks/noscript.mjs';
import * as pages from './checks/pages.mjs';
import * as search from './checks/search.mjs';
import * as suggest from './checks/suggest.mjs';
import * as validity from './checks/validity.mjs';
import * as weight from './checks/weight.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const named = process.argv.slice(2);
const folders = named.length > 0 ? named : ['site', 'exempel'].map((name) => join(here, 'out', name)).filter(existsSync);

async function examine(folder, browser) {
  const site = readSite(resolve(folder));
  const report = new Report(site);
  const server = await serve(site.root, site.base);
  const room = { site, browser, origin: server.origin, report };
  // The validator runs beside the browser: it is another program, and slow to start.
  const valid = timed('validity', () => validity.check(room));
  await timed('markup, links', async () => [markup.check(room), links.check(room)]);
  for (const [name, { check }] of Object.entries({ files, noscript, keyboard, weight, search, suggest, pages })) {
    await timed(name, () => check(room));
  }
  await valid;
  server.close();
  console.log(`\n${folder}: ${site.pages.length} pages`);
  report.expect('pages', 'index.html', site.pages.length > 0, 'the folder holds no page');
  report.print();
  return report;
}

async function timed(name, work) {
  const start = performance.now();
  await work();
  console.log(`   ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (folders.length === 0) throw new Error('no site to look at; build one into tests/browser/out/site');
const browser = await launch();
const reports = [];
for (const folder of folders) reports.push(await examine(folder, browser));
await browser.close();
const total = (key) => reports.reduce((sum, report) => sum + report[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
