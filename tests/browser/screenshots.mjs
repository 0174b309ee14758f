// Pictures to look at, not a test: one page of each template, narrow and wide, light, dark and on paper.
// node screenshots.mjs [FOLDER [PATH …]]; the pictures are left in out/shots.

import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, visitor } from './browser.mjs';
import { serve } from './serve.mjs';
import { onePerTemplate, readSite } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [folder = join(here, 'out/site'), ...paths] = process.argv.slice(2);
const shots = join(here, 'out/shots');
const site = readSite(resolve(folder));
const entries = paths.length > 0
  ? paths.map((path) => ({ path: path.replace(/^\//, ''), template: path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home' }))
  : onePerTemplate(site);

mkdirSync(shots, { recursive: true });
const server = await serve(site.root, site.base);
const browser = await launch();
for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await visitor(browser, { colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const { path, template } of entries) {
      await page.goto(`${server.origin}${site.base}${path}`);
      await page.screenshot({ path: join(shots, `${template}-${width}-${colorScheme}.png`), fullPage: true });
      if (width === 1280 && colorScheme === 'light') {
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width: 794, height: 1123 });
        await page.screenshot({ path: join(shots, `${template}-print.png`), fullPage: true });
        await page.emulateMedia({ media: null });
        await page.setViewportSize({ width, height: 900 });
      }
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`${entries.length} pages in ${shots}`);
