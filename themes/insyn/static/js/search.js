// The search page. Its markup and its texts stand in parts/search.html.

const step = 10;
const longest = 300;
const [pause, slow, quiet] = [150, 400, 800];
const { lang } = document.documentElement;
const part = (name, within = document) => within.querySelector(`[data-${name}]`);
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

// A part without a value is hidden.
function fill(within, values) {
  for (const [name, value] of Object.entries(values)) {
    const element = part(name, within);
    element.hidden = !value;
    if (value && value !== true) element.replaceChildren(...[value].flat());
  }
  return within;
}

// An index may come from another site: only pages are led to.
function lead(link, url) {
  const { protocol, href } = new URL(url, location);
  if (/^https?:$/.test(protocol)) link.href = href;
}

// Only text and marks come out, whatever goes in.
function marked(html) {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(({ nodeName, textContent }) => {
    const node = document.createElement(nodeName === 'MARK' ? 'mark' : 'span');
    node.textContent = textContent;
    return node;
  });
}

// A day, a month or a year.
function day(iso) {
  const [month, number] = [iso.length > 4 ? 'long' : undefined, iso.length > 7 ? 'numeric' : undefined];
  return new Date(iso).toLocaleDateString(lang, { year: 'numeric', month, day: number, timeZone: 'UTC' });
}

