// The search page, used as visitors do: typing, Enter, filters, the way back, a bad line, and words meant to break it.

import { desktop, narrowest, visitor, watch } from '../browser.mjs';
import { accessibility, tooWide } from './pages.mjs';

const hostile = {
  'long': 'trygghet '.repeat(1200),
  'markup': '<script>document.title="broken"</script><img src=x onerror=alert(1)>"\'&amp;',
  'regular expression': '(?:[a-z]+.*){9}\\d|^$',
  'emoji': '👮🏽‍♀️ 🚓',
  'right to left': 'שלום \u202Eمرحبا',
  'only small words': 'och i att det som',
  'only signs': '%%% &&& ### +++ = ;',
  'broken code': '\uD800 \u0000 %E0%A4%A',
};

export async function check(room) {
  const { site, browser, origin, report } = room;
  const page = site.open.find(({ template }) => template === 'az.html');
  const form = page?.elements.find(({ attr }) => 'data-search' in attr);
  if (form?.attr['data-script'] === undefined) return;
  const [word, other] = wordsOf(page);
  const address = `${origin}${site.base}${page.path}`;
  const run = async (name, work, options = {}) => {
    const context = await visitor(browser, options);
    const tab = await context.newPage();
    tab.noise = await watch(tab, origin);
    tab.asked = [];
    tab.on('request', (request) => tab.asked.push({ url: new URL(request.url()), from: request.headers().referer ?? '', body: request.postData() ?? '' }));
    const problems = await work(tab, { address, word, other, site }).catch((error) => [{ what: String(error).split('\n')[0] }]);
    // A plain request for a file says nothing of what somebody looks for.
    const leaks = tab.asked.filter(({ url, from, body }) => url.search || new URL(from || url).search || body).map(({ url }) => url.pathname + url.search);
    report.check(`search: ${name}`, page.file, [...problems, ...leaks.map((at) => ({ what: 'a request carries the words', at }))]);
    await context.close();
  };
  const all = { idle, typing, enter, facets, back, 'deep link': deepLink, more, 'broken line': brokenLine, 'no client': noClient, 'slow line': slowLine, 'old browser': oldBrowser, 'hostile words': hostileWords };
  for (const [name, work] of Object.entries(all)) await run(name, work);
  await run('without script', withoutScript, { javaScriptEnabled: false });
  await run('axe, light', looks);
  await run('axe, dark', looks, { colorScheme: 'dark' });
  await run('320 px', narrow, { viewport: narrowest });
}

