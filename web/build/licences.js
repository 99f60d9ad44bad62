// The licence of every package that ends up in the page, gathered from what the bundler took in, and of the lexicons'
// data, as one text file beside the page.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

export const kLicences = 'third-party-licences.txt';

/** What a package holds of others and does not say in its own licence file. */
const kAlso = {unpdf: 'Holds PDF.js, copyright Mozilla Foundation, Apache License 2.0.'};

/** What the module's lexicons hold of others under a licence that asks to be named (src/data/SOURCES.md has all). */
const kData = `Lexicons of the module

Names of smaller towns: GeoNames (https://www.geonames.org/), Creative Commons Attribution 4.0
(https://creativecommons.org/licenses/by/4.0/), cut down to names in lower case.
Places and outlines: Natural Earth (https://www.naturalearthdata.com/), public domain.`;

/** Two plugins that share what they see: one for the page, one for its workers, which are bundled apart. */
export function gatherLicences() {
  /** @type {Set<string>} folders of packages */
  const folders = new Set();

  /** @param {string} id */
  function note(id) {
    const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, '').replace(/\?.*/, ''));
    if (match && existsSync(join(match[1], 'package.json'))) folders.add(match[1]);
  }
  /** All of them, by name. */
  const text = () => `${[kData, ...[...folders].map(licenceOf).sort()].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
  const watch = {
    name: 'gather-licences',
    /** @param {{id: string}} module */
    moduleParsed: ({id}) => note(id),
  };
  return {
    watch: () => watch,
    text,
    write: {
      ...watch,
      name: 'write-licences',
      /** @this {import('rollup').PluginContext} */
      generateBundle() {
        this.emitFile({type: 'asset', fileName: kLicences, source: text()});
      },
    },
  };
}

/** @param {string} folder */
function licenceOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!license) throw new Error(`${name} does not say its licence`);
  if (!/MIT|ISC|BSD|Apache|Unlicense|CC0|0BSD|Zlib/i.test(license)) throw new Error(`${name} has licence ${license}`);
  const also = /** @type {Record<string, string>} */ (kAlso)[name];
  const head = `${name} ${version} (${license})${also ? `\n${also}` : ''}`;
  return file ? `${head}\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : head;
}
