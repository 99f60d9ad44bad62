// How wide words are in a font, without laying anything out; kept, because a drawing asks for the same again and again.

/** @type {CanvasRenderingContext2D | null} */
let context = null;
const kMostKept = 5000;

/**
 * @param {string} font  as CSS writes it
 * @returns {(text: string) => number}  pixels
 */
export function textMeasure(font) {
  context ??= document.createElement('canvas').getContext('2d');
  /** @type {Map<string, number>} */
  const kept = new Map();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size > kMostKept) kept.clear();
    if (context) context.font = font;
    const width = context ? context.measureText(text).width : text.length * 7;
    kept.set(text, width);
    return width;
  };
}
