// Search words in the fragment, the A–Ö filter, the quick way out. Pages work without it.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

// The fragment never reaches a server: what people search for is theirs.
for (const form of all('[data-search]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = form.action + '#q=' + encodeURIComponent(form.querySelector('input').value.trim());
  });
}

const [list] = all('[data-az]');
if (list) {
  const [status] = all('[data-az-status]');
  const [input] = all('main [data-search] input');
  const items = all('[data-az-item]', list).map((item) => [item, fold(item.textContent)]);
  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const hits = items.filter(([, text]) => words.every((word) => text.includes(word))).length;
    for (const [item, text] of items) item.hidden = hits && !words.every((word) => text.includes(word));
    for (const letter of all('[data-letter]', list)) letter.hidden = !letter.querySelector('li:not([hidden])');
    status.textContent = !words[0] ? '' : hits ? `${status.dataset.hits} ${hits}` : status.dataset.none;
  };
  const read = () => {
    input.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q') ?? '';
    show();
  };
  addEventListener('hashchange', read);
  input.addEventListener('input', show);
  read();
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
