// How well a built site's search finds what people look for, and what a query costs to load.
// By hand: node tests/search/report.mjs SITE_OUT QUERIES [--floor s1=.85,mrr=.87,zero=.03,compound.mrr=.75] [--misses]
// `s1`, `s5` and `mrr` are floors; `zero`, `bytes` (median), `p95` and `requests` (median) are ceilings. Lines of QUERIES:
// no, query, wanted addresses between `|` (an end of `*` stands for all below a folder), category.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { serve } from '../browser/serve.mjs';
import { Client } from './client.mjs';

const limit = 10;
const columns = ['n', 's1', 's5', 'mrr', 'zero'];
const ceilings = ['zero', 'bytes', 'p95', 'requests'];

/** Reads the queries; a line that is not whole is an error, so that no query is lost unseen. */
export function readQueries(file) {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [no, query, wanted, category] = line.split('\t');
    if (!category) throw new Error(`${file}: four columns are needed: ${line}`);
    return { no, query, wanted: wanted.split('|'), category };
  });
}

/** Whether an address is one of those wanted; a part of a document counts as the document. */
export function isWanted(url, wanted) {
  const path = decodeURI(new URL(url, 'http://localhost').pathname).replace(/index\.html$/, '');
  return wanted.some((pattern) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern));
}

async function judge(client, { no, query, wanted, category }) {
  const { result, bytes, requests } = await client.ask(query, limit);
  const found = result.hits.map((hit) => hit.url);
  const rank = found.findIndex((url) => isWanted(url, wanted)) + 1;
  return { no, query, wanted, category, rank, found, suggestion: result.suggestion, bytes, requests };
}

function share(answers, holds) {
  return answers.filter(holds).length / answers.length;
}

function measure(answers) {
  return {
    n: answers.length,
    s1: share(answers, ({ rank }) => rank === 1),
    s5: share(answers, ({ rank }) => rank >= 1 && rank <= 5),
    mrr: answers.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / answers.length,
    zero: share(answers, ({ found }) => found.length === 0),
  };
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

function measureCost(answers) {
  const bytes = answers.map((answer) => answer.bytes);
  const requests = answers.map((answer) => answer.requests);
  return {
    bytes: quantile(bytes, 0.5),
    p95: quantile(bytes, 0.95),
    requests: quantile(requests, 0.5),
    requestsP95: quantile(requests, 0.95),
  };
}

function printQuality(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  const cells = (values) => values.map((value) => String(value).padStart(7)).join('');
  console.log(`${''.padEnd(width)}${cells(['n', 'S@1', 'S@5', 'MRR@10', 'zero'])}`);
  for (const [name, row] of rows) {
    console.log(name.padEnd(width) + cells(columns.map((key) => (key === 'n' ? row.n : row[key].toFixed(3)))));
  }
}

function printCost({ bytes, p95, requests, requestsP95 }) {
  const kilo = (value) => `${(value / 1000).toFixed(1)} kB`;
  console.log(`cold query: median ${kilo(bytes)}, p95 ${kilo(p95)}; requests: median ${requests}, p95 ${requestsP95}`);
}

function printMisses(answers) {
  for (const { no, query, wanted, category, rank, found, suggestion } of answers.filter((answer) => answer.rank !== 1)) {
    const meant = suggestion ? `, suggested ”${suggestion}”` : '';
    console.log(`\n${no} [${category}] ${query}: ${rank ? `place ${rank}` : 'not found'}${meant}`);
    console.log(`    wanted ${wanted.join(' ')}`);
    console.log(`    first  ${found.slice(0, 3).join(' ') || 'nothing'}`);
  }
}

/** The floors that are not held, in words. `compound.mrr` is a floor of one category. */
export function brokenFloors(floors, measured) {
  return floors.split(',').filter(Boolean).flatMap((floor) => {
    const [name, wanted] = floor.split('=');
    const [category, key] = name.includes('.') ? name.split('.') : ['all', name];
    const actual = measured[category]?.[key];
    if (actual === undefined || !Number.isFinite(Number(wanted))) return [`${floor}: no such measure`];
    const holds = ceilings.includes(key) ? actual <= Number(wanted) : actual >= Number(wanted);
    return holds ? [] : [`${name} is ${Number(actual.toFixed(4))}, not ${wanted}`];
  });
}

function readArguments(argv) {
  const [site, queries, ...rest] = argv;
  if (!site || !queries) throw new Error('node tests/search/report.mjs SITE_OUT QUERIES [--floor …] [--misses]');
  const options = { site, queries, floors: '', misses: false };
  while (rest.length > 0) {
    const option = rest.shift();
    if (option === '--misses') options.misses = true;
    else if (option === '--floor') options.floors = rest.shift() ?? '';
    else throw new Error(`no such option: ${option}`);
  }
  return options;
}

async function askAll(site, queries) {
  const host = await serve(site);
  try {
    const client = await Client.load(site, `${host.origin}${host.base}`);
    const answers = [];
    for (const query of queries) answers.push(await judge(client, query));
    return answers;
  } finally {
    host.close();
  }
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  const answers = await askAll(options.site, readQueries(options.queries));
  const categories = [...new Set(answers.map(({ category }) => category))];
  const rows = categories.map((name) => [name, measure(answers.filter(({ category }) => category === name))]);
  const cost = measureCost(answers);
  rows.push(['all', measure(answers)]);
  printQuality(rows);
  printCost(cost);
  if (options.misses) printMisses(answers);
  const measured = Object.fromEntries(rows);
  const broken = brokenFloors(options.floors, { ...measured, all: { ...measured.all, ...cost } });
  for (const problem of broken) console.error(`✗ ${problem}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
