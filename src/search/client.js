// Search in the files that insyn publishes. Runs in browsers and in Node, and needs nothing else. Use:
//   const index = await open('https://insyn.example/');
//   const { total, hits, facets, suggestion, answers } = await index.search('hot och våld', { limit: 10 });
// What options and results hold, and how the files are made, is told in docs/search.md. Letters, stems and splits are
// those of src/search/*.rs, which puts its lists where `@@` stands.

const STOP = new Set('@@STOP@@'.split(' '));
const INFLECTIONS = '@@INFLECTIONS@@'.split(' ');
const VERBS = '@@VERBS@@'.split(' ');
const SHORTEST = /^([aeiouyåäöé][^aeiouyåäöé])(@@SHORTEST@@)$/;
const DERIVATIONS = '@@DERIVATIONS@@'.split(' ');
const FORM = 1;
const LEVELS = Array.from({ length: 16 }, (_, level) => 0.15 * 1.42 ** (level - 1));
const WORD = /[\p{Alphabetic}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const SILENT = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

// What went wrong: `kind` is 'network', 'damaged' or 'aborted'; `url` is the file.
export class SearchError extends Error {
  constructor(kind, url, cause) {
    super(`${kind}: ${url}`, { cause });
    Object.assign(this, { name: 'SearchError', kind, url });
  }
}

// Letters and words.

export const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/æ/g, 'a').replace(/ø/g, 'o');

// Words with their places; a short first part before a hyphen belongs to the next: `e-tjänst` is `etjänst` and `tjänst`.
export function words(text) {
  const found = [];
  let before = '';
  let last = -1;
  for (const { 0: run, index } of text.matchAll(WORD)) {
    const bare = run.replace(SILENT, '');
    const word = bare.toLowerCase();
    const place = { index, end: index + run.length };
    if (index !== last) before = '';
    if (before) found.push({ word: before + word, ...place });
    if (bare.length > 1 || /\d/.test(bare)) found.push({ word, capital: bare.length > 1 && !/\P{Lu}/u.test(bare), ...place });
    before = word.length < 3 && text[place.end] === '-' ? word : '';
    last = place.end + 1;
  }
  return found;
}

// The shortest rest of a word that an ending of the list leaves, with so many letters and a vowel.
const cut = (word, list, left) => {
  let best = word;
  for (const ending of list) {
    const rest = word.slice(0, -ending.length);
    if (rest.length >= left && rest.length < best.length && word.endsWith(ending) && /[aeiouyåäöé]/.test(rest)) best = rest;
  }
  return best;
};
const genitive = (word) => (word.length > 3 && /[^siouyåäöé]s$/.test(word) ? word.slice(0, -1) : word);

export function stem(word) {
  if (word.length < 4 || /\P{Alphabetic}/u.test(word)) return word;
  if (!word.endsWith('ats')) word = genitive(word);
  if (word.endsWith('eln')) word = word.slice(0, -1);
  if (SHORTEST.test(word)) word = word.slice(0, 2);
  else {
    const noun = cut(word, word.endsWith('het') ? INFLECTIONS.filter((ending) => ending !== 'et') : INFLECTIONS, 3);
    const verb = cut(word, VERBS, 4);
    word = verb.length < noun.length ? verb : noun;
  }
  word = cut(word, ['an'], 4);
  if (word.length > 4) word = word.replace(/([öy])n$|([lgbmvd])t$/, '$1$2');
  word = genitive(DERIVATIONS.map((rule) => cut(word, [rule.slice(1)], +rule[0])).reduce((a, b) => (b.length < a.length ? b : a)));
  if (word.length > 4) word = word.replace(/([^aeiouyåäöé])el$/, '$1l');
  word = word.replace(/([^aeiouyåäöé])\1$|([^aeiouyåäöé])\2(?=[lnr]$)/, '$1$2');
  return word.length > 3 && word !== 'vitn' ? word.replace(/([bdfgkmnptv])r$|([dkptvx])n$/, '$1$2') : word;
}

