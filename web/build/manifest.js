// The web app manifest, in the words of strings.js: how the page is installed, what can be shared with it and opened by
// it.
import {strings} from '../js/strings.js';

export const kManifest = 'manifest.webmanifest';

const kFiles = {
  'text/plain': ['.txt'], 'text/markdown': ['.md'], 'text/html': ['.html', '.htm'], 'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
};

export function manifest() {
  return JSON.stringify({
    id: './',
    name: strings.page.name,
    short_name: strings.page.name,
    description: strings.page.description,
    lang: 'en',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#faf8f4',
    theme_color: '#faf8f4',
    categories: ['news', 'productivity', 'utilities'],
    icons: [
      {src: './icon.svg', sizes: 'any', type: 'image/svg+xml'},
      {src: './icon-192.png', sizes: '192x192', type: 'image/png'},
      {src: './icon-512.png', sizes: '512x512', type: 'image/png'},
      {src: './icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable'},
    ],
    share_target: {
      action: './share-target',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title', text: 'text', url: 'url',
        files: [{name: 'files', accept: Object.entries(kFiles).flat(2)}],
      },
    },
    file_handlers: [{action: './', accept: kFiles}],
    launch_handler: {client_mode: 'focus-existing'},
  }, null, 2);
}
