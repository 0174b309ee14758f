// A walk with Tab through one page of each template: every stop is seen, marked and reached, and none is a trap.

import { visitor } from '../browser.mjs';
import { onePerTemplate } from '../site.mjs';

export async function check({ site, browser, origin, report }) {
  const context = await visitor(browser);
  const page = await context.newPage();
  for (const entry of onePerTemplate(site)) {
    const address = `${origin}${site.base}${entry.path}`;
    await page.goto(address);
    report.check('keyboard: skip link', entry.file, await skipLink(page));
    await page.goto(address);
    report.check('keyboard: walk', entry.file, await walk(page));
  }
  await context.close();
}

async function skipLink(page) {
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => {
    const { activeElement: link } = document;
    const box = link.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0;
    const href = link.getAttribute('href') ?? '';
    return { href, seen, exists: href.length > 1 && href.startsWith('#') && document.getElementById(href.slice(1)) !== null };
  });
  if (!target.exists) return [{ what: 'the first stop is no skip link', at: target.href }];
  if (!target.seen) return [{ what: 'the skip link does not show when it has focus' }];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate((id) => {
    const goal = document.getElementById(id);
    const after = (element) => goal.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    // Where nothing after the target can take focus, the walk begins again from the top.
    const any = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].some(after);
    return document.activeElement === document.body || after(document.activeElement) || !any;
  }, target.href.slice(1));
  return inside ? [] : [{ what: 'after the skip link the next stop is before the content', at: target.href }];
}

async function walk(page) {
  await page.evaluate(prepare);
  const most = (await page.evaluate(() => globalThis.walk.expected.length)) * 2 + 20;
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => globalThis.walk.stop())) return page.evaluate(() => globalThis.walk.end());
  }
  return [{ what: `the walk does not end after ${most} stops: a trap` }];
}

// Runs in the page: keeps what was met, and compares each stop with how it looks when focus has gone on.
function prepare() {
  const looks = (element) => {
    const shown = [];
    const kept = (style) => [style.outlineStyle, style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor} ${style.outlineOffset}`,
      style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.textDecoration].join('|');
    for (let node = element, level = 0; node && level < 4; node = node.parentElement, level += 1) shown.push(kept(getComputedStyle(node)));
    return [...shown, kept(getComputedStyle(element, '::before')), kept(getComputedStyle(element, '::after'))].join('\n');
  };
  const name = (element) => `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${[...element.classList].map((word) => `.${word}`).join('')} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
  const tabbable = 'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), summary, iframe, [tabindex]';
  const radioLeft = (element) => element.type === 'radio' && element.name && element !== (document.querySelector(`input[name="${element.name}"]:checked`) ?? document.querySelector(`input[name="${element.name}"]`));
  const expected = [...document.querySelectorAll(tabbable)].filter((element) =>
    element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]') && !radioLeft(element));
  const problems = [];
  const met = new Set();
  let last;
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return 'has no size';
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return 'is outside the window';
    const [line] = [...element.getClientRects()].filter((rect) => rect.width > 1);
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [line.left + line.width * x, line.top + line.height * y]));
    const top = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
    const free = top.some((found) => element.contains(found) || found.contains(element) || found.closest('label')?.control === element);
    return top.length > 0 && !free ? `is covered by ${name(top[0])}` : '';
  };
  const stop = () => {
    const { activeElement: now } = document;
    if (last && last.element.isConnected && looks(last.element) === last.looks) problems.push({ what: 'a stop looks the same with and without focus', at: name(last.element) });
    last = undefined;
    if (now === document.body || now === null || met.has(now)) return true;
    met.add(now);
    const fault = seen(now);
    if (fault) problems.push({ what: `a stop ${fault}`, at: name(now) });
    last = { element: now, looks: looks(now) };
    return false;
  };
  const end = () => [...problems, ...expected.filter((element) => !met.has(element) && element.isConnected && element.checkVisibility())
    .map((element) => ({ what: 'Tab never stops here', at: name(element) }))];
  globalThis.walk = { expected, stop, end };
}
