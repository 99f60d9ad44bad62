// How the page becomes the static files in dist/: relative paths, so that the folder works wherever it is put; nothing
// inlined, so that the Content-Security-Policy needs no exception; the words of index.html taken from strings.js.
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {gatherLicences} from './build/licences.js';
import {strings} from './js/strings.js';

const kRepository = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Puts strings.page.<key> where index.html says {{key}}; an unknown key stops the build. */
export function wordsOfThePage() {
  return {
    name: 'words-of-the-page',
    transformIndexHtml: {
      order: /** @type {const} */ ('pre'),
      /** @param {string} html */
      handler: (html) => html.replace(/\{\{(\w+)\}\}/g, (_, key) => {
        const words = /** @type {Record<string, string>} */ (strings.page)[key];
        if (words === undefined) throw new Error(`strings.page has no "${key}"`);
        return escapeHtml(words);
      }),
    },
  };
}

const licences = gatherLicences();

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [wordsOfThePage(), licences.write],
  worker: {format: 'es', plugins: () => [licences.watch()]},
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    reportCompressedSize: true,
  },
  server: {fs: {allow: [kRepository]}},
});