/** Two words that many titles of the site hold, the commonest first. */
function wordsOf(page) {
  const counts = new Map();
  for (const { tag, text } of page.elements) {
    const words = tag === 'a' ? new Set(text.toLowerCase().match(/[a-zåäö]{6,}/g)) : [];
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

const input = (page) => page.locator('main [data-search] input');
const heading = (page) => page.locator('[data-heading]');
const shown = '[data-found]:not([hidden])';
const total = async (page) => Number((await heading(page).innerText()).match(/\d+/)?.[0] ?? 0);
const hits = (page) => page.locator('[data-list] > li');
const fault = (holds, what, at = '') => (holds ? [] : [{ what, at }]);
const settled = (page, words) => page.waitForFunction((text) =>
  document.querySelector('[data-words]').textContent === text && document.querySelector('[data-found]').ariaBusy === 'false', words);
const fetched = (page) => page.asked.map(({ url }) => url.pathname).filter((path) => /\/search[./]/.test(path));
const loud = (page) => page.noise.take().filter(({ check }) => check !== 'requests');

async function search(page, address, words) {
  await page.goto('about:blank');
  await page.goto(`${address}#${new URLSearchParams({ q: words })}`);
  await page.waitForSelector(shown);
}

/** A page that nobody searches from fetches nothing of the search. */
async function idle(page, { address }) {
  await page.goto(address, { waitUntil: 'networkidle' });
  return fetched(page).map((at) => ({ what: 'is fetched before anybody searches', at }));
}

// Runs in the page: how long after a key something was told.
function listen() {
  let pressed = 0;
  globalThis.told = [];
  addEventListener('input', () => { pressed = performance.now(); }, true);
  new MutationObserver(() => globalThis.told.push(performance.now() - pressed)).observe(document.querySelector('[data-say]'), { childList: true });
  return history.length;
}

async function typing(page, { address, word, other }) {
  await page.goto(address);
  const entries = await page.evaluate(listen);
  await input(page).pressSequentially(word.slice(0, -1), { delay: 20 });
  await settled(page, word.slice(0, -1));
  const first = fault((await hits(page).count()) > 0, `no hits for the beginning of “${word}”`);
  await input(page).press(word.at(-1));
  await settled(page, word);
  await page.waitForTimeout(1000);
  const problems = [
    ...first,
    ...fault(Math.min(...(await page.evaluate(() => globalThis.told))) >= 700, 'a screen reader is told while one types'),
    ...fault((await page.locator('[data-say]').innerText()).startsWith(await heading(page).innerText()), 'a screen reader is not told when typing has paused'),
    ...fault(page.url().endsWith(`#q=${encodeURIComponent(word)}`), 'the words do not stand in the fragment', page.url()),
    ...fault((await page.evaluate(() => history.length)) === entries, 'typing makes entries in the history'),
    ...fault(!(await page.locator('[data-az]').isVisible()), 'the A–Ö list stands below the hits'),
    ...fault((await page.locator('[data-list] mark').count()) > 0, 'no word is marked in the hits'),
  ];
  // The last words win, however fast they come.
  await input(page).fill(word);
  await input(page).fill(other);
  await settled(page, other);
  await input(page).fill('');
  await page.locator('[data-az]').waitFor();
  return [...problems, ...fault(!(await page.locator('[data-found]').isVisible()), 'hits stay when the words are gone'), ...loud(page)];
}

async function enter(page, { address, word }) {
  await page.goto(address);
  await input(page).pressSequentially(word);
  await settled(page, word);
  const entries = await page.evaluate(() => history.length);
  await input(page).press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-say]').textContent !== '');
  return [
    ...fault((await page.evaluate(() => history.length)) === entries + 1, 'Enter makes no entry in the history'),
    ...fault(await input(page).evaluate((element) => element === document.activeElement), 'focus leaves the field'),
    ...loud(page),
  ];
}

async function facets(page, { address, word }) {
  await search(page, address, word);
  const before = await total(page);
  const boxes = page.locator('[data-groups] input');
  const problems = fault((await boxes.count()) > 1, 'there are no filters');
  for (const at of [0, 1].filter((at) => problems.length === 0 && at >= 0)) {
    const row = page.locator('[data-groups] li').nth(at);
    const count = Number(await row.locator('[data-number]').innerText());
    await row.locator('input').focus();
    await page.keyboard.press('Space');
    await page.waitForFunction((old) => document.querySelector('[data-heading]').textContent !== old, await heading(page).innerText(), { timeout: 5000 }).catch(() => {});
    problems.push(...fault((await total(page)) === count, `a filter promises ${count} and gives ${await total(page)}`));
    problems.push(...fault((await page.evaluate(() => document.activeElement.type)) === 'checkbox', 'the filter loses focus when it is chosen'));
    await page.locator('[data-clear]').click();
    await page.waitForFunction((count) => document.querySelector('[data-heading]').textContent.startsWith(`${count} `), before);
    problems.push(...fault((await page.evaluate(() => document.activeElement.dataset.heading)) !== undefined, 'focus is lost when the filters are cleared'));
  }
  await page.locator('[data-sort] input[value=date]').check();
  await page.waitForFunction(() => location.hash.includes('sort=date'));
  await settled(page, word);
  const dates = (await page.locator('[data-list] time').evaluateAll((all) => all.map((time) => time.dateTime))).filter(Boolean);
  return [...problems, ...fault(dates.join() === [...dates].sort().reverse().join(), 'the hits do not stand by date', dates.join(' ')), ...loud(page)];
}

async function back(page, { address, word, other }) {
  await page.goto(address);
  await input(page).fill(word);
  await input(page).press('Enter');
  await settled(page, word);
  await page.locator('[data-groups] input').first().check();
  await page.waitForFunction(() => document.querySelector('[data-count]').textContent);
  const filtered = await heading(page).innerText();
  await input(page).press('End');
  await input(page).pressSequentially(` ${other}`);
  await page.waitForFunction((words) => document.querySelector('[data-words]').textContent === words, `${word} ${other}`);
  await input(page).press('Enter');
  await page.goBack();
  await settled(page, word);
  const problems = [
    ...fault((await heading(page).innerText()) === filtered, 'the way back does not restore the hits', await heading(page).innerText()),
    ...fault((await input(page).inputValue()) === word, 'the way back does not restore the field'),
    ...fault((await page.locator('[data-groups] input:checked').count()) === 1, 'the way back does not restore the filter'),
  ];
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('[data-groups] input:checked'));
  await hits(page).first().locator('a').click();
  await page.waitForLoadState();
  await page.goBack();
  await page.waitForSelector(shown);
  await settled(page, word);
  return [...problems, ...loud(page)];
}

async function deepLink(page, { address, word }) {
  await search(page, address, word);
  const box = page.locator('[data-groups] input').first();
  const [key, value] = await box.evaluate(({ name, value }) => [name, value]);
  const count = Number(await page.locator('[data-groups] [data-number]').first().innerText());
  await page.goto('about:blank');
  await page.goto(`${address}#${new URLSearchParams([['q', word], [key, value], ['sort', 'date']])}`);
  await page.waitForSelector(shown);
  const wanted = await total(page);
  const [inField, byDate] = [await input(page).inputValue(), await page.locator('[data-sort] input[value=date]').isChecked()];
  // Filters that nobody offers are ways out of the hits, not out of the page.
  await page.goto('about:blank');
  await page.goto(`${address}#q=${encodeURIComponent(word)}&__proto__=x&constructor=y&sort=%3Cb%3E`);
  await page.waitForSelector(shown);
  await page.locator('[data-clear]:visible, [data-filtered]:visible button').first().click();
  await hits(page).first().waitFor();
  return [
    ...fault(wanted === count, `the address gives ${wanted} hits, the filter ${count}`),
    ...fault(inField === word, 'the field does not hold the words of the address'),
    ...fault(byDate, 'the order of the address is not chosen'),
    ...loud(page),
  ];
}

