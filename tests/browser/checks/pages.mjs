// Every page once in a browser, its policy in force: noise, width at 320 px, then accessibility by axe.
// axe is evaluated through the debugger, which no policy forbids, so that one load serves all checks.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { desktop, narrowest, phone, spread, visitor, watch } from '../browser.mjs';
import { onePerTemplate } from '../site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function check({ site, browser, origin, report }) {
  const address = (page) => `${origin}${site.base}${page.path}`;
  await spread(site.open, () => quietPage(browser, origin), async (entry, page) => {
    await page.setViewportSize(narrowest);
    await page.goto(address(entry), { waitUntil: 'load' });
    report.check('width 320', entry.file, await tooWide(page));
    await page.setViewportSize(desktop);
    report.check('axe', entry.file, await accessibility(page));
    // Taken last: a request that a script sends late still belongs to this page.
    const noise = page.noise.take();
    for (const name of ['console', 'requests', 'policy in force']) {
      report.check(name, entry.file, noise.filter(({ check }) => check === name.split(' ')[0]));
    }
  });
  const looks = [{ colorScheme: 'dark', viewport: desktop }, { colorScheme: 'light', viewport: phone }];
  for (const look of looks) {
    await spread(onePerTemplate(site), () => quietPage(browser, origin, look), async (entry, page) => {
      await page.goto(address(entry), { waitUntil: 'load' });
      report.check(`axe, ${look.colorScheme} ${look.viewport.width}`, entry.file, await accessibility(page));
    });
  }
  await missing({ site, browser, origin, report });
}

async function quietPage(browser, origin, look = {}) {
  const page = await (await visitor(browser, look)).newPage();
  page.noise = await watch(page, origin);
  return page;
}

export async function accessibility(page) {
  await page.evaluate(axe);
  // Preloading would fetch the style sheets again from script, which the policy rightly forbids.
  const violations = await page.evaluate(async (runOnly) => {
    const { violations } = await globalThis.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ target, any }) => ({ target: target.join(' '), why: any[0]?.message ?? '' })) }));
  }, rules);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.slice(0, 4).map(({ target, why }) => ({ what: `${id} (${impact}): ${id === 'color-contrast' ? why : help}`, at: target })));
}

export function tooWide(page) {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    // What is folded away must fit as well once it is opened.
    for (const folded of document.querySelectorAll('details')) {
      folded.removeAttribute('name');
      folded.open = true;
    }
    const scrolls = (element) => {
      for (let node = element.parentElement; node && node !== document.body; node = node.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowX)) return true;
      }
      return false;
    };
    const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : '') + [...element.classList].map((word) => `.${word}`).join('');
    const hidden = (box) => box.width <= 1 || box.height <= 1 || box.right <= 0;
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > limit + 1 && !hidden(box) && !scrolls(element) && getComputedStyle(element).visibility !== 'hidden';
    });
    const wide = document.scrollingElement.scrollWidth;
    const problems = beyond.slice(0, 3).map((element) => ({ what: 'an element reaches beyond 320 px', at: name(element) }));
    // Lists of choices lie over what stands below them, so that a visitor has only one open at a time.
    for (const choices of document.querySelectorAll('details:has(> summary + ul)')) choices.open = false;
    return wide > limit ? [{ what: `the page is ${wide} px wide at ${limit}` }, ...problems] : problems;
  });
}

/** An address that is not there, deep down, shows 404.html whole. */
async function missing({ site, browser, origin, report }) {
  const page = await quietPage(browser, origin);
  const address = `${site.base}finns/inte/har/`;
  const response = await page.goto(`${origin}${address}`, { waitUntil: 'load' });
  report.expect('404 page', '404.html', response.status() === 404 && (await page.locator('h1').count()) === 1, 'an unknown address does not show 404.html');
  const noise = page.noise.take().filter(({ at = '' }) => at !== address);
  report.check('404 page is whole', '404.html', noise);
  await page.context().close();
}
