import js from '@eslint/js';
import globals from 'globals';

/** HTML strings and evaluated strings are how a pasted text could become code: none of them is used anywhere. */
const noStringsAsCode = [
  {selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]",
   message: 'Text goes into the page as text nodes only.'},
  {selector: "CallExpression[callee.property.name=/^(write|writeln|createContextualFragment|parseFromString)$/]",
   message: 'Text goes into the page as text nodes only.'},
];

export default [
  {ignores: ['**/node_modules/**', '**/dist/**', '**/output/**']},
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {ecmaVersion: 2022, sourceType: 'module'},
    rules: {
      'eqeqeq': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...noStringsAsCode],
    },
  },
  {files: ['web/**/*.js', 'tests/web/**/*.js'], rules: {'max-len': ['error', {code: 120, ignoreUrls: true}]}},
  {files: ['web/js/**/*.js'], languageOptions: {globals: globals.browser}},
  {files: ['web/js/analysis_worker.js'], languageOptions: {globals: globals.worker}},
  {
    files: ['web/js/offline/service_worker.js'],
    languageOptions: {globals: {...globals.serviceworker, __KEPT_FILES__: 'readonly', __LATER_FILES__: 'readonly'}},
  },
  {
    files: ['web/*.js', 'web/build/*.js', 'tests/**/*.js', 'wasm/**/*.js'],
    languageOptions: {globals: {...globals.node, ...globals.browser}},
  },
];
