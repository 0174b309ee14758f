// The first hits in a list under the field, on every page but the search page: a combobox with a listbox.

const most = 6;
const pause = 150;

export default function start({ form, field, index }) {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.offers);
  list.id = field.getAttribute('aria-controls');
  list.className = 'offers';
  list.hidden = true;
  said.setAttribute('role', 'status');
  said.className = 'visually-hidden';
  form.append(list, said);

  let chosen = -1;
  let waiting;
  let search = new AbortController();

  const choose = (place) => {
    chosen = place;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', at === place));
    const option = list.children[place];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen) => {
    list.hidden = !isOpen;
    field.setAttribute('aria-expanded', isOpen);
    choose(-1);
  };
  const close = () => {
    clearTimeout(waiting);
    search.abort();
    open(false);
  };
  const option = ({ url, title, kindLabel, scopeLabel, phone }, at) => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    const kind = document.createElement('span');
    name.textContent = title;
    kind.textContent = phone || [kindLabel, scopeLabel].filter(Boolean).join(' · ');
    kind.className = phone ? 'tel' : 'card-kind';
    item.id = `${list.id}-${at}`;
    item.setAttribute('role', 'option');
    item.dataset.url = url;
    // The space keeps the two apart where the option is read aloud.
    item.append(name, ' ', kind);
    return item;
  };
  const show = ({ hits, answers }) => {
    const urgent = answers.filter(({ url }) => url);
    const options = [...urgent, ...hits.filter(({ url }) => !urgent.some((answer) => answer.url === url))].slice(0, most);
    list.replaceChildren(...options.map(option));
    open(options.length > 0 && document.activeElement === field);
    said.textContent = form.dataset.offersCount.replace('#', options.length);
  };
  const ask = async () => {
    search.abort();
    search = new AbortController();
    const { signal } = search;
    const words = field.value.trim();
    if (!words) return close();
    try {
      const result = await (await index()).search(words, { limit: most, prefix: true, signal });
      if (!signal.aborted) show(result);
    } catch {
      // Enter leads to the search page, which tells what is wrong and asks again.
      if (!signal.aborted) open(false);
    }
  };
  const leave = (item) => {
    const { protocol, href } = new URL(item.dataset.url, location);
    if (/^https?:$/.test(protocol)) location.href = href;
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  field.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (event.isComposing) return;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (list.hidden) open(true);
      // The field itself is one of the places.
      choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
      event.preventDefault();
      leave(list.children[chosen]);
    } else if (event.key === 'Escape') {
      close();
    }
  });
  field.addEventListener('blur', close);
  // The field keeps focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target.closest('[role=option]');
    if (item) leave(item);
  });
  index().catch(() => {});
  if (field.value) ask();
}
