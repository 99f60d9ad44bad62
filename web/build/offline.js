// What makes the built page installable and usable without a network: the manifest, and the service worker with the
// list of files it keeps. Workbox does the keeping; its own build package is left out, as it brings three hundred
// others for this list.
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {kManifest, manifest} from './manifest.js';

const kWeb = fileURLToPath(new URL('..', import.meta.url));
const kPublic = join(kWeb, 'public');

/** Readers that most visitors never need: kept when they are first used. */
const kLater = /(pdf|docx)_worker-[^/]*\.js$/;
/** Files nobody needs without a network. */
const kNever = /\.(map|txt)$/;

/** @param {string | Uint8Array} content */
const revisionOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);

export function offline() {
  return {
    name: 'offline',
    apply: /** @type {const} */ ('build'),
    enforce: /** @type {const} */ ('post'),
    generateBundle: {
      order: /** @type {const} */ ('post'),
      /**
       * @this {import('rollup').PluginContext}
       * @param {unknown} _
       * @param {import('rollup').OutputBundle} bundle
       */
      async handler(_, bundle) {
        this.emitFile({type: 'asset', fileName: kManifest, source: manifest()});
        const built = Object.entries(bundle).filter(([name]) => !kNever.test(name) && name !== kManifest);
        const kept = built.filter(([name]) => !kLater.test(name)).map(([name, file]) => ({
          url: name,
          // Names with a hash of the content need no other.
          revision: name.startsWith('assets/') ? null : revisionOf(file.type === 'chunk' ? file.code : file.source),
        }));
        kept.push({url: kManifest, revision: revisionOf(manifest())});
        for (const name of readdirSync(kPublic)) {
          kept.push({url: name, revision: revisionOf(readFileSync(join(kPublic, name)))});
        }
        const later = built.map(([name]) => name).filter((name) => kLater.test(name));
        this.emitFile({type: 'asset', fileName: 'service_worker.js', source: await serviceWorker(kept, later)});
      },
    },
  };
}

/** @param {{url: string, revision: string | null}[]} kept @param {string[]} later */
async function serviceWorker(kept, later) {
  const result = await build({
    configFile: false,
    root: kWeb,
    logLevel: 'warn',
    publicDir: false,
    define: {
      '__KEPT_FILES__': JSON.stringify(kept), '__LATER_FILES__': JSON.stringify(later),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      write: false, target: 'es2022',
      lib: {entry: join(kWeb, 'js/offline/service_worker.js'), formats: ['iife'], name: 'serviceWorker'},
    },
  });
  const [{output}] = /** @type {import('rollup').RollupOutput[]} */ (result);
  return output[0].code;
}
