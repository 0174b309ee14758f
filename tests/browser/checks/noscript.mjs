// The site without JavaScript: every template reads, the navigation leads, and the number to call is three taps away.

import { phone, visitor } from '../browser.mjs';
import { onePerTemplate } from '../site.mjs';

const shortestMain = 20;

export async function check({ site, browser, origin, report }) {
  const context = await visitor(browser, { javaScriptEnabled: false, viewport: phone });
  const page = await context.newPage();
  const home = `${origin}${site.base}`;
  for (const entry of onePerTemplate(site)) {
    await page.goto(`${home}${entry.path}`);
    const heading = await page.locator('h1').first().isVisible();
    report.expect('without script: h1', entry.file, heading, 'the h1 does not show');
    const words = (await page.locator('main').first().innerText().catch(() => '')).trim();
    report.expect('without script: main', entry.file, words.length >= shortestMain, 'the main text does not show');
  }
  report.check('without script: navigation', 'index.html', await navigation(page, home));
  report.check('without script: the number to call', 'index.html', await numberToCall(page, home));
  await context.close();
}

/** Opens what is folded away in the header, as a visitor would: a menu behind a button needs no script to open. */
async function unfold(page) {
  for (const summary of await page.locator('header details:not([open]) > summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
  for (const button of await page.locator('header button[popovertarget]:not([popovertargetaction="hide"])').all()) {
    if (await button.isVisible()) await button.click();
  }
}

async function navigation(page, home) {
  await page.goto(home);
  await unfold(page);
  const links = page.locator('header nav a[href]');
  const count = await links.count();
  if (count === 0) return [{ what: 'the header has no navigation' }];
  const problems = [];
  for (let number = 0; number < count; number += 1) {
    await page.goto(home);
    await unfold(page);
    const link = links.nth(number);
    const name = (await link.innerText()).trim();
    if (!(await link.isVisible())) {
      problems.push({ what: `the link “${name}” cannot be seen`, at: 'header nav' });
      continue;
    }
    await link.click();
    await page.waitForLoadState('load');
    if (!(await page.locator('h1').first().isVisible())) problems.push({ what: `the link “${name}” leads to a page without h1` });
  }
  return problems;
}

/** The path of someone in need: words that promise a contact are followed until a number can be tapped. */
async function numberToCall(page, home) {
  const promising = [/ring|kontakt|akut|vem/i, /polis|kommun|larm|jour|hot|våld/i, /./];
  const walked = [];
  await page.goto(home);
  for (let taps = 1; taps <= 3; taps += 1) {
    for (const number of await page.locator('a[href^="tel:"]').all()) {
      if (!(await number.isVisible())) continue;
      const digits = (await number.getAttribute('href')).slice(4);
      return /^\+?[0-9-]{3,15}$/.test(digits) ? [] : [{ what: `not a number: tel:${digits}`, at: page.url().replace(home, '/') }];
    }
    const next = await promisingLink(page, promising[Math.min(taps - 1, 2)], walked);
    if (!next) break;
    walked.push(next.name);
    await next.link.click();
    await page.waitForLoadState('load');
  }
  return [{ what: 'no number could be tapped within three taps from home', at: walked.join(' → ') || 'no link speaks of contact' }];
}

async function promisingLink(page, words, walked) {
  if (walked.length === 0) await unfold(page);
  for (const link of await page.getByRole('link', { name: words }).all()) {
    const name = (await link.innerText()).trim();
    const href = (await link.getAttribute('href')) ?? '';
    if (name && !walked.includes(name) && !/^(https?:|mailto:|#)/.test(href) && (await link.isVisible())) return { link, name };
  }
  return undefined;
}
