// Chromium as the checks use it: how it is started, what counts as noise on a page, and work spread over few pages.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { chromium } from 'playwright-core';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

export const phone = { width: 360, height: 740 };
export const narrowest = { width: 320, height: 640 };
export const desktop = { width: 1280, height: 900 };

export function launch() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = known.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium found; ./tests/run installs it, or set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: quiet });
}

/** A context as a visitor in Sweden has it, its content security policy in force. */
export function visitor(browser, options = {}) {
  return browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce', viewport: desktop, ...options });
}

/** Collects what should not happen on a page: console noise, failed and foreign requests, breaches of the policy. */
export async function watch(page, origin) {
  const noise = [];
  const local = (url) => url.replace(origin, '');
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const check = /content security policy/i.test(message.text()) ? 'policy' : 'console';
    noise.push({ check, at: local(message.location().url ?? ''), what: local(message.text()) });
  });
  page.on('pageerror', (error) => noise.push({ check: 'console', what: String(error) }));
  page.on('requestfailed', (request) => {
    // Whoever leaves a page before its icon has come aborts the request; that says nothing of the page.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') noise.push({ check: 'requests', at: local(request.url()), what: `failed: ${why}` });
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noise.push({ check: 'requests', at: local(response.url()), what: `answered ${response.status()}` });
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && asked !== origin) noise.push({ check: 'requests', at: request.url(), what: 'goes to another origin' });
  });
  await page.exposeFunction('reportBreach', (what, at) => noise.push({ check: 'policy', what, at }));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.reportBreach(`${event.effectiveDirective} forbids ${event.blockedURI}`, `${event.sourceFile ?? ''}:${event.lineNumber}`));
  });
  return { take: () => noise.splice(0) };
}

/** Runs `work(item, page)` for all items on a few pages at once; `open()` gives each of them its page. */
export async function spread(items, open, work) {
  const queue = [...items];
  const workers = Math.max(1, Math.min(3, availableParallelism(), queue.length));
  await Promise.all(Array.from({ length: workers }, async () => {
    const page = await open();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, page);
    await page.context().close();
  }));
}
