// The articles to try, below the empty field.
import {byId} from '../app/elements.js';
import {button, make} from '../views/element.js';
import {samples} from './samples.js';

/** @param {import('../app/actions.js').Actions} actions */
export function startSampleList(actions) {
  byId('samples').append(...samples.map(({title, text}) =>
    make('li', {}, button({class: 'sample'}, () => actions.openArticle(text), title))));
}
