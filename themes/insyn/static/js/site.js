// The way into the search, and the quick way out. Pages work without it.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const [list] = all('[data-az]');
let isNarrow = false;

// Leaves in the A–Ö list what holds the words: where the search cannot run, and when it fails.
function narrow(text) {
  const [status] = all('[data-az-status]');
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words[0] && !isNarrow) return;
  isNarrow = words.length > 0;
  const items = all('[data-az-item]', list).map((item) => [item, fold(item.textContent)]);
  const hits = items.filter(([, text]) => words.every((word) => text.includes(word))).length;
  for (const [item, text] of items) item.hidden = hits && !words.every((word) => text.includes(word));
  for (const letter of all('[data-letter]', list)) letter.hidden = !letter.querySelector('li:not([hidden])');
  status.textContent = !words[0] ? '' : hits ? `${status.dataset.hits} ${hits}` : status.dataset.none;
}

// What the address asks for. It stands in the fragment, which never reaches a server: the words are the visitor's.
const inAddress = (key) => [location.hash, location.search].map((part) => new URLSearchParams(part.slice(1)).get(key)).find((value) => value !== null) ?? '';
const wordsInAddress = () => inAddress('q');

for (const form of all('[data-search]')) {
  const field = form.querySelector('input');
  const { script, client, sites } = form.dataset;
  let index;
  let again = '';
  // The version of the site that hits lead to goes with the words to the search page, which has one version only.
  const lang = form.dataset.lang ?? inAddress('lang').match(/^[a-z]{2,8}$/)?.[0];
  let begun;

  // What the scripts of the search are given. They are fetched when somebody means to search.
  const search = {
    form,
    field,
    narrow,
    wordsInAddress,
    go: (q) => { location.href = `${form.action}#${new URLSearchParams({ q, ...lang && { lang } })}`; },
    // A module that failed to load is remembered as failed by some browsers; a new fragment asks once more.
    index: () => index ??= import(client + again)
      .then(({ open }) => open(sites?.split(' ') ?? new URL('..', new URL(client, location)).href, { lang }))
      .catch((error) => {
        index = undefined;
        again += '#';
        throw error;
      }),
  };
  const onlyList = () => {
    addEventListener('hashchange', () => narrow(field.value = wordsInAddress()));
    field.addEventListener('input', () => narrow(field.value));
    narrow(field.value ||= wordsInAddress());
  };
  const failed = () => {
    if (!list) return;
    const [notice] = all('[data-failed]');
    notice.hidden = false;
    notice.querySelector('button').addEventListener('click', () => location.reload());
    onlyList();
  };
  const begin = () => { begun ??= import(script).then((module) => module.default(search), failed); };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search.go(field.value.trim());
  });
  if (script && 'DecompressionStream' in window) {
    field.addEventListener('focus', begin);
    if (document.activeElement === field || (list && wordsInAddress())) begin();
    // Said before the field has focus: a screen reader tells what a field is only once.
    const combobox = { type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': `${field.id}-forslag` };
    for (const [name, value] of Object.entries(list ? {} : combobox)) field.setAttribute(name, value);
  } else if (list) {
    onlyList();
  }
}

// Escape three times in 1.5 seconds: away, with no way back.
const [exit] = all('[data-quick-exit]');
if (exit) {
  let presses = [];
  const leave = (event) => { event.preventDefault(); location.replace(exit.href); };
  exit.addEventListener('click', leave);
  addEventListener('keydown', (event) => {
    presses = event.key === 'Escape' ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses[2] - presses[0] < 1500) leave(event);
  });
}