async function more(page, { address, word }) {
  await search(page, address, word);
  const count = await hits(page).count();
  if ((await total(page)) <= count) return fault(!(await page.locator('[data-more]').isVisible()), 'more is offered where there is none');
  await page.locator('[data-more]').press('Enter');
  await page.waitForFunction((old) => document.querySelectorAll('[data-list] > li').length > old, count);
  const at = await page.evaluate(() => [...document.querySelectorAll('[data-list] > li')].findIndex((item) => item.contains(document.activeElement)));
  return [...fault(at === count, `focus is on hit ${at + 1}, not on the first new one`), ...loud(page)];
}

async function failing(page, { address, word }, what) {
  await page.route(what, (route) => route.abort());
  await page.goto(`${address}#q=${encodeURIComponent(word)}`);
  await page.locator('[data-failed]').waitFor({ timeout: 15_000 });
  const listed = await page.locator('[data-az-item]:visible').count();
  const problems = [
    ...fault(listed > 0 && (await page.locator('[data-az-item][hidden]').count()) > 0, 'the A–Ö list is not narrowed to the words'),
    ...fault(!(await page.locator('[data-found]').isVisible()), 'hits show though there are none'),
    ...(await accessibility(page)),
  ];
  await page.unroute(what);
  await page.locator('[data-retry]').press('Enter');
  await page.waitForSelector(shown);
  const focused = await page.evaluate(() => document.activeElement !== document.body);
  return [...problems, ...fault((await hits(page).count()) > 0, 'a second try finds nothing'), ...fault(focused, 'focus is lost after the second try')];
}

const brokenLine = (page, room) => failing(page, room, /\/search\/(?!client)/);
const noClient = (page, room) => failing(page, room, /\/search\//);

async function slowLine(page, { address, word }) {
  await page.route(/\/search\/(?!client)/, async (route) => {
    await new Promise((wait) => { setTimeout(wait, 900); });
    await route.continue();
  });
  await page.goto(`${address}#q=${encodeURIComponent(word)}`);
  await page.locator('[data-wait]').waitFor({ timeout: 5000 });
  await page.waitForSelector(shown);
  return [...fault(!(await page.locator('[data-wait]').isVisible()), 'it says that it searches when it has found'), ...loud(page)];
}

async function oldBrowser(page, { address, word }) {
  await page.addInitScript(() => { delete globalThis.DecompressionStream; });
  await page.goto(address);
  await input(page).fill(word);
  return [...fault((await page.locator('[data-az-item][hidden]').count()) > 0, 'the A–Ö list is not narrowed'), ...fault(fetched(page).length === 0, 'the search is fetched'), ...loud(page)];
}

async function hostileWords(page, { address }) {
  const problems = [];
  await page.setViewportSize(narrowest);
  const title = await page.goto(address).then(() => page.title());
  for (const [name, words] of Object.entries(hostile)) {
    await page.goto('about:blank');
    await page.goto(`${address}#q=${encodeURIComponent(words.toWellFormed())}`);
    const done = await page.waitForSelector(`${shown}, [data-failed]:not([hidden])`, { timeout: 8000 }).then(() => true, () => false);
    problems.push(...fault(done, `no answer to words that are ${name}`), ...(await tooWide(page)), ...loud(page));
    problems.push(...fault((await page.title()) === title && (await page.locator('main img').count()) === 0, `words that are ${name} become markup`));
    await input(page).fill(words);
    await page.waitForTimeout(400);
    problems.push(...loud(page));
  }
  return problems;
}

async function withoutScript(page, { address }) {
  await page.goto(address);
  const empty = (await page.locator('[data-found], [data-failed], [data-wait]').all()).map((part) => part.isVisible());
  await input(page).fill('ord');
  await input(page).press('Enter');
  await page.waitForLoadState();
  return [
    ...fault(!(await Promise.all(empty)).includes(true), 'parts that only the script fills can be seen'),
    ...fault(/\/\??$/.test(page.url()), 'the plain form sends words', page.url()),
    ...fault(await page.locator('[data-az-item]').first().isVisible(), 'the A–Ö list does not show'),
  ];
}

async function looks(page, { address, word }) {
  await search(page, address, word);
  const found = await accessibility(page);
  await search(page, address, 'qqxxzzqq');
  return [...found, ...(await accessibility(page)), ...fault(await page.locator('[data-az]').isVisible(), 'the A–Ö list is hidden where nothing is found'), ...loud(page)];
}

async function narrow(page, { address, word }) {
  await search(page, address, word);
  const results = await tooWide(page);
  await page.setViewportSize(desktop);
  return [...results, ...loud(page)];
}
