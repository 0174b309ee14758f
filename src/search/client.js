// Search in the files that insyn publishes. Runs in browsers and in Node, and needs nothing else. Use:
//   const index = await open('https://insyn.example/');
//   const { total, hits, facets, suggestion, answers } = await index.search('hot och våld', { limit: 10 });
// What options and results hold, and how the files are made, is told in docs/search.md. Letters, stems and splits are
// those of src/search/*.rs. What is published is client.min.js: `npm run client` in tests/browser makes it of this.

const FORM = 1;
const WAIT = 15000;
const LEVELS = Array.from({ length: 16 }, (_, level) => 0.15 * 1.42 ** (level - 1));
const WORD = /[\p{Alphabetic}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const SILENT = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const QUOTED = /["”“„«»]([^"”“„«»]+)["”“„«»]/g;

// What went wrong: `kind` is 'network', 'damaged' or 'aborted'; `url` is the file.
export class SearchError extends Error {
  constructor(kind, url, cause) {
    super(`${kind}: ${url}`, { cause });
    Object.assign(this, { name: 'SearchError', kind, url });
  }
}

const all = (list, ask) => Promise.all(list.map(ask));

// Letters and words.

export const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replace(/æ/g, 'a').replace(/ø/g, 'o');

// Words with their places; a short first part before a hyphen belongs to the next: `e-tjänst` is `etjänst` and `tjänst`.
export function words(text) {
  const found = [];
  let before = '';
  let last;
  for (const { 0: run, index } of text.matchAll(WORD)) {
    const bare = run.replace(SILENT, '');
    const word = bare.toLowerCase();
    const end = index + run.length;
    if (index !== last) before = '';
    if (before && word) found.push({ word: before + word, index, end });
    if (bare.length > 1 || /\d/.test(bare)) found.push({ word, index, end, capital: bare.length > 1 && !/\P{Lu}/u.test(bare) });
    before = word.length < 3 && text[end] === '-' ? word : '';
    last = end + 1;
  }
  return found;
}

// The stems of a language, and its words of no meaning, by the list and the rules that the index has.
export function language([stops, rules]) {
  const cuts = rules.map(([pattern, left]) => [RegExp(pattern), left]);
  const list = new Set(stops.split(' '));
  return {
    stem: (word) => (word.length < 4 || /\P{Alphabetic}/u.test(word) ? word : cuts.reduce((rest, cut) => rest.replace(...cut), word)),
    isStop: (word) => list.has(word),
  };
}

// The words of a site that misspellings are compared with, and unknown compounds taken apart by: `near(word)` and
// `split(word)`.
export function dictionary(surfaces, ranks, stem) {
  const list = surfaces.map((surface, place) => ({ surface, folded: fold(surface), stem: stem(surface), rank: ranks[place] }));
  const stems = new Set(list.map((word) => word.stem));
  let forms;

  // The forms in which a word stands before another part, with what they cost.
  const before = () => {
    if (forms) return forms;
    forms = new Map();
    for (const { surface, stem } of list) {
      const bare = surface.replace(/[ae]$/, '');
      const add = (form, cost) => {
        const known = forms.get(form);
        if (form.length > 2 && (!known || cost < known[0] || (cost === known[0] && stem < known[1]))) forms.set(form, [cost, stem]);
      };
      add(surface, 0);
      add(surface + 's', 1);
      if (bare === surface) add(surface + 'e', 2);
      else if (bare.length > 2) ['', 's', 'u', 'o'].map((link) => add(bare + link, 1));
    }
    return forms;
  };

  // The stems of the parts of a compound whose parts are all known; [] of another word.
  const split = (word) => {
    const best = [[0]];
    const size = word.length;
    for (let start = 0; size > 5 && size < 61 && start <= size - 3; start++) {
      for (let end = start + 3; best[start] && end <= size; end++) {
        const piece = word.slice(start, end);
        const root = stem(piece);
        const part = end < size ? before().get(piece) : start && stems.has(root) && [0, root];
        if (!part) continue;
        const cost = best[start][0] + 10 + part[0] + 3 * Math.max(0, 5 - piece.length);
        if (!best[end] || cost < best[end][0]) best[end] = [cost, part[1], start];
      }
    }
    const parts = [];
    for (let end = size; best[end]?.[1]; end = best[end][2]) parts.unshift(best[end][1]);
    return parts;
  };

  // The nearest words: one change in short words, two in long ones; the first letter is seldom wrong.
  const near = (word) => {
    const typed = fold(word);
    const root = fold(stem(word));
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
    const found = [];
    for (const known of list) {
      const typo = distance(typed, known.folded, most);
      const far = Math.min(typo, root.length > 5 ? distance(root, fold(known.stem), root.length < 8 ? 1 : most) : 9);
      if (far <= most) found.push({ ...known, typo, cost: far + (known.folded[0] !== typed[0]) * 0.7 - known.rank / 40 });
    }
    return found.sort((a, b) => a.cost - b.cost);
  };
  return { split, near };
}

// Damerau–Levenshtein distance (optimal string alignment), or 9 where it is larger than `most`.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return 9;
  let older;
  let old = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 9;
    [older, old] = [old, row];
  }
  return old[b.length];
}