// The forms in which a word stands before another part, with what they cost.
function modifiers(word) {
  const bare = word.replace(/[ae]$/, '');
  if (bare === word) return [[word, 0], [word + 's', 1], [word + 'e', 2]];
  return [[word, 0], [word + 's', 1], ...(bare.length > 2 ? ['', 's', 'u', 'o'].map((link) => [bare + link, 1]) : [])];
}

// The stems of the parts of a compound, where a dictionary (see `dictionary`) knows them all; [] where it does not.
export function split(word, { stems, before }) {
  const best = [{ cost: 0 }];
  const size = word.length;
  for (let start = 0; size > 5 && size < 61 && start <= size - 3; start++) {
    for (let end = start + 3; best[start] && end <= size; end++) {
      const piece = word.slice(start, end);
      const root = stem(piece);
      const part = end < size ? before().get(piece) : start && stems.has(root) && [0, root];
      if (!part) continue;
      const cost = best[start].cost + 10 + part[0] + 3 * Math.max(0, 5 - piece.length);
      if (!best[end] || cost < best[end].cost) best[end] = { cost, start, root: part[1] };
    }
  }
  const parts = [];
  for (let end = size; best[end]?.root; end = best[end].start) parts.unshift(best[end].root);
  return parts;
}

// Damerau–Levenshtein distance (optimal string alignment), or 9 where it is larger than `most`.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return 9;
  let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 9;
    [older, old] = [old, row];
  }
  return old[b.length];
}

// Files.

const TEXT = new TextDecoder();

// Reads numbers (LEB128) and texts from bytes, one after the other.
class Bytes {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let [number, shift, byte] = [0, 0];
    do {
      if (this.at >= this.bytes.length) throw new RangeError('too short');
      byte = this.bytes[this.at++];
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return number >>> 0;
  }
  take(length) {
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError('too short');
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return TEXT.decode(this.take(this.number()));
  }
  // A text that shares its beginning, in bytes, with the one before.
  shared(before) {
    const kept = this.number();
    const rest = this.take(this.number());
    const bytes = new Uint8Array(kept + rest.length);
    bytes.set(before.subarray(0, kept));
    bytes.set(rest, kept);
    return bytes;
  }
}

const inflate = (bytes) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();

const WAIT = 15000;

// Fetches files below an address, each once, and remembers what came. What failed is fetched again when next asked for.
class Files {
  constructor(base, fetch) {
    Object.assign(this, { base, fetch, known: new Map() });
  }
  get(path, read, signal, options) {
    const known = this.known.get(path);
    if (known) return known;
    const url = this.base + path;
    const found = this.load(url, options)
      .then(async (bytes) => {
        try {
          return read(new Uint8Array(await inflate(bytes)));
        } catch (cause) {
          throw new SearchError('damaged', url, cause);
        }
      })
      .catch((error) => {
        this.known.delete(path);
        throw error;
      });
    this.known.set(path, found);
    return found;
  }
  async load(url, options, again = 1) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), WAIT);
    try {
      const response = await this.fetch(url, { ...options, signal: limit.signal });
      if (!response.ok) throw new Error(response.status);
      return await response.arrayBuffer();
    } catch (cause) {
      if (!again) throw new SearchError('network', url, cause);
      return this.load(url, options, again - 1);
    } finally {
      clearTimeout(timer);
    }
  }
}

// A file of words: rows of { key, stem, read }, by key and in order.
function shard(bytes) {
  const head = new Bytes(bytes);
  const [count, keys, gaps] = [head.number(), head.number(), head.number()];
  const end = head.at + keys;
  const gap = new Bytes(bytes, end);
  const level = new Bytes(bytes, end + gaps);
  const rows = [];
  let before = new Uint8Array();
  for (let row = 0; row < count; row++) {
    before = head.shared(before);
    const key = TEXT.decode(before);
    const stem = head.text() || key;
    const size = head.number();
    const leads = Array.from({ length: head.number() }, () => ({ to: head.text().split(' '), weight: head.number() ? 0.4 : 0.6 }));
    const [gapAt, levelAt] = [gap.at, level.at];
    [gap.at, level.at] = each(bytes, gapAt, levelAt, size, () => {});
    rows.push({ key, stem, size, leads, each: (visit) => each(bytes, gapAt, levelAt, size, visit) });
  }
  return { rows, of: (key) => rows.filter((row) => row.key === key) };
}

