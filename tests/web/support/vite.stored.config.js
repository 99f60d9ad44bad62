// The page as it is built for readers, but for the analysis, which is the stored one.
import {fileURLToPath} from 'node:url';
import page from '../../../web/vite.config.js';

export default {
  ...page,
  resolve: {
    alias: [{
      find: /^.*\/wasm\/dateline\.js$/,
      replacement: fileURLToPath(new URL('stored_module.js', import.meta.url)),
    }],
  },
  build: {
    ...page.build,
    outDir: fileURLToPath(new URL('../../output/web-stored', import.meta.url)),
    reportCompressedSize: false,
  },
  logLevel: 'warn',
};
