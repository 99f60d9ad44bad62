// Wiring: what a reader does changes the state, and each part of the page is drawn again when what it shows has
// changed. Parts hear of a change in the order in which they are started here.
import {createAnalysis} from './analysis.js';
import {createActions} from './app/actions.js';
import {startArticlePane} from './app/article_pane.js';
import {startComparePane} from './app/compare_pane.js';
import {startFindingsPane} from './app/findings_pane.js';
import {byId} from './app/elements.js';
import {bringBackSession, startKeepingSession} from './app/keep_session.js';
import {startShortcuts} from './app/shortcuts.js';
import {startStatusLine} from './app/status_line.js';
import {warmUp} from './app/warm_up.js';
import {startWiden} from './app/widen.js';
import {startFileDrop} from './input/file_drop.js';
import {startFromLink} from './input/from_link.js';
import {startFromShare} from './input/from_share.js';
import {startFromTab} from './input/from_tab.js';
import {createReceiver} from './input/receive_articles.js';
import {startSampleList} from './input/sample_list.js';
import {startTextField} from './input/text_field.js';
import {startLibrary} from './library/start_library.js';
import {startOutput} from './output/start_output.js';
import {startOffline} from './offline/start_offline.js';
import {createStore, initialState} from './state.js';

const store = createStore(initialState());
const analysis = createAnalysis(store);
const actions = createActions(store, analysis);
const receiver = createReceiver(store, actions);

const articlePane = startArticlePane(store, actions);
const findingsPane = startFindingsPane(store, actions);
startStatusLine(store, actions);
startWiden();
startComparePane(store, actions);
articlePane.startSelection();
startKeepingSession(store);
startTextField(store, actions, receiver);
startFileDrop(receiver);
const library = startLibrary(store, actions);
const output = startOutput(store);
startShortcuts(store, actions, {
  openLibrary: library.open, keep: library.keep, takeAway: output.open, openFile: () => byId('open-file').click(),
});
startSampleList(actions);
byId('more-ways').addEventListener('click', async () => (await import('./input/ways_in_sheet.js')).openWaysIn());
analysis.prepare();
if (!startFromLink(store, receiver)) bringBackSession(store, actions);
performance.mark('ready-to-paste');
startFromTab(store, receiver);
startFromShare(store, receiver);
startOffline();
warmUp(findingsPane.prepare);