// Files. Numbers are LEB128, texts have their length before them.

const decode = (bytes) => new TextDecoder().decode(bytes);

// Reads a file from its beginning.
function reader(bytes) {
  let at = 0;
  const number = () => {
    let [sum, shift, byte] = [0, 0];
    do {
      byte = bytes[at++];
      sum += (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return sum;
  };
  const take = (length) => bytes.subarray(at, (at += length));
  let last = [];
  return {
    number,
    take,
    text: () => decode(take(number())),
    // A text that shares its beginning, in bytes, with the one before.
    next: () => decode((last = Uint8Array.from([...last.slice(0, number()), ...take(number())]))),
    at: () => at,
  };
}

// A file of words: rows of { key, stem, size, leads, each }.
function readTerms(bytes) {
  const read = reader(bytes);
  const count = read.number();
  let gap = read.number();
  let level = read.number();
  gap += read.at();
  level += gap;
  return Array.from({ length: count }, () => {
    const key = read.next();
    const stem = read.text() || key;
    const size = read.number();
    const leads = Array.from({ length: read.number() }, () => ({ to: read.text().split(' '), weight: read.number() ? 0.4 : 0.6 }));
    const visitor = each.bind(null, bytes, gap, level, size);
    [gap, level] = visitor(() => {});
    return { key, stem, size, leads, each: visitor };
  });
}

// Visits the documents of a row: number, part (0 is the document itself), worth. Gives where the next row begins.
function each(bytes, gap, level, size, visit) {
  let [number, byte] = [0];
  const more = (at, sum, shift) => {
    do sum += ((byte = bytes[at++]) & 127) << shift;
    while (((shift += 7), byte > 127));
    return [at, sum];
  };
  for (; size; size--) {
    number += (byte = bytes[gap++]) & 127;
    if (byte > 127) [gap, number] = more(gap, number, 7);
    const kind = bytes[level++];
    let unit = kind >> 4;
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
      const [count, sum] = met.get(number) ?? [0, 0];
      if (!unit && count === place) met.set(number, [place + 1, sum + worth / rows.length]);
    }),
  );
  met.forEach(([count], number) => count < rows.length && met.delete(number));
  return { size: [...met].length, leads: [], each: (visit) => met.forEach(([, worth], number) => visit(number, 0, worth)) };
}

// Fetches files below an address, each once, and remembers what came. What failed is fetched again when next asked for.
// Without a way to read it a file is not fetched, but given if it is here.
function fetcher(base, fetch) {
  const known = new Map();
  const load = async (url, options, again) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), WAIT);
    try {
      const response = await fetch(url, { ...options, signal: limit.signal });
      if (!response.ok) throw response.status;
      return await response.arrayBuffer();
    } catch (cause) {
      if (!again) throw new SearchError('network', url, cause);
      return load(url, options, 0);
    } finally {
      clearTimeout(timer);
    }
  };
  const open = async (path, read, options) => {
    const bytes = await load(base + path, options, 1);
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
      return read(new Uint8Array(await new Response(stream).arrayBuffer()));
    } catch (cause) {
      throw new SearchError('damaged', base + path, cause);
    }
  };
  return (path, read, options) => {
    if (!known.has(path)) {
      if (!read) return [];
      known.set(path, open(path, read, options));
    }
    known.get(path).catch(() => known.delete(path));
    return known.get(path);
  };
}

