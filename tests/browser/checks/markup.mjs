// What the markup of every page must hold, read without a browser.

const languages = ['sv', 'en'];

export function check({ site, report }) {
  for (const page of site.pages) {
    report.expect('language', page.file, languages.includes(page.lang), `<html lang="${page.lang}">`);
    report.expect('title', page.file, page.title !== '', 'there is no <title>');
    report.expect('noindex', page.file, /\bnoindex\b/.test(page.robots), 'the page lacks <meta name="robots" content="noindex">');
  }
  for (const page of site.open) {
    const headings = page.elements.filter((node) => node.tag === 'h1');
    report.expect('one h1', page.file, headings.length === 1, `there are ${headings.length} <h1>`);
    report.expect('h1 has words', page.file, headings.every((node) => node.text.trim() !== ''), 'the <h1> is empty');
    report.expect('description', page.file, page.description !== '', 'there is no meta description');
    report.expect('demo banner', page.file, page.elements.some((node) => 'data-demo' in node.attr), 'no element has data-demo');
    report.expect('template', page.file, page.template !== '', '<body> has no data-template');
    report.check('policy', page.file, policyProblems(page));
    report.check('no inline code', page.file, inlineCode(page));
    report.check('unique ids', page.file, repeatedIds(page));
  }
  report.check('titles differ', 'index.html', repeatedTitles(site));
}

function policyProblems({ policy }) {
  if (policy === undefined) return [{ what: 'the page has no content security policy' }];
  return ["'unsafe-inline'", "'unsafe-eval'", ' *', ' http:', ' https:']
    .filter((loose) => `${policy};`.includes(`${loose};`) || policy.includes(`${loose} `))
    .map((loose) => ({ what: `the policy allows${loose.startsWith(' ') ? loose : ` ${loose}`}` }));
}

function inlineCode({ elements }) {
  const data = /json|importmap|speculationrules/;
  return elements.flatMap(({ tag, attr, text }) => [
    ...(tag === 'script' && !('src' in attr) && !data.test(attr.type ?? '') ? [{ what: 'inline <script>', at: text.trim().slice(0, 60) }] : []),
    ...(tag === 'style' ? [{ what: 'inline <style>', at: text.trim().slice(0, 60) }] : []),
    ...('style' in attr ? [{ what: 'style attribute', at: `<${tag} style="${attr.style}">` }] : []),
    ...Object.keys(attr).filter((name) => /^on/.test(name)).map((name) => ({ what: `${name} attribute`, at: `<${tag}>` })),
  ]);
}

function repeatedIds({ elements }) {
  const ids = elements.map((node) => node.attr.id).filter(Boolean);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => ({ what: `id is used twice: ${id}` }));
}

function repeatedTitles(site) {
  const seen = new Map();
  for (const page of site.open.filter((page) => page.file !== '404.html')) {
    const variant = /^(en|lattlast)\//.exec(page.file)?.[1] ?? '';
    const key = `${variant} ${page.title}`;
    seen.set(key, [...(seen.get(key) ?? []), `/${page.path}`]);
  }
  return [...seen.entries()].filter(([, paths]) => paths.length > 1)
    .map(([key, paths]) => ({ what: `${paths.length} pages share the title “${key.trim()}”`, at: paths.slice(0, 4).join(' ') }));
}
