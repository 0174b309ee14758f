// Makes what is published of the search client: `npm run client` writes src/search/client.min.js, `--check` tells
// whether it is what the source gives, and small enough.
import { readFile, writeFile } from 'node:fs/promises';
import { argv, exit } from 'node:process';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';

// Names of what only the client itself sees. Those of options and results stay as they are.
const OWN = [
  'sources leads surface folded rank typo factor lead idf isPlain kin meant weight shard most column capital isStop',
  'known terms typed phrases near take next size each cost share stem word end unit number text html counts fits',
  'chosen kept row to',
];
const LARGEST = 6000;

const folder = new URL('../../src/search/', import.meta.url);
const source = await readFile(new URL('client.js', folder), 'utf8');
// One keyword for all names compresses better; the linter of the source has seen that constants stay constant.
const { code } = await minify(source.replace(/\bconst /g, 'let '), {
  module: true,
  ecma: 2022,
  compress: { passes: 4, unsafe_arrows: true },
  mangle: { properties: { builtins: true, regex: new RegExp(`^(${OWN.join(' ').replace(/ /g, '|')})$`) } },
});
const target = new URL('client.min.js', folder);
const size = gzipSync(code).length;
if (size > LARGEST) {
  console.error(`src/search/client.min.js is ${size} bytes compressed, more than ${LARGEST}`);
  exit(1);
}
if (argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== code) {
    console.error('src/search/client.min.js is not what src/search/client.js gives; run `npm run client` in tests/browser');
    exit(1);
  }
} else {
  await writeFile(target, code);
  console.log(`${size} bytes compressed`);
}
