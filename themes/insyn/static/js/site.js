// What the pages do beyond HTML: search words kept in the fragment, the A–Ö filter, the quick way out.
// Every page works without this file.
const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const words = () => new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q') ?? '';

// The fragment never reaches a server: what people search for is theirs.
for (const form of document.querySelectorAll('[data-search]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = form.action + '#q=' + encodeURIComponent(form.querySelector('input').value.trim());
  });
}

const list = document.querySelector('[data-az]');
if (list) {
  const status = document.querySelector('[data-az-status]');
  const input = document.querySelector('main [data-search] input');
  const show = (query) => {
    const wanted = fold(query).split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const item of list.querySelectorAll('[data-az-item]')) {
      const text = fold(item.textContent);
      item.hidden = !wanted.every((word) => text.includes(word));
      hits += !item.hidden;
    }
    if (!hits) for (const item of list.querySelectorAll('[data-az-item]')) item.hidden = false;
    for (const letter of list.querySelectorAll('[data-letter]')) {
      letter.hidden = !letter.querySelector('[data-az-item]:not([hidden])');
    }
    status.textContent = !wanted.length ? '' : hits ? status.dataset.hits + ' ' + hits : status.dataset.none;
  };
  const read = () => show((input.value = words()));
  addEventListener('hashchange', read);
  input.addEventListener('input', () => show(input.value));
  read();
}

// Three presses of Escape within a second and a half leave the page, without a way back to it.
const exit = document.querySelector('[data-quick-exit]');
if (exit) {
  let presses = [];
  const leave = () => location.replace(exit.href);
  exit.addEventListener('click', (event) => { event.preventDefault(); leave(); });
  addEventListener('keydown', (event) => {
    presses = event.key === 'Escape' ? [...presses, event.timeStamp].slice(-3) : [];
    if (presses.length === 3 && presses[2] - presses[0] < 1500) leave();
  });
}
