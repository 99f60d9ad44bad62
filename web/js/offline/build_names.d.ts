// Names that the build replaces, see build/offline.js.
declare const __KEPT_FILES__: {url: string, revision: string | null}[];
declare const __LATER_FILES__: string[];
