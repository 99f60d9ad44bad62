// A drawing that fingers can zoom and move must not hold the page fast: one finger that moves up or down over it
// scrolls the page, as it does everywhere else.

const kUndecided = 6;  // pixels that a finger may move before its direction counts

/** @param {HTMLElement} host  of the drawing; what it takes for the page's scrolling, the drawing never hears of */
export function letFingerScroll(host) {
  /** Where the only finger began. @type {{x: number, y: number} | null} */
  let begun = null;
  let direction = '';
  host.addEventListener('touchstart', ({touches}) => {
    begun = touches.length === 1 ? {x: touches[0].clientX, y: touches[0].clientY} : null;
    direction = '';
  }, {capture: true, passive: true});
  host.addEventListener('touchmove', (event) => {
    if (!begun || event.touches.length !== 1) return;
    if (direction === '') {
      const [x, y] = [Math.abs(event.touches[0].clientX - begun.x), Math.abs(event.touches[0].clientY - begun.y)];
      if (Math.max(x, y) >= kUndecided) direction = y > x ? 'along the page' : 'along the drawing';
    }
    if (direction !== 'along the drawing') event.stopPropagation();
  }, {capture: true, passive: true});
}
