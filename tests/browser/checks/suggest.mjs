// The list under the field of search on other pages: a combobox that works by keyboard and by hand, and can be left alone.

import { phone, visitor, watch } from '../browser.mjs';
import { accessibility, tooWide } from './pages.mjs';

export async function check({ site, browser, origin, report }) {
  const words = site.open.find(({ template }) => template === 'az.html')?.elements
    .filter(({ tag, attr }) => tag === 'a' && attr.href?.startsWith(site.base)).map(({ text }) => text.match(/\p{L}{6,}/u)?.[0]).filter(Boolean);
  const all = { keyboard, pointer, leaving, looks };
  const of = (name) => site.open.find(({ template }) => template === name);
  const violence = site.open.find(({ elements }) => elements.some(({ attr }) => 'data-quick-exit' in attr));
  for (const [entry, works] of [[of('home.html'), all], [of('text.html'), all], [violence, { quickExit }]]) {
    const form = entry?.elements.find(({ attr }) => 'data-search' in attr);
    if (form?.attr['data-script'] === undefined) continue;
    for (const [name, work] of Object.entries(works)) {
      const context = await visitor(browser);
      const page = await context.newPage();
      page.noise = await watch(page, origin);
      const problems = await open(page, `${origin}${site.base}${entry.path}`, words.at(-1))
        .then(() => work(page, { words: words.at(-1), action: form.attr.action }))
        .catch((error) => [{ what: String(error).split('\n')[0] }]);
      report.check(`suggestions: ${name}`, entry.file, [...problems, ...page.noise.take().filter(({ check }) => check !== 'requests')]);
      await context.close();
    }
  }
}

const field = (page) => page.locator('form[data-search] input:visible');
const list = '.offers:not([hidden])';
const fault = (holds, what, at = '') => (holds ? [] : [{ what, at }]);
const chosen = (page) => page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.dataset.url);

async function open(page, address, words) {
  await page.goto(address);
  await field(page).fill(words.toLowerCase());
  await page.waitForSelector(list);
}

async function keyboard(page, { words, action }) {
  const count = await page.locator('.offers li').count();
  const problems = [
    ...fault(count > 0 && count <= 6, `${count} suggestions`),
    ...fault((await field(page).getAttribute('aria-expanded')) === 'true', 'the field does not say that the list is open'),
    ...fault((await chosen(page)) === undefined, 'a suggestion is chosen before anybody has chosen'),
  ];
  await page.keyboard.press('ArrowDown');
  const first = await chosen(page);
  await page.keyboard.press('ArrowUp');
  problems.push(...fault((await chosen(page)) === undefined, 'the arrows do not lead back to the field'));
  await page.keyboard.press('Escape');
  problems.push(...fault(!(await page.locator(list).isVisible()), 'Escape does not close the list'));
  problems.push(...fault((await field(page).inputValue()).toLowerCase() === words.toLowerCase(), 'Escape takes the words away'));
  await page.keyboard.press('ArrowDown');
  problems.push(...fault((await chosen(page)) === first, 'an arrow does not open the list again'));
  await page.keyboard.press('Escape');
  const before = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash.startsWith('#q='));
  problems.push(...fault(new URL(page.url()).pathname === new URL(action, before).pathname && !new URL(page.url()).search, 'Enter does not lead to the search page', page.url()));
  await page.goBack();
  await field(page).fill('');
  await field(page).fill(words);
  await page.waitForSelector(list);
  await page.keyboard.press('ArrowDown');
  const goal = new URL(await chosen(page), page.url()).pathname;
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === goal, { timeout: 5000 });
  return problems;
}

async function pointer(page) {
  const item = page.locator('.offers li').first();
  const goal = new URL(await item.getAttribute('data-url'), page.url()).pathname;
  await item.click();
  await page.waitForURL((url) => url.pathname === goal, { timeout: 5000 });
  return [];
}

async function leaving(page) {
  await page.keyboard.press('Tab');
  return fault(!(await page.locator(list).isVisible()), 'the list stays when focus has gone on');
}

/** Escape closes the list, and three of them still lead away from the page. */
async function quickExit(page) {
  const exit = await page.locator('[data-quick-exit]').getAttribute('href');
  await page.route(exit, (route) => route.fulfill({ body: 'elsewhere' }));
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  await page.waitForURL(exit, { timeout: 5000 });
  return [];
}

async function looks(page) {
  await page.keyboard.press('ArrowDown');
  const light = await accessibility(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await accessibility(page);
  if (!(await page.locator('.top-search').count())) await page.setViewportSize(phone);
  return [...light, ...dark, ...(await tooWide(page))];
}
