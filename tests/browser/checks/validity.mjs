// Every page is valid HTML: the Nu Html Checker over the whole folder in one call, since its start is slow.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

export async function check({ site, report }) {
  const messages = await validate(site.root);
  const folder = pathToFileURL(`${site.root}/`).href;
  const faults = new Map();
  for (const { url = folder, message, extract = '', lastLine } of messages) {
    const file = decodeURI(url.replace(/^file:\/*/, 'file:///').replace(folder, ''));
    faults.set(file, [...(faults.get(file) ?? []), { what: message, at: `${extract.trim().replace(/\s+/g, ' ').slice(0, 90)}${extract ? '' : `line ${lastLine}`}` }]);
  }
  for (const page of site.pages) report.check('valid HTML', page.file, faults.get(page.file) ?? []);
  for (const [file, problems] of faults) if (!site.files.has(file)) report.check('valid HTML', file, problems);
}

async function validate(root) {
  const java = spawn('java', ['-jar', jar, '--errors-only', '--format', 'json', '--skip-non-html', root], { stdio: ['ignore', 'ignore', 'pipe'] });
  const pieces = [];
  java.stderr.on('data', (piece) => pieces.push(piece));
  const code = await new Promise((ended, failed) => java.on('error', failed).on('close', ended));
  const text = Buffer.concat(pieces).toString('utf8');
  try {
    return JSON.parse(text).messages.filter(({ type }) => type !== 'info');
  } catch {
    return [{ message: `the checker failed (${code}): ${text.slice(0, 300)}` }];
  }
}
