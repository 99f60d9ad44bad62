// How the page becomes the static files in dist/: relative paths, so that the folder works wherever it is put; nothing
// inlined, so that the Content-Security-Policy needs no exception; the words of index.html taken from strings.js.
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {compileEarly} from './build/compile_early.js';
import {gatherLicences} from './build/licences.js';
import {offline} from './build/offline.js';
import {wordsOfThePage} from './build/page_words.js';

const kRepository = fileURLToPath(new URL('..', import.meta.url));

const licences = gatherLicences();

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [wordsOfThePage(), licences.write, compileEarly(/\/index-[^/]*\.js$/), offline()],
  worker: {format: 'es', plugins: () => [licences.watch(), compileEarly(/analysis_worker/)]},
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