export default function start(page) {
  const { field, index, narrow } = page;
  const [found, hits, filters, groups] = ['found', 'list', 'filters', 'groups'].map((name) => part(name));
  const texts = found.dataset;
  let now = read();
  let settled = fragment(now);
  let run = new AbortController();
  let repeat, typing, saying;

  function read() {
    const address = new URLSearchParams(location.hash.slice(1));
    const chosen = Object.create(null);
    for (const [key, value] of address) if (key !== 'q' && key !== 'sort') (chosen[key] ??= []).push(value);
    return { q: page.wordsInAddress().trim().slice(0, longest), chosen, sort: address.get('sort') === 'date' ? 'date' : '' };
  }

  function fragment({ q, chosen, sort }) {
    const filters = Object.entries(chosen).flatMap(([key, values]) => values.map((value) => [key, value]));
    return q && `#${new URLSearchParams([['q', q], ...filters, ...sort ? [['sort', sort]] : []])}`;
  }

  // Typing rewrites an entry of the history; Enter and choices make one.
  const note = (hash) => history.replaceState(null, '', location.pathname + hash);
  function settle() {
    const next = fragment(now);
    if (next === settled) return note(next);
    history.pushState(null, '', location.pathname + next);
    settled = next;
  }

  // To a screen reader. The same words twice would not be read twice.
  function say(text, delay = 0) {
    const status = part('say');
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = status.textContent === text ? `${text}\u00A0` : text; }, delay);
  }

  function hit({ url, title, kindLabel, scopeLabel, parent, excerpt, state, date }) {
    const shape = state && (part(`shape="${state.key}"`) ?? part(`shape="${state.tone}"`));
    const item = fill(copy('hit'), {
      link: title,
      kind: [kindLabel, scopeLabel].filter(Boolean).join(' · '),
      parent: parent && `${texts.part} ${parent}`,
      excerpt: excerpt && marked(excerpt),
      state: state && [shape?.content.cloneNode(true) ?? '', state.label],
      day: date && day(date),
      meta: !!(state || date),
    });
    lead(part('link', item), url);
    part('state', item).classList.add(`tone-${state?.tone}`);
    part('day', item).dateTime = date ?? '';
    return item;
  }

  function answer({ title, phone, url, why }) {
    const item = fill(copy('answer'), { link: title, call: !!phone, number: phone, unknown: !phone, why });
    if (url) lead(part('link', item), url);
    part('call', item).href = `tel:${phone?.replace(/[^\d+]/g, '')}`;
    return item;
  }

  function choice(key, { value, label, count }) {
    const item = fill(copy('choice'), { label, number: String(count) });
    Object.assign(item.querySelector('input'), { name: key, value, checked: now.chosen[key]?.includes(value) });
    return item;
  }

  function facet({ key, label, values }, opened) {
    const items = values.sort((a, b) => b.count - a.count).map((value) => choice(key, value));
    const rest = items.splice(items.length > 7 ? 5 : 7);
    const group = fill(copy('facet'), { legend: label, first: items, fold: rest.length > 0, summary: texts.rest.replace('#', rest.length), second: rest });
    const fold = part('fold', group);
    fold.dataset.fold = key;
    fold.open = opened.includes(key) || fold.querySelector(':checked');
    return group;
  }

  // The boxes are made anew: one keeps focus, and what was unfolded stays so.
  function showFacets(facets) {
    const { name, value } = document.activeElement;
    const opened = [...groups.querySelectorAll('[open]')].map(({ dataset }) => dataset.fold);
    const useful = facets.filter(({ key, values }) => values.length > 1 || now.chosen[key]);
    const count = Object.values(now.chosen).flat().length;
    groups.replaceChildren(...useful.map((one) => facet(one, opened)));
    [...groups.querySelectorAll('input')].find((box) => box.name === name && box.value === value)?.focus();
    fill(document, { filters: useful.length > 0, count: count && `(${count})`, clear: count > 0, filtered: count > 0 });
  }

  function show({ total, hits: list, facets, suggestion, answers }, offset, delay) {
    const [before, after] = (total === 1 ? texts.one : total ? texts.many : texts.none).replace('#', total.toLocaleString(lang)).split('…');
    const { activeElement: had } = document;
    const items = list.map(hit);
    if (!offset) hits.replaceChildren();
    hits.append(...items);
    const count = hits.children.length;
    const shown = (count < total || offset) && texts.shown.replace('#', count).replace('…', total);
    narrow('');
    fill(document, {
      found: true, failed: false, az: !total, nothing: !total, sort: total > 1, more: count < total, 'so-far': shown,
      before, words: now.q, after, suggestion: !!suggestion, meant: suggestion,
      answers: answers.length > 0, calls: answers.map(answer),
    });
    part('meant').href = fragment({ ...now, q: suggestion ?? '' });
    part('sort').querySelector(`[value='${now.sort}']`).checked = true;
    showFacets(facets);
    const urgent = answers.map(({ title, phone }) => `${title} ${phone ?? ''}`);
    say([part('heading').textContent, ...urgent, offset && shown].filter(Boolean).join('. '), delay);
    if (offset) {
      history.replaceState({ shown: count }, '');
      items[0]?.querySelector('a').focus();
    } else if (had !== document.body && !document.activeElement.offsetParent) {
      // What had focus is gone.
      part('heading').focus();
    }
  }

  // What was found stays when only more of it could not be had.
  function fail(offset) {
    fill(document, { found: offset > 0, failed: true, az: !offset });
    narrow(offset ? '' : now.q);
    say(texts.failedText);
  }

  async function find({ offset = 0, limit = step, delay } = {}) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const { q, chosen, sort, prefix } = now;
    repeat = () => find({ offset, limit });
    if (!q) return onlyList();
    const waiting = setTimeout(() => fill(document, { wait: true }), slow);
    found.ariaBusy = 'true';
    let result;
    try {
      result = await (await index()).search(q, { filters: chosen, sort: sort || 'relevance', limit, offset, prefix, facets: true, signal });
    } catch {
      if (!signal.aborted) fail(offset);
    }
    clearTimeout(waiting);
    if (signal.aborted) return;
    done();
    if (result) show(result, offset, delay);
  }

  function done() {
    fill(document, { wait: false });
    found.ariaBusy = 'false';
  }

  function onlyList() {
    done();
    fill(document, { found: false, failed: false, az: true });
    narrow('');
    clearTimeout(saying);
    part('say').textContent = '';
  }

  function typed(change) {
    clearTimeout(typing);
    const q = field.value.trim().slice(0, longest);
    now = { ...now, q, chosen: q ? now.chosen : {}, ...change };
  }

  function choose(change) {
    typed(change);
    settle();
    find();
  }

  function arrive() {
    const next = read();
    // An anchor of the page says nothing of words.
    if ((location.hash && !location.hash.includes('=')) || fragment(next) === fragment(now)) return;
    field.value = next.q;
    typed({ ...next, prefix: false });
    settled = fragment(now);
    find({ limit: history.state?.shown });
  }

  page.go = () => {
    note(settled);
    choose({ prefix: false });
  };
  field.addEventListener('input', () => {
    clearTimeout(typing);
    clearTimeout(saying);
    typing = setTimeout(() => {
      typed({ prefix: true });
      note(fragment(now));
      find({ delay: quiet });
    }, pause);
  });
  groups.addEventListener('change', ({ target: { name, value, checked } }) => {
    const { [name]: values = [], ...chosen } = now.chosen;
    const left = checked ? [...values, value] : values.filter((one) => one !== value);
    choose({ chosen: left.length ? { ...chosen, [name]: left } : chosen });
  });
  part('sort').addEventListener('change', ({ target }) => choose({ sort: target.value }));
  for (const button of document.querySelectorAll('[data-clear], [data-filtered] button')) button.addEventListener('click', () => choose({ chosen: {} }));
  part('more').addEventListener('click', () => find({ offset: hits.children.length }));
  part('retry').addEventListener('click', () => repeat());
  addEventListener('popstate', arrive);
  addEventListener('hashchange', arrive);
  filters.open = matchMedia('(min-width: 64rem)').matches;
  index().catch(() => {});
  // Somebody may have begun to type before this came.
  field.value ||= now.q;
  const isTyping = field.value !== now.q;
  typed({ prefix: isTyping });
  find({ limit: history.state?.shown, delay: isTyping ? quiet : 0 });
}
