// What need not be in the first frame is done right behind it.

/** Calls a function when the next frame has been drawn; at once where nobody looks. @param {() => void} act */
export function afterFrame(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => setTimeout(act));
}
