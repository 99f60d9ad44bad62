// A drawing of the page (timeline, map) as a file: SVG that stands alone, or PNG. The page's style sheets do not go with
// a file, so what they say about each element is written into it.
import {saveBlob} from './save_file.js';

/** What makes up the look of a drawing; the rest of the computed style is left out. */
const kLook = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap',
  'stroke-linejoin', 'opacity', 'display', 'visibility', 'font-family', 'font-size', 'font-weight', 'font-style',
  'text-anchor', 'dominant-baseline', 'letter-spacing', 'paint-order', 'color', 'vector-effect',
];
const kSpace = 'http://www.w3.org/2000/svg';

/**
 * The source of an SVG file that looks as the element does in the page.
 * @param {SVGSVGElement} svg  in the document, and shown
 * @returns {{source: string, width: number, height: number}} size in CSS pixels
 */
export function pictureOf(svg) {
  const {width, height} = svg.getBoundingClientRect();
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const look = getComputedStyle(original);
    const target = /** @type {SVGElement} */ (copies[index]);
    target.removeAttribute('class');
    for (const name of kLook) target.style?.setProperty(name, look.getPropertyValue(name));
  });
  for (const element of copies) if (/** @type {SVGElement} */ (element).style?.display === 'none') element.remove();
  copy.setAttribute('xmlns', kSpace);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS(kSpace, 'rect');
  const box = svg.viewBox.baseVal;
  const [x, y, w, h] = box && box.width > 0 ? [box.x, box.y, box.width, box.height] : [0, 0, width, height];
  for (const [name, value] of Object.entries({x, y, width: w, height: h})) ground.setAttribute(name, String(value));
  ground.setAttribute('fill', groundBehind(svg));
  copy.prepend(ground);
  return {source: new XMLSerializer().serializeToString(copy), width, height};
}

/** The colour behind an element. @param {Element | null} element */
function groundBehind(element) {
  for (; element; element = element.parentElement) {
    const colour = getComputedStyle(element).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') return colour;
  }
  return '#ffffff';
}

/** @param {SVGSVGElement} svg @param {string} name  of the file */
export function saveSvg(svg, name) {
  saveBlob(new Blob([pictureOf(svg).source], {type: 'image/svg+xml;charset=utf-8'}), name);
}

/**
 * @param {SVGSVGElement} svg
 * @param {string} name  of the file
 * @param {number} [scale]  pixels of the picture for a CSS pixel
 */
export async function savePng(svg, name, scale = 2) {
  const {source, width, height} = pictureOf(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture could not be made.');
  saveBlob(/** @type {Blob} */ (blob), name);
}
