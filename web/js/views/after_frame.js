// What need not be in the first frame is done behind it.

/**
 * Calls a function when the page has done its part of the next frame; at once where nobody looks.
 * @param {() => void} act
 */
export function afterFrame(act) {
  if (document.hidden) act();
  else requestAnimationFrame(() => inATask(act));
}

/** Calls a function in a task of its own, sooner than a timer does. @param {() => void} act */
function inATask(act) {
  const {port1, port2} = new MessageChannel();
  port2.onmessage = () => {
    port2.close();
    act();
  };
  port1.postMessage('');
}

/** What came since the last frame and waits for the screen. @type {(() => void)[]} */
let waiting = [];

/**
 * Calls a function a frame later, in a task of its own: by then the browser has put the first one on the screen, which
 * takes it longer where the page is at work meanwhile. All that come before a frame cost it one call.
 * @param {() => void} act
 */
export function afterShown(act) {
  if (document.hidden) return act();
  waiting.push(act);
  if (waiting.length > 1) return;
  requestAnimationFrame(() => {
    const acts = waiting;
    waiting = [];
    requestAnimationFrame(() => acts.forEach(inATask));
  });
}