// Visits the documents of a row: number, part (0 is the document itself), worth.
function each(bytes, gap, level, size, visit) {
  let [number, unit, byte] = [0, 0, 0];
  const more = (at, sum, shift) => {
    do sum += ((byte = bytes[at++]) & 127) << shift;
    while (((shift += 7), byte > 127));
    return [at, sum];
  };
  for (; size; size--) {
    number += (byte = bytes[gap++]) & 127;
    if (byte > 127) [gap, number] = more(gap, number, 7);
    const kind = bytes[level++];
    unit = kind >> 4;
    if (unit > 14) [level, unit] = more(level, 15, 0);
    visit(number, unit, LEVELS[kind & 15]);
  }
  return [gap, level];
}

// The documents that have all of some rows, as a row.
function together(rows) {
  if (rows.length === 1) return rows[0];
  const met = new Map();
  rows.forEach((row, place) =>
    row.each((number, unit, worth) => {
      const known = met.get(number) ?? [0, 0];
      if (!unit && known[0] === place) met.set(number, [place + 1, known[1] + worth / rows.length]);
    }),
  );
  return { size: 1, leads: [], each: (visit) => met.forEach(([count, worth], number) => count === rows.length && visit(number, 0, worth)) };
}

// The words of the site that misspellings are compared with, and unknown compounds taken apart by.
export function dictionary(surfaces, ranks = []) {
  const list = surfaces.map((surface, place) => ({ surface, folded: fold(surface), stem: stem(surface), root: fold(stem(surface)), rank: ranks[place] ?? 0 }));
  let forms;
  const before = () => {
    if (forms) return forms;
    forms = new Map();
    for (const { surface, stem } of list) {
      for (const [form, cost] of surface.length > 2 ? modifiers(surface) : []) {
        const known = forms.get(form);
        if (!known || cost < known[0] || (cost === known[0] && stem < known[1])) forms.set(form, [cost, stem]);
      }
    }
    return forms;
  };
  return { list, before, stems: new Set(list.map((word) => word.stem)) };
}
function readDictionary(bytes) {
  const head = new Bytes(bytes);
  const surfaces = [];
  let before = new Uint8Array();
  for (let count = head.number(); count; count--) surfaces.push(TEXT.decode((before = head.shared(before))));
  return dictionary(surfaces, head.take(surfaces.length));
}

// The words of the dictionary nearest to a word: one change in short words, two in long ones; the first letter is
// seldom wrong.
function nearest(word, { list }) {
  const typed = fold(word);
  const root = fold(stem(word));
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  const near = [];
  for (const known of list) {
    const typo = distance(typed, known.folded, most);
    const far = Math.min(typo, root.length > 5 ? distance(root, known.root, root.length < 8 ? 1 : most) : 9);
    if (far <= most) near.push({ ...known, typo, cost: far + (known.folded[0] !== typed[0]) * 0.7 - known.rank / 40 });
  }
  return near.sort((a, b) => a.cost - b.cost).slice(0, 3);
}

// Words of a query.

