// Gives Node before 20.12 what every browser has: the format "deflate-raw" of its streams for compression.
import {Duplex} from 'node:stream';
import {createDeflateRaw, createInflateRaw} from 'node:zlib';

const kFormat = 'deflate-raw';

/** @param {'CompressionStream' | 'DecompressionStream'} name @param {() => Duplex} make */
function provide(name, make) {
  const given = globalThis[name];
  try {
    new given(kFormat);
  } catch {
    globalThis[name] = class {
      constructor(format) {
        return format === kFormat ? Duplex.toWeb(make()) : new given(format);
      }
    };
  }
}

provide('CompressionStream', createDeflateRaw);
provide('DecompressionStream', createInflateRaw);
