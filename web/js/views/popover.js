// A box beside something on the page: near it where there is room, along the lower edge on a narrow screen. It goes by
// Escape, by a press elsewhere, and when what it stands beside goes out of sight.
import {make} from './element.js';

const kMargin = 8;  // pixels

/**
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.className
 * @param {() => void} [options.closed]  called when it has gone
 * @param {() => DOMRect | null} [options.keepClear]
 *     what the box should stand beside rather than on, as a column of text is that one goes on reading
 */
export function createPopover({id, className, closed, keepClear = () => null}) {
  const element = make('div', {id, class: `popover ${className}`, role: 'dialog', hidden: true});
  document.body.append(element);
  /** @type {Element | null} */
  let anchor = null;
  /** What has the focus back when the box goes. @type {HTMLElement | SVGElement | null} */
  let owner = null;
  const narrow = matchMedia('(max-width: 40rem)');

  function place() {
    if (!anchor || element.hidden) return;
    const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    if (!anchor.isConnected || box.bottom < 0 || box.top > innerHeight) return close();
    element.classList.toggle('sheet-like', narrow.matches);
    if (narrow.matches) {
      element.style.left = element.style.top = '';
      return;
    }
    const {offsetWidth: width, offsetHeight: height} = element;
    const clear = keepClear();
    if (clear && clear.right + kMargin + width + kMargin <= innerWidth) {
      const top = Math.max(kMargin, Math.min(box.top - kMargin, innerHeight - height - kMargin));
      element.style.top = `${Math.round(top)}px`;
      element.style.left = `${Math.round(clear.right + kMargin)}px`;
      return;
    }
    const below = box.bottom + kMargin;
    const top = below + height + kMargin <= innerHeight || box.top < height + 2 * kMargin ?
      Math.min(below, Math.max(kMargin, innerHeight - height - kMargin)) : box.top - height - kMargin;
    element.style.top = `${Math.round(top)}px`;
    element.style.left = `${Math.round(Math.max(kMargin, Math.min(box.left - 12, innerWidth - width - kMargin)))}px`;
  }

  /** @param {{focus?: boolean}} [options]  focus: gives it back to what the box belongs to */
  function close({focus = false} = {}) {
    if (element.hidden) return;
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    element.replaceChildren();
    anchor = null;
    if (focus || inside) owner?.focus({preventScroll: true});
    owner = null;
    closed?.();
  }

  /** What the box belongs to is not left below it. @param {Element} beside */
  function bringIntoSight(beside) {
    const under = beside.getBoundingClientRect().bottom + 2 * kMargin - element.getBoundingClientRect().top;
    if (under > 0) window.scrollBy(0, under);
  }

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close({focus: true});
  });
  document.addEventListener('pointerdown', (event) => {
    const target = /** @type {Node} */ (event.target);
    if (!element.hidden && !element.contains(target) && !anchor?.contains(target)) close();
  });
  let frame = 0;
  const replace = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  };
  addEventListener('scroll', replace, {capture: true, passive: true});
  addEventListener('resize', replace);

  return {
    element,
    close,
    isOpen: () => !element.hidden,
    /** What it stands beside now. */
    anchor: () => anchor,

    /**
     * @param {Element} beside
     * @param {string} label  what a screen reader calls it
     * @param {Node[]} content
     * @param {{focus?: boolean}} [options]  focus: moves it to the first thing in the box
     */
    open(beside, label, content, {focus = false} = {}) {
      anchor = beside;
      owner = beside instanceof HTMLElement || beside instanceof SVGElement ? beside : null;
      element.setAttribute('aria-label', label);
      element.replaceChildren(...content);
      element.hidden = false;
      place();
      if (narrow.matches) bringIntoSight(beside);
      if (focus) /** @type {HTMLElement | null} */ (element.querySelector('button, a'))?.focus({preventScroll: true});
    },
  };
}

/** @typedef {ReturnType<typeof createPopover>} Popover */
