// dateline.html: the whole page as one file that works from disk by a double click. Browsers give a file from disk no
// modules and nothing to fetch, so all code is one classic script, allowed by its hash in the Content-Security-Policy;
// the workers' sources and the licences lie in the page as text; the module lies packed in the worker that runs it.
//   node web/build/one_file.js [FOLDER]   writes FOLDER/dateline.html; FOLDER: dist/
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';
import {kHint} from './compile_early.js';
import {gatherLicences} from './licences.js';
import {wordsOfThePage} from './page_words.js';

const kWeb = fileURLToPath(new URL('..', import.meta.url));
const kModule = resolve(kWeb, '../wasm/dateline.js');
const licences = gatherLicences();

/**
 * One entry with all it imports, as a classic script.
 * @param {string} entry @param {import('vite').Plugin[]} [plugins]
 * @returns {Promise<{code: string, css: string}>}
 */
async function bundled(entry, plugins = []) {
  const result = await build({
    configFile: false,
    root: kWeb,
    logLevel: 'warn',
    publicDir: false,
    plugins: [licences.watch(), ...plugins],
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false, target: 'es2022', cssCodeSplit: false, modulePreload: false, chunkSizeWarningLimit: 1e6,
      rollupOptions: {input: join(kWeb, entry), output: {format: 'iife', inlineDynamicImports: true}},
    },
  });
  const [{output}] = [/** @type {import('rollup').RollupOutput | import('rollup').RollupOutput[]} */ (result)].flat();
  const script = output.find((file) => file.type === 'chunk');
  const style = output.find((file) => file.fileName.endsWith('.css'));
  if (script?.type !== 'chunk') throw new Error(`${entry} gave no script`);
  return {code: script.code, css: style?.type === 'asset' ? String(style.source) : ''};
}

/** The page starts its workers from what lies in it. @type {import('vite').Plugin} */
const workersFromPage = {
  name: 'workers-from-page',
  enforce: 'pre',
  resolveId: (id) => /\/start_worker\.js$/.test(id) ? join(kWeb, 'js/start_worker_from_page.js') : null,
};

/** The module's loader is given its bytes, unpacked from the script itself. @type {import('vite').Plugin} */
const moduleInScript = {
  name: 'module-in-script',
  enforce: 'pre',
  resolveId(id, importer) {
    return /\/wasm\/dateline\.js$/.test(id) && importer !== '\0packed-module' ? '\0packed-module' : null;
  },
  load(id) {
    if (id !== '\0packed-module') return null;
    const bytes = readFileSync(resolve(kModule, '../dist/dateline-core.wasm'));
    const packed = gzipSync(bytes, {level: 9}).toString('base64');
    return `
      import {load as loadFrom} from ${JSON.stringify(kModule)};
      const kPacked = ${JSON.stringify(packed)};
      async function unpacked() {
        const bytes = Uint8Array.from(atob(kPacked), (character) => character.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
        return new Response(stream).arrayBuffer();
      }
      export async function load() {
        return loadFrom({wasmBinary: await unpacked()});
      }`;
  },
  transform(code, id) {
    if (id !== kModule) return null;
    return {code: code.replace(`new URL('./dist/dateline-core.wasm', import.meta.url)`, 'null'), map: null};
  },
};

/** Text that may stand in a script element: nothing in it ends the element. @param {string} code */
const contained = (code) => code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @returns {Promise<string>} the page */
export async function oneFile() {
  const page = await bundled('js/main_with_styles.js', [workersFromPage]);
  const analysis = await bundled('js/analysis_worker.js', [moduleInScript]);
  const docx = await bundled('js/input/docx_worker.js');
  const pdf = await bundled('js/input/pdf_worker.js');

  const script = kHint + contained(page.code);
  const style = page.css;
  const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; ` +
    `img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'`;
  const icon = `data:image/svg+xml;base64,${readFileSync(join(kWeb, 'public/icon.svg')).toString('base64')}`;
  const words = wordsOfThePage().transformIndexHtml.handler;
  const held = (/** @type {string} */ id, /** @type {string} */ text) =>
    `<script type="text/plain" id="${id}">${contained(text)}</script>\n`;

  // The replacements are functions, as the code is full of "$".
  return words(readFileSync(join(kWeb, 'index.html'), 'utf8'))
    .replace(/(http-equiv="Content-Security-Policy" content=)"[^"]*"/, (_, start) => `${start}"${policy}"`)
    .replace(/ *<link rel="(?:icon|manifest|apple-touch-icon)"[^>]*>\n/g, '')
    .replace(/ *<link rel="stylesheet"[^>]*>\n/, () =>
      `  <link rel="icon" href="${icon}" type="image/svg+xml">\n  <style>${style}</style>\n`)
    .replace(/ *<script type="module"[^>]*><\/script>\n/, '')
    .replace('</body>', () => held('worker-analysis', kHint + analysis.code) + held('worker-docx', docx.code) +
      held('worker-pdf', pdf.code) + held('third-party-licences', licences.text()) +
      `<script>${script}</script>\n</body>`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(kWeb, '../dist'));
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'dateline.html'), await oneFile());
}
