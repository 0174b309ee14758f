// What was checked and what failed. The same fault on many pages is told once, with the first pages it was met on.

const shownPages = 3;

export class Report {
  passed = 0;
  failed = 0;
  #faults = new Map();

  constructor(site) {
    this.site = site;
  }

  /** Counts one check on one page (or file) with its problems, each `{ at, what }`: none means that it passed. */
  check(name, where, problems) {
    if (problems.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    for (const { at = '', what } of problems) {
      const key = `${name}\n${at}\n${what}`;
      const fault = this.#faults.get(key) ?? { name, at, what, where: new Set() };
      this.#faults.set(key, fault);
      fault.where.add(where);
    }
  }

  /** A check whose only answer is yes or no. */
  expect(name, where, holds, what, at = '') {
    this.check(name, where, holds ? [] : [{ at, what }]);
  }

  print() {
    const faults = [...this.#faults.values()].sort((a, b) => b.where.size - a.where.size || a.name.localeCompare(b.name));
    for (const { name, at, what, where } of faults) {
      const pages = [...where].sort((a, b) => a.length - b.length).slice(0, shownPages);
      const more = where.size > pages.length ? ` and ${where.size - pages.length} more` : '';
      console.log(`✗ ${name}: ${what}`);
      if (at) console.log(`    at ${at}`);
      console.log(`    on ${pages.map((page) => `/${page}`).join(' ')}${more}`);
    }
  }
}
