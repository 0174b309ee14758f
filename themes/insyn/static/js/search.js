// The search page: words, filters and order in the fragment, hits as one types. Markup and texts stand in the page.

const step = 10;
const longest = 300;
const [pause, slow, quiet] = [150, 400, 800];
const { lang } = document.documentElement;
const part = (name, within = document) => within.querySelector(`[data-${name}]`);
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);

export default function start(page) {
  const { field, index, narrow } = page;
  const [found, heading, hits, filters, failed, wait, az] = ['found', 'heading', 'hits', 'filters', 'failed', 'wait', 'az'].map((name) => part(name));
  const texts = found.dataset;
  let now = read();
  let settled = fragment(now);
  let run = new AbortController();
  let repeat, typing, saying;

  function read() {
    const address = new URLSearchParams(location.hash.slice(1));
    const chosen = {};
    for (const [key, value] of address) if (key !== 'q' && key !== 'sort') (chosen[key] ??= []).push(value);
    return { q: cut(page.wordsInAddress()), chosen, sort: address.get('sort') === 'date' ? 'date' : 'relevance', prefix: false };
  }

  function cut(text) {
    return text.trim().slice(0, longest);
  }

  function fragment({ q, chosen, sort }) {
    const pairs = Object.entries(chosen).flatMap(([key, values]) => values.map((value) => [key, value]));
    const text = new URLSearchParams([['q', q], ...pairs, ['sort', sort]].filter(([key, value]) => value && !(key === 'sort' && value !== 'date')));
    return q && `#${text}`;
  }

  // Typing rewrites the entry of the history that it began in; Enter, a filter and an order make one of their own.
  const note = (hash) => history.replaceState(null, '', location.pathname + hash);
  function settle() {
    const next = fragment(now);
    if (next === settled) return note(next);
    history.pushState(null, '', location.pathname + next);
    settled = next;
  }

  /** Tells a screen reader, when typing has paused; the same words twice would not be read twice. */
  function say(text, delay) {
    const status = part('say');
    clearTimeout(saying);
    saying = setTimeout(() => { status.textContent = status.textContent === text ? `${text}\u00A0` : text; }, delay);
  }

  function put(element, text) {
    element.hidden = !text;
    element.textContent = text;
  }

  /** An index may come from another site: only addresses of pages are followed. */
  function lead(link, url) {
    const { protocol, href } = new URL(url, location);
    if (/^https?:$/.test(protocol)) link.href = href;
  }

  /** Only text and marks come out, whatever goes in. */
  function marked(html) {
    return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) => {
      if (node.nodeName !== 'MARK') return node.textContent;
      const mark = document.createElement('mark');
      mark.textContent = node.textContent;
      return mark;
    });
  }

  function day(iso) {
    const date = new Date(iso);
    return iso.length > 9 && date.getTime() ? date.toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' }) : iso;
  }

  function hit({ url, title, kindLabel, scopeLabel, parent, excerpt, state, date }) {
    const item = copy('hit');
    const [link, time] = item.querySelectorAll('h3 a, time');
    lead(link, url);
    link.textContent = title;
    put(part('kind', item), [kindLabel, scopeLabel].filter(Boolean).join(' · '));
    put(part('parent', item), parent && `${texts.part} ${parent}`);
    put(time, date && day(date));
    time.dateTime = date ?? '';
    part('excerpt', item).append(...marked(excerpt ?? ''));
    const mark = part('state', item);
    mark.hidden = !state;
    if (state) {
      mark.classList.add(`tone-${state.tone}`);
      mark.append((part(`shape="${state.key}"`) ?? part(`shape="${state.tone}"`))?.content.cloneNode(true) ?? '', state.label);
    }
    return item;
  }

  function answer({ title, phone, url, why }) {
    const item = copy('answer');
    const [link, call] = item.querySelectorAll('a');
    link.textContent = title;
    if (url) lead(link, url);
    call.hidden = !phone;
    call.href = `tel:${phone?.replace(/[^\d+]/g, '')}`;
    call.append(phone ?? '');
    put(item.lastElementChild, why);
    return item;
  }

  function choice(key, { value, label, count }) {
    const item = copy('choice');
    const [box, name, number] = item.querySelectorAll('input, span');
    Object.assign(box, { name: key, value, checked: now.chosen[key]?.includes(value) });
    name.textContent = label;
    number.textContent = count;
    return item;
  }

  function facet({ key, label, values }, opened) {
    const items = values.map((value) => choice(key, value));
    const rest = items.splice(items.length > 7 ? 5 : 7);
    const group = copy('facet');
    const fold = group.querySelector('details');
    const [first, second] = group.querySelectorAll('ul');
    group.querySelector('legend').textContent = label;
    put(group.querySelector('summary'), texts.rest.replace('#', rest.length));
    first.append(...items);
    second.append(...rest);
    fold.dataset.key = key;
    fold.hidden = !rest.length;
    fold.open = opened.includes(key) || second.querySelector(':checked');
    return group;
  }

  /** The boxes are made anew for each result; the one with focus keeps it, and what was unfolded stays so. */
  function showFacets(facets) {
    const groups = part('groups');
    const { name, value } = document.activeElement;
    const opened = [...groups.querySelectorAll('[open]')].map(({ dataset }) => dataset.key);
    const useful = facets.filter(({ key, values }) => values.length > 1 || now.chosen[key]);
    const count = Object.values(now.chosen).flat().length;
    groups.replaceChildren(...useful.map((one) => facet(one, opened)));
    if (name) [...groups.querySelectorAll('input')].find((box) => box.name === name && box.value === value)?.focus();
    filters.hidden = !useful.length;
    put(part('count'), count && `(${count})`);
    for (const button of document.querySelectorAll('[data-clear]')) button.hidden = !count;
  }

  function showAnswers(answers) {
    part('answers').hidden = !answers.length;
    part('answers').querySelector('ul').replaceChildren(...answers.map(answer));
    return answers.map(({ title, phone }) => `. ${title} ${phone ?? ''}`).join('');
  }

  function show({ total, hits: list, facets, suggestion, answers }, offset, delay) {
    const [before, after] = (total === 1 ? texts.one : total ? texts.many : texts.none).replace('#', total.toLocaleString(lang)).split('…');
    const words = document.createElement('bdi');
    const items = list.map(hit);
    const [meant] = part('suggestion').children;
    const { activeElement: had } = document;
    words.textContent = now.q;
    heading.replaceChildren(before, words, after);
    if (!offset) hits.replaceChildren();
    hits.append(...items);
    const count = hits.children.length;
    const shown = count < total || offset ? texts.shown.replace('#', count).replace('…', total) : '';
    found.hidden = false;
    failed.hidden = true;
    az.hidden = total > 0;
    narrow('');
    part('suggestion').hidden = !suggestion;
    meant.textContent = suggestion;
    meant.href = fragment({ ...now, q: suggestion });
    part('nothing').hidden = total > 0;
    part('sort').hidden = total < 2;
    for (const radio of part('sort').querySelectorAll('input')) radio.checked = radio.value === now.sort;
    part('more').hidden = count >= total;
    put(part('so-far'), shown);
    showFacets(facets);
    say(`${heading.textContent}${showAnswers(answers)}${offset ? `. ${shown}` : ''}`, delay);
    if (offset) {
      history.replaceState({ shown: count }, '');
      items[0]?.querySelector('a').focus();
    } else if (had !== document.body && !document.activeElement.offsetParent) {
      // What had focus is gone.
      heading.focus();
    }
  }

  /** What was found stays when only more of it could not be had. */
  function fail(offset) {
    (offset ? part('more') : found).before(failed);
    found.hidden = !offset;
    failed.hidden = az.hidden = false;
    if (offset) az.hidden = true;
    else narrow(now.q);
    say(failed.querySelector('p').textContent, 0);
  }

  async function find({ offset = 0, limit = step, delay = 0 } = {}) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    const { q, chosen, sort, prefix } = now;
    repeat = () => find({ offset, limit });
    if (!q) return onlyList();
    const waiting = setTimeout(() => { wait.hidden = false; }, slow);
    found.ariaBusy = 'true';
    try {
      const result = await (await index()).search(q, { filters: chosen, sort, limit, offset, prefix, signal });
      if (!signal.aborted) show(result, offset, delay);
    } catch {
      if (!signal.aborted) fail(offset);
    } finally {
      clearTimeout(waiting);
      if (run.signal === signal) {
        wait.hidden = true;
        found.ariaBusy = 'false';
      }
    }
  }

  function onlyList() {
    found.hidden = failed.hidden = wait.hidden = true;
    az.hidden = false;
    narrow('');
    say('', 0);
  }

  function typed(change) {
    clearTimeout(typing);
    const q = cut(field.value);
    now = { ...now, q, chosen: q ? now.chosen : {}, ...change };
  }

  function choose(change) {
    typed(change);
    settle();
    find();
  }

  function arrive() {
    // An anchor of the page says nothing of words.
    if (location.hash && !location.hash.includes('=')) return;
    const next = read();
    if (fragment(next) === fragment(now)) return;
    clearTimeout(typing);
    now = next;
    settled = fragment(now);
    field.value = now.q;
    find({ limit: history.state?.shown });
  }

  page.go = () => {
    typed({ prefix: false });
    note(settled);
    choose();
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
  filters.addEventListener('change', ({ target: { name, value, checked } }) => {
    const others = (now.chosen[name] ?? []).filter((one) => one !== value);
    const values = checked ? [...others, value] : others;
    const { [name]: _, ...rest } = now.chosen;
    choose({ chosen: values.length ? { ...rest, [name]: values } : rest });
  });
  part('sort').addEventListener('change', ({ target }) => choose({ sort: target.value }));
  for (const button of document.querySelectorAll('[data-clear]')) button.addEventListener('click', () => choose({ chosen: {} }));
  part('more').addEventListener('click', () => find({ offset: hits.children.length }));
  part('retry').addEventListener('click', () => repeat());
  addEventListener('popstate', arrive);
  addEventListener('hashchange', arrive);
  const wide = matchMedia('(min-width: 64rem)');
  const unfold = () => { filters.open = wide.matches; };
  wide.addEventListener('change', unfold);
  unfold();
  index().catch(() => {});
  field.value ||= now.q;
  typed({ prefix: field.value !== now.q });
  find({ limit: history.state?.shown });
}