const QUOTED = /["”“„«»]([^"”“„«»]+)["”“„«»]/g;

function parse(query) {
  const text = query.normalize('NFC').slice(0, 2000);
  const found = words(text).filter(({ word }) => word.length < 61).slice(0, 32);
  const shouts = found.length > 1 && found.every(({ capital }) => capital);
  const telling = found.filter(({ word, capital }) => !STOP.has(word) || (capital && !shouts));
  const seen = new Set();
  const terms = (telling.length ? telling : found).filter(({ word }) => !seen.has(word) && seen.add(word));
  const marks = (word) => fold(word) !== word;
  const isMarked = found.some(({ word }) => marks(word));
  return {
    text,
    all: found.map(({ word }) => word),
    phrases: [...text.matchAll(QUOTED)].map(([, phrase]) => words(phrase).map(({ word }) => word)).filter((phrase) => phrase.length),
    terms: terms.map((term) => ({ ...term, stem: stem(term.word), isPlain: !marks(term.word), kin: isMarked ? 0.15 : 0.8, sources: [] })),
  };
}

// The keys under which a word may stand: typed without dots, it may have been cut where the dotted word is not.
const keys = ({ word, stem, isPlain }) => [...new Set([fold(stem), ...(isPlain ? [word] : [])])];

// How much a row counts for a term: våld, vald and vård stay apart, but who has no dots means all of them.
const kinship = (row, term) => (row.stem === term.stem ? 1 : term.isPlain ? term.kin : row.stem === row.key ? 0.35 : 0);

// Texts.

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt()};`);

// The words of a text that a query meant: `means` tells the place of the term, or -1.
function marks(text, means) {
  const found = [];
  for (const word of words(text)) {
    const term = means(word.word);
    if (term >= 0) found.push({ ...word, term });
  }
  return found;
}

const AROUND = 70;
const LONG = 230;

// The stretch of a text with the most different words of the query, escaped and marked.
function excerpt(text, means, shares) {
  const found = marks(text, means);
  let best = { worth: 0, from: 0 };
  found.forEach((first, place) => {
    const met = new Set();
    let worth = 0;
    for (const word of found.slice(place)) {
      if (word.end > first.index + LONG - AROUND) break;
      worth += met.has(word.term) ? 0.05 : shares[word.term];
      met.add(word.term);
    }
    if (worth > best.worth) best = { worth, from: Math.max(0, first.index - AROUND) };
  });
  let from = best.from && text.indexOf(' ', best.from) + 1;
  let until = text.length > from + LONG ? text.lastIndexOf(' ', from + LONG) : text.length;
  if (until <= from) until = from + LONG;
  let html = from ? '… ' : '';
  for (const { index, end } of found) {
    if (index < from || end > until) continue;
    html += `${escape(text.slice(from, index))}<mark>${escape(text.slice(index, end))}</mark>`;
    from = end;
  }
  return { worth: best.worth, html: html + escape(text.slice(from, until)) + (until < text.length ? ' …' : '') };
}

// Search on one site.

class Site {
  constructor({ base, files, lang, head, columns }) {
    Object.assign(this, { base, files, lang, head, borders: head.b.split('\n') });
    this.columns = new Map();
    for (const table of head.f) if (table.n !== undefined) this.columns.set(table.k, this.column(columns.take(table.n)));
  }

  static async open(base, { fetch, lang }) {
    const files = new Files(base + 'search/', fetch);
    const read = (bytes) => {
      const columns = new Bytes(bytes);
      const head = JSON.parse(columns.text());
      if (head.v !== FORM) throw new Error('another form');
      return { head, columns };
    };
    return new Site({ base, files, lang, ...(await files.get('root.bin', read, { cache: 'no-cache' })) });
  }

  // The place in its table of values for each document.
  column(bytes) {
    const column = new Uint32Array(this.head.m);
    const runs = new Bytes(bytes);
    for (let at = 0; runs.at < bytes.length; ) {
      const set = runs.number();
      const length = runs.number();
      column.fill(set, at, (at += length));
    }
    return column;
  }

  shard(key) {
    let [low, high] = [0, this.borders.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.borders[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return this.files.get(`terms/${this.head.t.substr(low * this.head.l, this.head.l)}.bin`, shard);
  }

  dictionary() {
    return this.files.get(`words/${this.head.w}.bin`, readDictionary);
  }

  card(number) {
    return this.files.get(`docs/${number >> 8}/${number & 255}.bin`, (bytes) => JSON.parse(TEXT.decode(bytes)), { cache: 'no-cache' });
  }

  // Finds the rows of a term: its own, and where it is still being typed those that it begins.
  async find(term, isTyped) {
    const shards = await Promise.all(keys(term).map((key) => this.shard(key)));
    keys(term).forEach((key, place) => {
      for (const row of shards[place].of(key)) {
        const weight = kinship(row, term);
        if (weight) term.sources.push({ row, weight });
      }
    });
    term.known = term.sources.some(({ weight }) => weight > 0.5);
    if (isTyped || !term.known) this.begun(term, shards[0], term.known ? 0.4 : 0.7);
  }

  begun(term, { rows }, weight) {
    const typed = fold(term.word);
    if (typed.length < 3) return;
    const found = rows.filter((row) => row.key.startsWith(typed) && row.key !== typed);
    for (const row of found.sort((a, b) => b.size - a.size).slice(0, 12)) term.sources.push({ row, weight });
  }

  // Words that are one on the site (`trygghets vandring`), and several that have a synonym (`farsor och morsor`).
  async join(terms) {
    const asked = [];
    terms.forEach((_, from) => {
      for (let until = from + 2; until <= Math.min(from + 4, terms.length); until++) {
        const list = terms.slice(from, until);
        asked.push([list, list.map((term) => fold(term.stem)).join(' ')]);
        if (list.length === 2) asked.push([list, fold(stem(list[0].word + list[1].word))]);
      }
    });
    await Promise.all(
      asked.map(async ([list, key]) => {
        for (const row of (await this.shard(key)).of(key)) {
          for (const term of list) {
            term.sources.push({ row, weight: 1 });
            term.known = true;
          }
        }
      }),
    );
  }

  // What words lead to: synonyms, of which several words must stand together in a document.
  async follow(terms) {
    await Promise.all(
      terms.map(async (term) => {
        const own = term.sources.some(({ row, weight }) => row.size && weight > 0.5);
        const leads = term.sources.flatMap(({ row, weight }) => (weight > 0.5 ? row.leads : []));
        for (const { to, weight } of leads.sort((a, b) => b.weight - a.weight).slice(0, 6)) {
          const rows = await Promise.all(to.map(async (stem) => (await this.shard(fold(stem))).of(fold(stem)).find((row) => row.stem === stem)));
          term.sources.push({ row: together(rows), weight: own ? weight * 0.5 : weight * 1.3, lead: true });
        }
      }),
    );
  }

  // What to make of words that the index does not have: the nearest word, or the parts of a compound.
  async guess(parsed) {
    const unknown = parsed.terms.filter((term) => !term.known);
    if (!unknown.length) return null;
    const known = await this.dictionary();
    let suggestion = parsed.text;
    for (const term of unknown) {
      const [near, ...others] = nearest(term.word, known);
      const parts = near?.typo === 1 ? [] : split(term.word, known);
      if (parts.length) {
        const share = 1 / parts.length;
        const found = parts.map((part) => ({ ...term, word: part, stem: part, isPlain: false, sources: [], share }));
        await Promise.all(found.map((part) => this.find(part)));
        parsed.terms.splice(parsed.terms.indexOf(term), 1, ...found);
      } else if (near) {
        for (const word of [near, ...others.filter(({ cost }) => cost < near.cost + 0.5)]) {
          const found = { ...term, ...word, isPlain: false, sources: [] };
          await this.find(found);
          for (const { row, weight } of found.sources) term.sources.push({ row, weight: weight * (word === near ? 0.9 : 0.6) });
        }
        term.meant = near.stem;
        suggestion = suggestion.replace(RegExp(term.word, 'iu'), near.surface);
      }
    }
    return suggestion === parsed.text ? null : suggestion;
  }

  // Weighs every document that has one of the words: BM25 with what the index has weighed, and the more of the query the
  // better. What a word leads to counts by how rare it is itself.
  rank(terms) {
    const { n, m } = this.head;
    const [score, cover] = [new Float32Array(m), new Float32Array(m)];
    const rarity = (documents) => Math.log(1 + Math.max(0, n - documents + 0.5) / (documents + 0.5));
    for (const term of terms) {
      const of = (lead) => term.sources.filter((source) => !!source.lead === lead && source.row.size);
      const own = of(false).reduce((sum, { row }) => sum + row.size, 0);
      const rare = rarity(own);
      term.sources = [...of(false).map((source) => ({ ...source, rare })), ...of(true).map((source) => ({ ...source, rare: rarity(source.row.size) }))];
      term.idf = Math.max(0, ...term.sources.filter(({ lead }) => !own || !lead).map((source) => source.rare)) * (term.share ?? 1);
      const worths = new Float32Array(m);
      for (const { row, weight, rare } of term.sources) {
        const factor = weight * rare * (term.share ?? 1);
        row.each((number, unit, worth) => {
          if (!unit && worth * factor > worths[number]) worths[number] = worth * factor;
        });
      }
      for (let i = 0; i < m; i++) {
        if (worths[i]) {
          score[i] += worths[i];
          cover[i] += term.idf;
        }
      }
    }
    const most = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
    const widest = cover.reduce((a, b) => Math.max(a, b), 0);
    const found = [];
    for (let number = 0; number < m; number++) {
      if (cover[number] > widest * 0.2) found.push({ number, unit: 0, score: whole(score[number], cover[number], most) });
    }
    return found;
  }

  // A part is a hit of its own where it is clearly better than the whole: looked for in the likeliest documents.
  parts(likely, terms) {
    const near = new Map(likely.map((hit) => [hit.number, { hit, parts: [] }]));
    const most = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
    terms.forEach((term, place) => {
      for (const { row, weight, rare } of term.sources) {
        row.each((number, unit, worth) => {
          const parts = unit && near.get(number)?.parts;
          if (parts) (parts[unit] ??= [])[place] = Math.max(parts[unit][place] ?? 0, worth * weight * rare * (term.share ?? 1));
        });
      }
    });
    for (const { hit, parts } of near.values()) {
      const own = hit.score * 1.5;
      parts.forEach((worths, unit) => {
        const cover = terms.reduce((sum, { idf }, place) => sum + (worths[place] ? idf : 0), 0);
        const score = whole(worths.reduce((a, b) => a + b, 0), cover, most);
        if (score > own && score > hit.score) Object.assign(hit, { score, unit });
      });
    }
  }

  // Facets that are offered with these filters.
  tables(filters) {
    return this.head.f.filter((table) => !table.o || filters.kind?.length === 1);
  }

  // Keeps what fits the filters, and counts values: those of a facet as if it had no filter of its own.
  async narrow(found, filters, wanted) {
    const tables = this.tables(filters).filter((table) => this.columns.has(table.k) || wanted === true || filters[table.k]);
    await Promise.all(
      tables.map(async ({ k, f }) => {
        if (!this.columns.has(k)) this.columns.set(k, await this.files.get(`facets/${f}.bin`, (bytes) => this.column(bytes)));
      }),
    );
    const used = tables.map(({ k, s, v }) => {
      const chosen = filters[k]?.length && filters[k];
      return {
        column: this.columns.get(k),
        fits: s.map((set) => !chosen || set.some((value) => chosen.includes(v[value][0]))),
        counts: new Uint32Array(s.length),
      };
    });
    const known = new Set(tables.map(({ k }) => k));
    const impossible = Object.keys(filters).some((key) => filters[key]?.length && !known.has(key));
    const kept = found.filter(({ number }) => {
      let [failed, by] = [0, null];
      for (const facet of used) if (!facet.fits[facet.column[number]]) [failed, by] = [failed + 1, facet];
      if (!failed) for (const facet of used) facet.counts[facet.column[number]]++;
      else if (failed === 1) by.counts[by.column[number]]++;
      return !failed && !impossible;
    });
    const facets = tables.map(({ k, l, v, s }, place) => {
      const counts = v.map(() => 0);
      s.forEach((set, i) => set.forEach((value) => (counts[value] += used[place].counts[i])));
      const values = v.map(([value, label], i) => ({ value, label: label ?? value, count: counts[i] }));
      return { key: k, label: l, values: values.filter(({ value, count }) => count || filters[k]?.includes(value)) };
    });
    return { kept, facets: facets.filter(({ values }) => values.length) };
  }

  async sortByDate(found) {
    const { list, days } = await this.files.get(`dates/${this.head.d}.bin`, (bytes) => {
      const read = new Bytes(bytes);
      const list = read.text().split(' ');
      return { list, days: Uint32Array.from({ length: this.head.m }, () => (read.at < bytes.length ? read.number() : 0)) };
    });
    for (const hit of found) hit.date = days[hit.number] ? list[days[hit.number] - 1] : '';
    return found.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.score - a.score));
  }

  label(facet, number) {
    const table = this.head.f.find(({ k }) => k === facet);
    const value = table?.s[this.columns.get(facet)[number]]?.[0];
    return value === undefined ? [null, null] : [table.v[value][0], table.v[value][1] ?? table.v[value][0]];
  }

  async answers(all) {
    const typed = all.map(fold);
    if (!this.head.a || !typed.some((word) => this.head.a[1].includes(hint(word)))) return [];
    const { c, w } = await this.files.get(`answers/${this.head.a[0]}.bin`, (bytes) => JSON.parse(TEXT.decode(bytes)));
    const met = w.filter(([phrase]) => phrase.split(' ').every((word) => typed.includes(word)));
    // The longest phrase tells most of what has happened.
    const [longest] = met.sort((a, b) => b[0].length - a[0].length);
    return (longest?.[1] ?? []).map((place) => {
      const [title, phone, path, why] = c[place];
      return { title, phone, url: this.url(path), why };
    });
  }

  url(path) {
    return this.base + path;
  }

  // Which term a word of a text is, if any.
  meaning(terms) {
    const known = new Map();
    const roots = terms.map((term) => [fold(term.meant ?? term.stem), fold(term.word)]);
    return (word) => {
      if (!known.has(word)) {
        const folded = fold(word);
        const root = fold(stem(word));
        let place = roots.findIndex(([stem]) => stem === root);
        if (place < 0) place = roots.findIndex(([stem, typed]) => (stem.length > 3 && folded.includes(stem)) || (typed.length > 2 && folded.startsWith(typed)));
        known.set(word, place);
      }
      return known.get(word);
    };
  }

  // A hit as it is given out, weighed once more with the words of its own card.
  hit(found, card, parsed, means) {
    const { number, unit } = found;
    const shares = parsed.terms.map(({ idf }) => idf);
    const [path, title, lead] = this.lang && card.v?.[this.lang] ? card.v[this.lang] : [card.u, card.t, card.l ?? ''];
    const part = unit ? card.p[unit - 1] : null;
    const [kind, kindLabel] = this.label('kind', number);
    const [scope, scopeLabel] = this.label('scope', number);
    const texts = part ? [part[2], lead] : [lead, card.b ?? '', ...(card.p ?? []).map((part) => part[2])];
    const cut = texts.filter(Boolean).map((text) => excerpt(text, means, shares));
    const best = cut.reduce((a, b) => (b.worth > a.worth * 1.1 ? b : a), cut[0] ?? { html: '' });
    return {
      id: card.i + (part ? `#${part[0]}` : ''),
      url: this.url(path + (part ? `#${part[0]}` : '')),
      title: part ? part[1] : title,
      kind,
      kindLabel,
      scope,
      scopeLabel,
      excerpt: best.html,
      score: found.score * likeness(part ? part[1] : card.t, parsed, means),
      date: card.d ?? null,
      state: card.s ? { label: card.s[0], tone: card.s[1] } : null,
      parent: part ? title : null,
    };
  }

  // Documents that have the phrases word by word, among the most likely ones.
  async withPhrases(found, phrases) {
    const likely = found.sort((a, b) => b.score - a.score).slice(0, 24);
    const cards = await Promise.all(likely.map(({ number }) => this.card(number)));
    const plain = phrases.every((phrase) => phrase.every((word) => fold(word) === word));
    const bare = (list) => ` ${list.map((word) => (plain ? fold(word) : word)).join(' ')} `;
    return likely.filter((_, place) => {
      const { t, l = '', b = '', p = [] } = cards[place];
      const texts = [t, l, b, ...p.flatMap(([, title, text]) => [title, text])];
      const all = texts.map((text) => bare(words(text).map(({ word }) => word)));
      return phrases.every((phrase) => all.some((text) => text.includes(bare(phrase))));
    });
  }

  async search(query, { filters = {}, limit = 10, offset = 0, sort, prefix = false, facets: wanted } = {}) {
    const parsed = parse(query);
    const nothing = { total: 0, hits: [], facets: [], suggestion: null, answers: [] };
    if (!parsed.terms.length) return nothing;
    const last = parsed.terms.at(-1);
    const answers = this.answers(parsed.all);
    await Promise.all([...parsed.terms.map((term) => this.find(term, prefix && term === last)), answers.catch(() => {})]);
    await this.join(parsed.terms);
    const suggestion = await this.guess(parsed);
    await this.follow(parsed.terms);
    let found = this.rank(parsed.terms);
    if (parsed.phrases.length) found = await this.withPhrases(found, parsed.phrases);
    const { kept, facets } = await this.narrow(found, filters, wanted);
    const ordered = sort === 'date' ? await this.sortByDate(kept) : first(kept, Math.max(offset + limit, 30));
    this.parts(ordered.slice(0, Math.max(offset + limit, 30)), parsed.terms);
    if (sort !== 'date') ordered.sort(better);
    const shown = ordered.slice(0, offset + limit);
    const means = this.meaning(parsed.terms);
    const from = sort === 'date' || offset >= 10 ? offset : 0;
    const cards = await Promise.all(shown.slice(from).map(({ number }) => this.card(number)));
    let hits = cards.map((card, place) => this.hit(shown[from + place], card, parsed, means));
    if (!from && sort !== 'date') {
      const again = hits.slice(0, 10).sort((a, b) => b.score - a.score);
      hits = [...again, ...hits.slice(10)];
    }
    return { total: kept.length, hits: hits.slice(offset - from), facets, suggestion, answers: await answers };
  }
}