// Words of a query.

function parse(query, { stem, isStop }) {
  const text = query.normalize('NFC').slice(0, 2000);
  const typed = words(text).filter(({ word }) => word.length < 61).slice(0, 32);
  const shouts = typed[1] && typed.every(({ capital }) => capital);
  const telling = typed.filter(({ word, capital }) => !isStop(word) || (capital && !shouts));
  const hasMarks = (word) => fold(word) !== word;
  const isMarked = typed.some(({ word }) => hasMarks(word));
  const terms = new Map();
  for (const { word } of telling.length ? telling : typed) {
    // Who writes no å, ä and ö at all means all of våld, vald and vård; who writes some means what is written.
    terms.set(word, { word, stem: stem(word), isPlain: !hasMarks(word), kin: isMarked ? 0.15 : 0.8, share: 1, sources: [] });
  }
  const phrases = [...text.matchAll(QUOTED)].map(([, phrase]) => words(phrase).map(({ word }) => word));
  return { text, typed: typed.map(({ word }) => word), phrases: phrases.filter(([word]) => word), terms: [...terms.values()] };
}

// What a document is worth by what it has of the query: part of the most that one could be.
const whole = (score, cover, most) => (score / most / LEVELS[15]) * (0.3 + 0.7 * (cover / most) ** 2);

const better = (a, b) => b.score - a.score || a.number - b.number;

// The best hits in order.
function first(found, count) {
  const bar = Float64Array.from(found, ({ score }) => score).sort().at(-count) ?? 0;
  return found.filter(({ score }) => score >= bar).sort(better);
}

// Texts.

