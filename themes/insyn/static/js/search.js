// The search page. Its markup and its texts stand in parts/search.html.

const { lang } = document.documentElement;
const part = (name, within = document) => within.querySelector(`[data-${name}]`);
const copy = (name, values) => fill(values, part(name).content.firstElementChild.cloneNode(true));

// A part without a value is hidden.
function fill(values, within = document) {
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
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map(({ nodeName, textContent }) =>
    Object.assign(document.createElement(nodeName === 'MARK' ? nodeName : 'span'), { textContent }));
}

// A day, a month or a year.
function day(iso) {
  const [, month, day] = iso.split('-');
  return new Date(iso).toLocaleDateString(lang, { year: 'numeric', month: month && 'long', day: day && 'numeric', timeZone: 'UTC' });
}

export default function start(page) {
  const { field, index, narrow } = page;
  const [found, hits, filters, groups, heading, status] = ['found', 'list', 'filters', 'groups', 'heading', 'say'].map((name) => part(name));
  const texts = found.dataset;
  // What is searched for, as the address has it: words, filters and order.
  let now = read();
  let settled = fragment();
  let run = new AbortController();
  let hasAll, prefix, repeat, typing, saying;

  function read() {
    const address = new URLSearchParams(location.hash.slice(1));
    address.set('q', page.wordsInAddress().trim());
    return address;
  }

  function fragment() {
    return now.get('q') && `#${now}`;
  }

  // The filters of what is chosen, each as often as it has values.
  const chosen = () => [...now.keys()].filter((key) => !/^(q|sort|lang)$/.test(key));
  const empty = () => chosen().forEach((key) => now.delete(key));
  const clear = () => {
    empty();
    choose();
  };

  // Typing rewrites an entry of the history; Enter and choices make one.
  const note = (hash) => history.replaceState(null, '', location.pathname + hash);

  // To a screen reader, when typing has paused. The same words twice would not be read twice.
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = text + (status.textContent === text ? '\u00A0' : ''); }, prefix ? 800 : 0);
  }

  function hit({ url, title, kindLabel, scopeLabel, parent, excerpt, state, date }) {
    const item = copy('hit', {
      link: title,
      kind: [kindLabel, scopeLabel].filter(Boolean).join(' · '),
      parent: parent && `${texts.part} ${parent}`,
      excerpt: excerpt && marked(excerpt),
      state: state && [part(`shape="${state.key}"`)?.content.cloneNode(true) ?? '', state.label],
      day: date && day(date),
      meta: !!(state || date),
    });
    lead(part('link', item), url);
    part('state', item).classList.add(`tone-${state?.tone}`);
    part('day', item).dateTime = date ?? '';
    return item;
  }

  function answer({ title, phone, url, why }) {
    const item = copy('answer', { link: title, call: !!phone, number: phone, unknown: !phone, why });
    lead(part('link', item), url);
    part('call', item).href = `tel:${phone?.replace(/[^\d+]/g, '')}`;
    return item;
  }

  function choice(name, { value, label, count }) {
    const item = copy('choice', { label, number: [count] });
    Object.assign(item.querySelector('input'), { name, value, checked: now.getAll(name).includes(value) });
    return item;
  }

  // The commonest values, and below them the rest folded away, but for what is chosen.
  function facet({ key, label, values }, opened) {
    const isOpen = opened.includes(key);
    const most = values.length > 7 ? 5 : 7;
    const [first, second] = [[], []];
    values.sort((a, b) => b.count - a.count).forEach((value, place) => {
      const item = choice(key, value);
      (place < most || (!isOpen && item.querySelector(':checked')) ? first : second).push(item);
    });
    const group = copy('facet', { legend: label, first, fold: !!second[0], summary: texts.rest.replace('#', second.length), second });
    const fold = part('fold', group);
    fold.dataset.fold = key;
    fold.open = isOpen;
    return group;
  }

  // The boxes are made anew: one keeps focus, and what was unfolded stays so.
  function showFacets(facets) {
    const { name, value } = document.activeElement;
    const opened = [...groups.querySelectorAll('[open]')].map(({ dataset }) => dataset.fold);
    const useful = facets.filter(({ key, values }) => values.length > 1 || now.has(key));
    const count = chosen().length;
    groups.replaceChildren(...useful.map((one) => facet(one, opened)));
    [...groups.querySelectorAll('input')].find((box) => box.name === name && box.value === value)?.focus();
    fill({ filters: !!useful[0], count: count && `(${count})`, clear: !!count, filtered: !!count });
  }

  // Large facets are fetched where they can be seen, and after the hits.
  async function showAll() {
    if (hasAll || !filters.open || found.hidden) return;
    const { signal } = run;
    const { facets } = await ask({ limit: 1, facets: true, signal }).catch(() => ({}));
    if (!facets || signal.aborted) return;
    hasAll = true;
    showFacets(facets);
  }

  // What of the page shows; the list is narrowed to words.
  function view(values, words = '') {
    found.ariaBusy = 'false';
    fill({ wait: false, failed: false, ...values });
    narrow(words);
  }

  function show({ total, hits: list, facets, suggestion, answers }, offset) {
    const [before, after] = ([texts.none, texts.one][total] ?? texts.many).replace('#', total.toLocaleString(lang)).split('…');
    const { activeElement: had } = document;
    const items = list.map(hit);
    if (!offset) hits.replaceChildren();
    hits.append(...items);
    const count = hits.children.length;
    const shown = (count < total || offset) && texts.shown.replace('#', count).replace('…', total);
    view({
      found: true, az: !total, nothing: !total, sort: total > 1, more: count < total, sofar: shown,
      before, words: now.get('q'), after, suggestion: !!suggestion, meant: suggestion,
      answers: !!answers[0], calls: answers.map(answer),
    });
    const meant = new URLSearchParams(now);
    meant.set('q', suggestion ?? '');
    part('meant').href = `#${meant}`;
    part('sort').elements[+(now.get('sort') === 'date')].checked = true;
    showFacets(facets);
    const urgent = answers.map(({ title, phone }) => `${title} ${phone ?? ''}`);
    say([heading.textContent, ...urgent, offset && shown].filter(Boolean).join('. '));
    if (offset) {
      history.replaceState({ shown: count }, '');
      items[0]?.querySelector('a').focus();
    } else if (had !== document.body && !document.activeElement.offsetParent) {
      // What had focus is gone.
      heading.focus();
    }
    showAll();
  }

  async function ask(options) {
    const filters = Object.fromEntries(chosen().map((key) => [key, now.getAll(key)]));
    return (await index()).search(now.get('q'), { filters, sort: now.get('sort'), prefix, facets: hasAll, ...options });
  }

  async function find({ offset = 0, limit = 10 } = {}) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const q = now.get('q');
    repeat = () => find({ offset, limit });
    if (!q) {
      say('');
      return view({ found: false, az: true });
    }
    fill({ wait: true });
    found.ariaBusy = 'true';
    const result = await ask({ limit, offset, signal }).catch(() => {});
    if (signal.aborted) return;
    if (result) return show(result, offset);
    // What was found stays when only more of it could not be had.
    view({ found: !!offset, failed: true, az: !offset }, offset ? '' : q);
    say(texts.failedText);
  }

  function typed() {
    clearTimeout(typing);
    // A whole page that somebody pastes is no question.
    now.set('q', field.value.trim().slice(0, 300));
    if (!now.get('q')) empty();
  }

  function choose() {
    typed();
    location.hash = settled = fragment();
    find();
  }

  function arrive() {
    const next = read();
    // An anchor of the page says nothing of words.
    if ((location.hash && !location.hash.includes('=')) || `${next}` === `${now}`) return;
    now = next;
    field.value = now.get('q');
    prefix = false;
    typed();
    settled = fragment();
    find({ limit: history.state?.shown });
  }

  page.go = () => {
    note(settled);
    prefix = false;
    choose();
  };
  field.oninput = () => {
    clearTimeout(typing);
    clearTimeout(saying);
    typing = setTimeout(() => {
      prefix = true;
      typed();
      note(fragment());
      find();
    }, 150);
  };
  groups.onchange = ({ target: { name } }) => {
    now.delete(name);
    for (const box of groups.querySelectorAll(':checked')) if (box.name === name) now.append(name, box.value);
    choose();
  };
  part('sort').onchange = ({ target }) => {
    now.set('sort', target.value);
    choose();
  };
  part('clear').onclick = part('filtered').firstElementChild.onclick = clear;
  part('more').onclick = () => find({ offset: hits.children.length });
  part('retry').onclick = () => repeat();
  filters.ontoggle = showAll;
  onhashchange = arrive;
  filters.open = matchMedia('(min-width: 64rem)').matches;
  index().catch(() => {});
  // Somebody may have begun to type before this came.
  field.value ||= now.get('q');
  prefix = field.value !== now.get('q');
  typed();
  find({ limit: history.state?.shown });
}
