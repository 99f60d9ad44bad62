// Marks of the article under the pointer and under the keys. One mark is in the order of the Tab key; from it the
// arrow keys, or N and P, walk through all of them, and the card of the mark that has the focus is shown. Under the
// pointer a card comes when it rests there.
import {indexOf} from '../report_index.js';
import {strings} from '../strings.js';
import {cardOf} from '../views/article_card.js';
import {createPopover} from '../views/popover.js';
import {articleElement, calm, sheet, sideBySide} from './elements.js';

/** @typedef {import('../state.js').Store} Store */
/** @typedef {import('../report_types.js').Entity} Entity */

const kRest = 260;   // milliseconds the pointer rests on a mark before its card comes
const kLeave = 220;  // milliseconds to reach the card before it goes
const kMostRelated = 2000;

/**
 * @param {Store} store
 * @param {object} actions
 * @param {(key: string) => void} actions.open  goes to the entry of an item
 * @param {(entity: Entity, index: number) => HTMLElement | null} actions.mention
 *     marks a mention in the text, gives the element of the mark
 */
export function startMarkCards(store, {open, mention}) {
  const popover = createPopover({id: 'card', className: 'card', closed: () => {
    articleElement.querySelector('[aria-describedby=card]')?.removeAttribute('aria-describedby');
    showRelated(null);
  }, keepClear: () => sideBySide.matches ? articleElement.getBoundingClientRect() : null});
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** The mark that the Tab key reaches. @type {HTMLElement | null} */
  let stop = null;

  /** @param {Element} mark @param {{focus?: boolean, index?: number}} [options] */
  function showCard(mark, {focus = false, index} = {}) {
    const {report, reportText} = store.get();
    if (!report) return;
    /** @type {string[]} */
    const keys = [];
    for (let at = /** @type {Element | null} */ (mark); at && at !== articleElement; at = at.parentElement) {
      const key = at.getAttribute('data-key');
      if (key && !keys.includes(key)) keys.push(key);
    }
    const entity = indexOf(report).entities.get(keys[0]);
    const at = index ?? (entity ? mentionIndex(mark, entity) : -1);
    const card = cardOf(keys, report, reportText, at, {
      open(key) {
        popover.close();
        open(key);
      },
      step(named, by) {
        const next = (at + by + named.mentions.length) % named.mentions.length;
        const words = mention(named, next);
        const parent = words?.closest('[data-key]') ?? words;
        const act = popover.element.querySelector(':focus')?.getAttribute('data-act');
        if (parent) showCard(parent, {index: next});
        /** @type {HTMLElement | null} */ (popover.element.querySelector(`[data-act="${act}"]`))?.focus();
      },
    });
    if (!card) return;
    popover.open(mark, card.label, card.content, {focus});
    mark.setAttribute('aria-describedby', 'card');
    showRelated(keys[0]);
  }

  /** Which mention of a name a mark is. @param {Element} mark @param {Entity} entity */
  function mentionIndex(mark, entity) {
    const marks = articleElement.getElementsByClassName('name');
    let index = -1;
    for (const other of marks) {
      if (other.getAttribute('data-key') === entity.id) index++;
      if (other === mark) break;
    }
    return Math.max(0, Math.min(index, entity.mentions.length - 1));
  }

  /** Tints the other mentions softly, where the browser can without touching the text. @param {string | null} key */
  function showRelated(key) {
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete('related');
    if (!key) return;
    const ranges = [...articleElement.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].slice(0, kMostRelated)
      .map((mark) => {
        const range = new StaticRange({
          startContainer: mark, startOffset: 0, endContainer: mark, endOffset: mark.childNodes.length,
        });
        return range;
      });
    CSS.highlights.set('related', new Highlight(...ranges));
  }

  /** Whether its layer is shown. @param {Element} mark */
  function isShown(mark) {
    return /** @type {HTMLElement} */ (mark).className.split(' ').every((name) => {
      const layer = {when: 'time', said: 'quote'}[name] ?? name;
      return !articleElement.classList.contains(`without-${layer}`);
    });
  }

  /** The next mark in the text, or the one before. @param {Element} from @param {boolean} forward */
  function neighbour(from, forward) {
    const walker = document.createTreeWalker(articleElement, NodeFilter.SHOW_ELEMENT, (node) =>
      /** @type {Element} */ (node).hasAttribute('data-key') && isShown(/** @type {Element} */ (node)) ?
        NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    walker.currentNode = from;
    return /** @type {HTMLElement | null} */ (forward ? walker.nextNode() : walker.previousNode());
  }

  /** Makes a mark the one that the Tab key reaches. @param {HTMLElement | null} mark */
  function setStop(mark) {
    if (stop === mark) return;
    for (const name of ['tabindex', 'role', 'aria-haspopup']) stop?.removeAttribute(name);
    stop = mark;
    mark?.setAttribute('tabindex', '0');
    mark?.setAttribute('role', 'button');
    mark?.setAttribute('aria-haspopup', 'dialog');
  }

  /** @param {HTMLElement} mark */
  function focusMark(mark) {
    setStop(mark);
    mark.focus({preventScroll: true});
    const box = mark.getBoundingClientRect();
    if (box.top < 90 || box.bottom > innerHeight - 160) {
      mark.scrollIntoView({block: 'center', behavior: calm.matches ? 'auto' : 'smooth'});
    }
  }

  /** The first mark in sight, or the first of all. */
  function firstInSight() {
    const first = neighbour(articleElement, true);
    for (let mark = first, i = 0; mark && i < 500; mark = neighbour(mark, true), i++) {
      if (mark.getBoundingClientRect().top > 60) return mark;
    }
    return first;
  }

  sheet.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || store.get().mode !== 'read') return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.matches('input, textarea, select')) return;
    const mark = target.closest('#article [data-key]') ? target : null;
    const isArrow = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    const forward = event.key === 'n' || (event.key === 'ArrowRight' && !!mark);
    const back = event.key === 'p' || (event.key === 'ArrowLeft' && !!mark);
    if ((forward || back) && (mark || !isArrow)) {
      const next = mark ? neighbour(mark, forward) : stop?.isConnected ? stop : firstInSight();
      if (!next) return;
      event.preventDefault();
      focusMark(next);
    } else if (mark && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(mark.getAttribute('data-key') ?? '');
    } else if (mark && event.key === 'Tab' && !event.shiftKey && popover.isOpen()) {
      const first = /** @type {HTMLElement | null} */ (popover.element.querySelector('button'));
      if (!first) return;
      event.preventDefault();
      first.focus();
    } else if (event.key === 'Escape' && popover.isOpen()) {
      event.stopPropagation();
      popover.close();
    }
  });
  popover.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    const buttons = [...popover.element.querySelectorAll('button')];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (event.shiftKey ? at > 0 : at < buttons.length - 1) return;
    // Behind the card the reader goes on from the mark.
    if (event.shiftKey) event.preventDefault();
    popover.close({focus: true});
  });

  articleElement.addEventListener('focusin', (event) => {
    const mark = /** @type {HTMLElement} */ (event.target);
    if (!mark.hasAttribute('data-key')) return;
    setStop(mark);
    clearTimeout(timer);
    if (mark.matches(':focus-visible')) showCard(mark);
  });
  articleElement.addEventListener('focusout', (event) => {
    if (!popover.element.contains(/** @type {Node | null} */ (event.relatedTarget))) popover.close();
  });

  /** What comes when the pointer rests where it is. @type {(() => void) | null} */
  let resting = null;
  /** Where the pointer was moved to last: what comes to lie under it by scrolling is not pointed at. */
  let pointed = '';
  /** @param {PointerEvent} event */
  function rest(event) {
    const at = `${event.clientX} ${event.clientY}`;
    if (event.pointerType === 'touch' || at === pointed) return;
    pointed = at;
    clearTimeout(timer);
    resting = null;
    const mark = /** @type {HTMLElement} */ (event.target).closest('#article [data-key]');
    if (!mark || !isShown(mark)) return leave(event);
    if (mark === popover.anchor()) return;
    resting = () => {
      resting = null;
      if (mark.isConnected && getSelection()?.isCollapsed !== false) showCard(mark);
    };
    timer = setTimeout(resting, popover.isOpen() ? kRest / 2 : kRest);
  }

  /** @param {PointerEvent} event */
  function leave(event) {
    if (event.pointerType === 'touch' || !popover.isOpen()) return;
    clearTimeout(timer);
    if (popover.element.contains(document.activeElement) || document.activeElement === popover.anchor()) return;
    timer = setTimeout(() => popover.close(), kLeave);
    resting = null;
  }
  document.addEventListener('pointermove', ({clientX, clientY, movementX}) => {
    pointed = `${clientX} ${clientY}`;
    if (!popover.isOpen() || popover.element.contains(document.activeElement)) return;
    // On its way to the card, over other marks and out of the text, the pointer keeps it.
    const {left, right} = popover.element.getBoundingClientRect();
    const nears = (clientX < left && movementX > 0) || (clientX > right && movementX < 0);
    if (!nears || document.activeElement === popover.anchor()) return;
    clearTimeout(timer);
    timer = setTimeout(resting ?? (() => popover.close()), resting ? kRest : kLeave);
  }, {passive: true});
  articleElement.addEventListener('pointerover', rest);
  articleElement.addEventListener('pointerleave', leave);
  popover.element.addEventListener('pointerenter', () => clearTimeout(timer));
  popover.element.addEventListener('pointerleave', leave);

  return {
    close: () => popover.close(),
    /** Shows the card of a mark that was tapped. @param {Element} mark */
    tap: (mark) => showCard(mark),
    /** The article is another one: its first mark is the one that the Tab key reaches. */
    restart() {
      popover.close();
      clearTimeout(timer);
      stop = null;
      setStop(neighbour(articleElement, true));
      articleElement.setAttribute('aria-description', strings.card.keys);
    },
  };
}