// What a document is worth by what it has of the query: part of the most that one could be.
const whole = (score, cover, most) => (score / most / LEVELS[15]) * (0.3 + 0.7 * (cover / most) ** 2);

// How much of a title the query is, and of the query the title: 1 to 1.6.
function likeness(title, { terms, all }, means) {
  const list = words(title).filter(({ word }) => !STOP.has(word));
  const met = list.map(({ word }) => means(word)).filter((term) => term >= 0);
  const own = list.length ? met.length / list.length : 0;
  const asked = new Set(met).size / terms.length;
  const exact = fold(title.toLowerCase()).includes(fold(all.join(' '))) ? 0.1 : 0;
  return 1 + 0.3 * own * asked + exact * asked;
}

// The best hits in order; the rest of them is left as it is.
function first(found, count) {
  if (found.length < 1000) return found.sort(better);
  const bar = found.map(({ score }) => score).sort((a, b) => b - a)[Math.min(count, found.length - 1)];
  return found.filter(({ score }) => score >= bar).sort(better);
}
const better = (a, b) => b.score - a.score || a.number - b.number;

// Sixteen bits of a word (FNV-1a, the upper half).
function hint(word) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 16;
}

// Opens the index of a site, or of several whose results are merged. `lang` names the version whose pages hits lead to.
export async function open(base, { fetch = globalThis.fetch.bind(globalThis), lang } = {}) {
  const bases = [base].flat().map((url) => String(url).replace(/\/?$/, '/'));
  const opened = await Promise.allSettled(bases.map((url) => Site.open(url, { fetch, lang })));
  const sites = opened.filter(({ value }) => value).map(({ value }) => value);
  if (!sites.length) throw opened[0].reason;
  if (bases.length === 1) return sites[0];
  return { search: (query, options = {}) => merged(sites, query, options) };
}

// Results of several sites as one. Scores are parts of the most that a document could have on its site, so they compare.
async function merged(sites, query, { limit = 10, offset = 0, ...options }) {
  const asked = await Promise.allSettled(sites.map((site) => site.search(query, { ...options, limit: limit + offset })));
  const results = asked.filter(({ value }) => value).map(({ value }) => value);
  if (!results.length) throw asked[0].reason;
  const facets = new Map();
  for (const { key, label, values } of results.flatMap((result) => result.facets)) {
    const facet = facets.get(key) ?? { key, label, values: [] };
    facets.set(key, facet);
    for (const value of values) {
      const known = facet.values.find((other) => other.value === value.value);
      if (known) known.count += value.count;
      else facet.values.push({ ...value });
    }
  }
  const by = options.sort === 'date' ? (a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1) : (a, b) => b.score - a.score;
  return {
    total: results.reduce((sum, { total }) => sum + total, 0),
    hits: results.flatMap(({ hits }) => hits).sort(by).slice(offset, offset + limit),
    facets: [...facets.values()],
    suggestion: results.some(({ hits, suggestion }) => hits.length && !suggestion) ? null : results[0].suggestion,
    answers: results.flatMap(({ answers }) => answers),
  };
}
