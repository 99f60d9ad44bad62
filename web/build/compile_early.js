// A browser compiles a function when it is first called, while the reader waits. Scripts that are needed whole say so
// in their first line, and are compiled while they load: V8's explicit compile hints
// (https://v8.dev/blog/explicit-compile-hints); for other browsers it is a comment.

export const kHint = '//# allFunctionsCalledOnLoad\n';

/** A plugin that writes the hint at the head of the scripts that a pattern names. @param {RegExp} which */
export const compileEarly = (which) => ({
  name: 'compile-early',
  enforce: /** @type {const} */ ('post'),
  generateBundle: {
    order: /** @type {const} */ ('post'),
    /** @param {unknown} _ @param {import('rollup').OutputBundle} bundle */
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && which.test(file.fileName)) file.code = kHint + file.code;
      }
    },
  },
});
