// What need not be in the first frame is done behind it.

/**
 * Calls a function when the page has done its part of the next frame; at once where nobody looks.
 * @param {() => void} act
 */
export function afterFrame(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}

/**
 * Calls a function a frame later: by then the browser has put the first one on the screen, which takes it longer where
 * the page is at work meanwhile.
 * @param {() => void} act
 */
export function afterShown(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => afterFrame(act));
}
