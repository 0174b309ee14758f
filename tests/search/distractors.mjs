// The made-up town with 600 long protocols more, which mention everything in passing: a harder place to find things in.
// node tests/search/distractors.mjs OUT      OUT becomes a copy of prov/ with the protocols in it; the same each time.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bodies, closings, fillers, headings, mentions, months } from './fillers.mjs';

const site = join(dirname(fileURLToPath(import.meta.url)), 'prov');
const protocols = 600;
const fewestWords = 300;
const mostWords = 600;
const seed = 20261122;

/** Mulberry32: small, and the same on every machine. */
function randomFrom(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(seed);
const below = (count) => Math.floor(random() * count);
const oneOf = (list) => list[below(list.length)];

/** The topics of the site in order of path: titles, and the sentences of their texts. */
function readTopics() {
  const topics = { titles: [], sentences: [] };
  for (const folder of ['notiser', 'planer', 'sidor']) {
    for (const name of readdirSync(join(site, 'content', folder)).sort()) {
      const [, front, body] = readFileSync(join(site, 'content', folder, name), 'utf8').split(/^---$/m);
      topics.titles.push(front.match(/^titel: "?(.*?)"?$/m)[1]);
      topics.sentences.push(...sentencesOf(body));
    }
  }
  return topics;
}

function sentencesOf(body) {
  const paragraphs = body.split(/\n\n+|\n(?=- |\d+\. )/).filter((text) => !text.startsWith('#'));
  const flat = paragraphs.map((text) => text.replace(/^(- |\d+\. )/, '').replace(/\s+/g, ' ').trim());
  return flat.flatMap((text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u)).filter((text) => text.split(' ').length > 3);
}

/** One sentence: most are idle, some are borrowed from a topic, a few name one. */
function sentence({ titles, sentences }) {
  const chance = random();
  if (chance < 0.3) return oneOf(sentences);
  if (chance < 0.38) return oneOf(mentions).replace('%', lowered(oneOf(titles)));
  return oneOf(fillers);
}

function lowered(title) {
  return title[0].toLowerCase() + title.slice(1);
}

function paragraphs(topics, words) {
  const lines = [];
  let written = 0;
  for (let item = 1; written < words; item += 1) {
    const said = Array.from({ length: 2 + below(5) }, () => sentence(topics)).join(' ');
    lines.push(`## § ${item} ${oneOf(headings)}`, '', said, '');
    written += said.split(' ').length;
  }
  return [...lines, oneOf(closings), ''];
}

function protocol(topics, number) {
  const date = `${1 + below(28)} ${oneOf(months)} ${2014 + below(11)}`;
  const title = `Protokoll ${number} från ${oneOf(bodies)} den ${date}`;
  const words = fewestWords + below(mostWords - fewestWords - 80);
  return ['---', `titel: ${title}`, '---', '', ...paragraphs(topics, words)].join('\n');
}

const out = process.argv[2];
if (!out) throw new Error('node tests/search/distractors.mjs OUT');
const topics = readTopics();
cpSync(site, out, { recursive: true });
const folder = join(out, 'content', 'protokoll');
mkdirSync(folder, { recursive: true });
for (let number = 1; number <= protocols; number += 1) {
  writeFileSync(join(folder, `protokoll-${String(number).padStart(3, '0')}.md`), protocol(topics, number));
}