const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt()};`);

// The stretch of a text with the most different words of the query, escaped and marked. `means` tells which term of the
// query a word is, or -1.
function excerpt(text, means, terms) {
  const marks = words(text).map(({ word, index, end }) => ({ term: means(word), index, end })).filter(({ term }) => term >= 0);
  let [most, from] = [0, 0];
  marks.forEach(({ index }, place) => {
    const met = new Set();
    let worth = 0;
    for (const { term, end } of marks.slice(place)) {
      if (end > index + 160) break;
      worth += met.has(term) ? 0.05 : terms[term].idf;
      met.add(term);
    }
    if (worth > most) [most, from] = [worth, Math.max(0, index - 70)];
  });
  from = from && text.indexOf(' ', from) + 1;
  let until = text.length > from + 230 ? text.lastIndexOf(' ', from + 230) : text.length;
  if (until <= from) until = from + 230;
  let html = from ? '… ' : '';
  for (const { index, end } of marks) {
    if (index < from || end > until) continue;
    html += `${escape(text.slice(from, index))}<mark>${escape(text.slice(index, end))}</mark>`;
    from = end;
  }
  return { most, html: html + escape(text.slice(from, until)) + (until < text.length ? ' …' : '') };
}

// Sixteen bits of a word (FNV-1a, the upper half).
function hint(word) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 16;
}

// Search on one site.
async function site(base, { fetch, lang }) {
  const get = fetcher(base + 'search/', fetch);
  const json = (bytes) => JSON.parse(decode(bytes));
  const [head, inline] = await get(
    'root.bin',
    (bytes) => {
      const read = reader(bytes);
      const head = JSON.parse(read.text());
      if (head.v !== FORM) throw head.v;
      return [head, read];
    },
    { cache: 'no-cache' },
  );
  const words = language(head.g);
  const { stem } = words;
  const borders = head.b.split('\n');
  const tables = new Map(head.f.map((table) => [table.k, table]));

  // For each document the place of its values in the table of a facet.
  const column = (bytes) => {
    const read = reader(bytes);
    const places = new Uint32Array(head.m);
    for (let at = 0; read.at() < bytes.length; ) places.fill(read.number(), at, (at += read.number()));
    return places;
  };
  for (const table of head.f) if (!table.c) table.column = column(inline.take(table.n));

  // The rows of a key; with `isNear` only where they are in a file that is here already.
  const rows = async (key, isNear) => {
    let [low, high] = [0, borders.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (borders[middle] <= key) low = middle;
      else high = middle - 1;
    }
    const found = await get(`terms/${head.t.substr(low * head.l, head.l)}.bin`, !isNear && head.t && readTerms);
    return Object.assign(found.filter((row) => row.key === key), { shard: found });
  };
  const card = (number) => get(`docs/${number >> 8}/${number & 255}.bin`, json, { cache: 'no-cache' });

  // Finds the rows of a term: its own, and where it is still being typed, or not known, those that it begins. A word
  // without å, ä and ö may have been cut where the right one is not.
  const find = async (term, isTyped) => {
    const keys = [...new Set([fold(term.stem), ...(term.isPlain ? [term.word] : [])])];
    const found = await all(keys, rows);
    for (const row of found.flat()) {
      const weight = row.stem === term.stem ? 1 : term.isPlain ? term.kin : row.stem === row.key ? 0.35 : 0;
      if (weight) term.sources.push({ row, weight });
      term.known ||= weight > 0.5;
    }
    const typed = fold(term.word);
    if (typed.length < 3 || (term.known && !isTyped)) return;
    const begun = found[0].shard.filter(({ key }) => key.startsWith(typed) && key !== typed);
    for (const row of begun.sort((a, b) => b.size - a.size).slice(0, 12)) term.sources.push({ row, weight: term.known ? 0.4 : 0.7 });
  };

  // Words that are one on the site (`trygghets vandring`), and several that have a synonym (`farsor och morsor`).
  const join = (terms) => {
    const asked = [];
    terms.forEach((_, from) => {
      for (let until = from + 2; until <= Math.min(from + 4, terms.length); until++) {
        const list = terms.slice(from, until);
        asked.push([list, list.map((term) => fold(term.stem)).join(' ')]);
        if (!list[2]) asked.push([list, fold(stem(list[0].word + list[1].word))]);
      }
    });
    return all(asked, async ([list, key]) => {
      for (const row of await rows(key, list.every(({ known }) => known))) {
        for (const term of list) {
          term.sources.push({ row, weight: 1 });
          term.known = true;
        }
      }
    });
  };

  // What to make of words that the index does not have: the nearest word, or the parts of a compound.
  const guess = async (parsed) => {
    const unknown = parsed.terms.filter((term) => !term.known);
    if (!unknown.length) return null;
    const known = await get(`words/${head.w}.bin`, (bytes) => {
      const read = reader(bytes);
      const list = Array.from({ length: read.number() }, read.next);
      return dictionary(list, read.take(list.length), stem);
    });
    let suggestion = parsed.text;
    await all(unknown, async (term) => {
      const near = known.near(term.word).slice(0, 3);
      const parts = near[0]?.typo === 1 ? [] : known.split(term.word);
      const found = (stem, share) => ({ ...term, word: stem, stem, isPlain: false, sources: [], share });
      if (parts.length) {
        const terms = parts.map((part) => found(part, 1 / parts.length));
        await all(terms, (part) => find(part));
        parsed.terms.splice(parsed.terms.indexOf(term), 1, ...terms);
      } else if (near.length) {
        await all(near, async (word) => {
          if (word.cost > near[0].cost + 0.5) return;
          const meant = found(word.stem, 1);
          await find(meant);
          for (const { row, weight } of meant.sources) term.sources.push({ row, weight: weight * (word === near[0] ? 0.9 : 0.6) });
        });
        term.meant = near[0].stem;
        suggestion = suggestion.replace(RegExp(term.word, 'iu'), near[0].surface);
      }
    });
    return suggestion === parsed.text ? null : suggestion;
  };

  // What words lead to: synonyms, of which several words must stand together in a document.
  const follow = (terms) =>
    all(terms, async (term) => {
      const isFound = term.sources.some(({ row, weight }) => row.size && weight > 0.5);
      const leads = term.sources.flatMap(({ row, weight }) => (weight > 0.5 ? row.leads : []));
      const near = leads.sort((a, b) => b.weight - a.weight).slice(0, isFound ? 4 : 6);
      const found = await all(near, ({ to }) => all(to, async (stem) => (await rows(fold(stem))).find((row) => row.stem === stem)));
      found.forEach((list, place) => {
        term.sources.push({ row: together(list), weight: near[place].weight * (isFound ? 0.5 : 1.3), lead: true });
      });
    });

  // Weighs every document that has one of the words: BM25 with what the index has weighed, and the more of the query the
  // better. What a word leads to counts by how rare it is itself.
  const rank = (terms) => {
    const { n, m } = head;
    const score = new Float32Array(m);
    const cover = new Float32Array(m);
    const rarity = (documents) => Math.log(1 + Math.max(0.5, n - documents + 0.5) / (documents + 0.5));
    let most = 0;
    for (const term of terms) {
      term.sources = term.sources.filter(({ row }) => row.size);
      const own = term.sources.reduce((sum, { row, lead }) => sum + (lead ? 0 : row.size), 0);
      const worths = new Float32Array(m);
      term.idf = 0;
      for (const source of term.sources) {
        const { row, weight, lead } = source;
        const rare = rarity(lead ? row.size : own) * term.share;
        if (!own || !lead) term.idf = Math.max(term.idf, rare);
        source.factor = weight * rare;
        row.each((number, unit, worth) => {
          if (!unit && worth * source.factor > worths[number]) worths[number] = worth * source.factor;
        });
      }
      most += term.idf;
      for (let i = 0; i < m; i++) {
        if (worths[i]) {
          score[i] += worths[i];
          cover[i] += term.idf;
        }
      }
    }
    const bar = cover.reduce((a, b) => Math.max(a, b), 0) / 5;
    const found = [];
    for (let number = 0; number < m; number++) {
      if (cover[number] > bar) found.push({ number, unit: 0, score: whole(score[number], cover[number], most) });
    }
    return [found, most];
  };

  // A part is a hit of its own where it is clearly better than the whole: looked for in the likeliest documents.
  const takeParts = (likely, terms, most) => {
    const near = new Map(likely.map((hit) => [hit.number, [hit, []]]));
    terms.forEach(({ sources }, place) => {
      for (const { row, factor } of sources) {
        row.each((number, unit, worth) => {
          const parts = unit && near.get(number)?.[1];
          if (parts) (parts[unit] ??= [])[place] = Math.max(parts[unit][place] ?? 0, worth * factor);
        });
      }
    });
    for (const [hit, parts] of near.values()) {
      const bar = hit.score * 1.5;
      parts.forEach((worths, unit) => {
        const cover = terms.reduce((sum, { idf }, place) => sum + (worths[place] ? idf : 0), 0);
        const score = whole(worths.reduce((a, b) => a + b, 0), cover, most);
        if (score > Math.max(bar, hit.score)) Object.assign(hit, { score, unit });
      });
    }
  };

  // Keeps what fits the filters, and counts values: those of a facet as if it had no filter of its own.
  const narrow = async (found, filters, wanted) => {
    const offered = head.f.filter(({ k, o, column }) => (!o || filters.kind?.length === 1) && (column || wanted || filters[k]?.length));
    const used = await all(offered, async (table) => {
      const { k, l, s, v, c } = table;
      table.column ??= await get(`facets/${c}.bin`, column);
      const chosen = filters[k] ?? [];
      const fits = s.map((set) => !chosen.length || set.some((value) => chosen.includes(v[value][0])));
      return { k, l, s, v, chosen, fits, column: table.column, counts: s.map(() => 0) };
    });
    const kept = found.filter(({ number }) => {
      const failed = used.filter(({ fits, column }) => !fits[column[number]]);
      for (const { counts, column } of failed.length ? failed : used) if (failed.length < 2) counts[column[number]]++;
      return !failed.length;
    });
    const facets = used.map(({ k, l, s, v, chosen, counts }) => {
      const values = v.map(([value, label]) => ({ value, label, count: 0 }));
      s.forEach((set, place) => set.forEach((value) => (values[value].count += counts[place])));
      return { key: k, label: l, values: values.filter(({ value, count }) => count || chosen.includes(value)) };
    });
    return { kept, facets: facets.filter(({ values }) => values.length) };
  };

  const byDate = async (found) => {
    const [list, days] = await get(`dates/${head.d}.bin`, (bytes) => {
      const read = reader(bytes);
      return [['', ...read.text().split(' ')], Uint32Array.from({ length: head.m }, read.number)];
    });
    const day = ({ number }) => list[days[number]];
    return found.sort((a, b) => (day(a) < day(b)) - (day(a) > day(b)) || better(a, b));
  };

  const answers = async (typed) => {
    const folded = typed.map(fold);
    if (!head.a || !folded.some((word) => head.a[1].includes(hint(word)))) return [];
    const { c, w } = await get(`answers/${head.a[0]}.bin`, json);
    const met = w.filter(([phrase]) => phrase.split(' ').every((word) => folded.includes(word)));
    // The longest phrase tells most of what has happened.
    const places = met.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? [];
    return places.map((place) => {
      const [title, phone, path, why] = c[place];
      return { title, phone, url: base + path, why };
    });
  };

  // Documents that have the phrases word by word, among the most likely ones.
  const withPhrases = async (found, phrases) => {
    const likely = found.sort(better).slice(0, 24);
    const cards = await all(likely, ({ number }) => card(number));
    const isPlain = phrases.flat().every((word) => fold(word) === word);
    const bare = (list) => ` ${list.map((word) => (isPlain ? fold(word) : word)).join(' ')} `;
    return likely.filter((_, place) => {
      const { t, l, b, p = [] } = cards[place];
      const texts = [t, l, b, ...p.flat()].map((text = '') => bare(wordsOf(text)));
      return phrases.every((phrase) => texts.some((text) => text.includes(bare(phrase))));
    });
  };

  // Which term a word of a text is, or -1.
  const meaning = (terms) => {
    const known = new Map();
    const roots = terms.map(({ meant, stem, word }) => [fold(meant ?? stem), fold(word)]);
    const find = (word) => {
      const folded = fold(word);
      const root = fold(stem(word));
      const place = roots.findIndex(([stem]) => stem === root);
      if (place >= 0) return place;
      return roots.findIndex(([stem, typed]) => (stem.length > 3 && folded.includes(stem)) || (typed.length > 2 && folded.startsWith(typed)));
    };
    return (word) => known.get(word) ?? known.set(word, find(word)).get(word);
  };

  // The value of a facet that a document has: its key and label.
  const value = (facet, number) => {
    const { v, s, column } = tables.get(facet) ?? {};
    return v?.[s[column[number]][0]] ?? [null, null];
  };

  // A hit as it is given out, weighed once more: the more of its title the query is, the better.
  const hit = ({ number, unit, score }, { i, u, t, l = '', b = '', p = [], d, s, v }, { terms, typed }, means, again) => {
    const [path, name, lead] = v?.[lang] ?? [u, t, l];
    const [anchor, heading, text] = p[unit - 1] ?? [];
    const cuts = (unit ? [text, lead] : [lead, b, ...p.map(([, , text]) => text)]).filter(Boolean).map((text) => excerpt(text, means, terms));
    const best = cuts.reduce((a, b) => (b.most > a.most * 1.1 ? b : a), cuts[0]);
    const title = unit ? heading : name;
    const list = wordsOf(unit ? heading : t);
    const telling = list.filter((word) => !words.isStop(word));
    const met = telling.map(means).filter((term) => term >= 0);
    const asked = [...new Set(met)].length / terms.length;
    const exact = fold(list.join(' ')).includes(fold(typed.join(' '))) ? 0.1 : 0;
    const [kind, kindLabel] = value('kind', number);
    const [scope, scopeLabel] = value('scope', number);
    const at = anchor ? '#' + anchor : '';
    return {
      id: i + at,
      url: base + path + at,
      title,
      kind,
      kindLabel,
      scope,
      scopeLabel,
      excerpt: best?.html ?? '',
      score: score * (1 + again * asked * ((0.3 * met.length) / (telling.length || 1) + exact)),
      date: d ?? null,
      state: s ? { key: s[0], tone: s[1], label: s[2] } : null,
      parent: unit ? name : null,
    };
  };

  return {
    async search(query, { filters = {}, limit = 10, offset = 0, sort, prefix, facets: wanted, signal } = {}) {
      const ask = () => {
        if (signal?.aborted) throw new SearchError('aborted', base);
      };
      const parsed = parse(`${query}`, words);
      const { terms, phrases } = parsed;
      if (!terms.length) return { total: 0, hits: [], facets: [], suggestion: null, answers: [] };
      const last = terms.at(-1);
      const urgent = answers(parsed.typed);
      await Promise.all([urgent, ...terms.map((term) => find(term, prefix && term === last))]);
      ask();
      await join(terms);
      const suggestion = await guess(parsed);
      await follow(terms);
      ask();
      const [weighed, most] = rank(terms);
      const { kept, facets } = await narrow(phrases.length ? await withPhrases(weighed, phrases) : weighed, filters, wanted);
      const ordered = sort === 'date' ? await byDate(kept) : first(kept, Math.max(offset + limit, 30));
      takeParts(ordered.slice(0, 30), terms, most);
      if (sort !== 'date') ordered.sort(better);
      // The first page, and no other hit, is weighed once more by what its cards tell: pages are parts of one list.
      const again = sort === 'date' ? 0 : Math.min(limit, 10);
      const from = offset < again ? 0 : offset;
      const shown = ordered.slice(from, offset + limit);
      const cards = await all(shown, ({ number }) => card(number));
      ask();
      const means = meaning(terms);
      const hits = cards.map((card, place) => hit(shown[place], card, parsed, means, from + place < again));
      if (sort !== 'date') hits.sort((a, b) => b.score - a.score);
      return { total: kept.length, hits: hits.slice(offset - from), facets, suggestion, answers: await urgent };
    },
  };
}

// A site that may be published anew while it is open: its old files are gone then, and the root names others.
async function lasting(...place) {
  let index = await site(...place);
  return {
    search: (...asked) =>
      index.search(...asked).catch(async (error) => {
        if (error.cause !== 404) throw error;
        index = await site(...place);
        return index.search(...asked);
      }),
  };
}

const wordsOf = (text) => words(text).map(({ word }) => word);

// Opens the index of a site, or of several whose results are merged. `lang` names the version whose pages hits lead to.
export async function open(base, { fetch = globalThis.fetch.bind(globalThis), lang } = {}) {
  const bases = [base].flat().map((url) => `${url}`.replace(/\/?$/, '/'));
  const sites = await some(bases, (url) => lasting(url, { fetch, lang }));
  if (!bases[1]) return sites[0];
  return {
    // Scores are parts of the most that a document could have on its site, so they compare.
    async search(query, { limit = 10, offset = 0, ...options } = {}) {
      const results = await some(sites, (site) => site.search(query, { ...options, limit: limit + offset }));
      const of = (key) => results.flatMap((result) => result[key]);
      const facets = new Map();
      for (const { key, label, values } of of('facets')) {
        const known = facets.get(key)?.values ?? [];
        facets.set(key, { key, label, values: known });
        for (const value of values) {
          const same = known.find((other) => other.value === value.value);
          if (same) same.count += value.count;
          else known.push(value);
        }
      }
      const day = ({ date }) => date ?? '';
      const order = options.sort === 'date' ? (a, b) => (day(a) < day(b)) - (day(a) > day(b)) : (a, b) => b.score - a.score;
      return {
        total: of('total').reduce((a, b) => a + b),
        hits: of('hits').sort(order).slice(offset, offset + limit),
        facets: [...facets.values()],
        suggestion: results.some(({ hits, suggestion }) => hits.length && !suggestion) ? null : results[0].suggestion,
        answers: of('answers'),
      };
    },
  };
}

// What came of those that did not fail; all failing is a failure.
async function some(list, ask) {
  const settled = await Promise.allSettled(list.map(ask));
  const found = settled.filter(({ status }) => status === 'fulfilled');
  if (!found.length) throw settled[0].reason;
  return found.map(({ value }) => value);
}
