import { readAddress, writeAddress, type Address } from './address.ts';
import type { Status } from './api-types.ts';
import { byId, element, Region } from './dom.ts';
import { showFilter } from './filter-view.ts';
import { listenToKeys } from './keyboard.ts';
import { language, langOf } from './language.ts';
import { PaperList } from './paper-list.ts';
import { showProgress } from './progress-view.ts';
import { StatusPoll } from './status-poll.ts';
import { showTroubles } from './trouble-view.ts';

/** Milliseconds of rest after which what was typed is searched for. */
const TYPING_REST = 200;

const searchBox = byId('search') as HTMLInputElement;
const banner = new Region('banner');
const fresh = new Region('fresh');

let address: Address = readAddress(location.search);
let status: Status | null = null;
let silent = false;
/** Papers there were when the list was last loaded. */
let papersListed = -1;
let typing: number | undefined;

const list = new PaperList((paper) => go({ ...address, paper }));

function go(next: Address): void {
  address = next;
  history.replaceState(null, '', writeAddress(next));
}

async function reload(): Promise<void> {
  papersListed = status?.papers ?? -1;
  showStatus();
  await list.load(address);
}

function search(q: string): void {
  if (q === address.q) return;
  go({ ...address, q, paper: null });
  void reload();
}

function choose(verdict: string): void {
  go({ ...address, verdict, paper: null });
  void reload();
}

/** Shows what depends on the status; each part only where it has changed. */
function showStatus(): void {
  showProgress(status);
  showTroubles(status);
  showFilter(status, address.verdict, choose);
  const waits = status?.readiness.reasons.join(' · ') ?? '';
  banner.show([language.current, silent, waits], () => {
    if (silent) return [language.texts.disconnected];
    return waits === '' ? [] : [`${language.texts.waits} ${waits}`];
  });
  const hasNew = status !== null && papersListed >= 0 && status.papers !== papersListed && !list.isEmpty;
  fresh.show([language.current, hasNew], () =>
    hasNew ? [element('button', { type: 'button', click: () => void reload() }, language.texts.fresh)] : [],
  );
}

function takeStatus(next: Status): void {
  const before = status;
  const wasSilent = silent;
  status = next;
  silent = false;
  document.body.dataset['connected'] = 'true';
  showStatus();
  // A page that shows nothing fills itself; one that somebody reads waits to be asked.
  const grew = next.papers > 0 && next.papers !== papersListed && list.isEmpty;
  const recovered = wasSilent && list.hasFailed;
  if (grew || recovered) void reload();
  else if (before === null) papersListed = next.papers;
}

function takeSilence(): void {
  silent = true;
  document.body.dataset['connected'] = 'false';
  showStatus();
}

/** What index.html says, in the chosen language. */
function showTexts(): void {
  const { texts } = language;
  document.documentElement.lang = langOf(language.current);
  byId('tagline').textContent = texts.tagline;
  byId('search-label').textContent = texts.search;
  byId('keys').textContent = texts.keys;
  byId('filter').setAttribute('aria-label', texts.filterLabel);
  searchBox.placeholder = texts.searchHint;
  const toggle = byId('language');
  toggle.textContent = texts.otherLanguage;
  toggle.lang = langOf(language.current === 'en' ? 'zh' : 'en');
  toggle.title = texts.switchLanguage;
}

function listen(): void {
  byId('language').addEventListener('click', () => {
    language.toggle();
    showTexts();
    showStatus();
    list.redraw();
  });
  byId('search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    search(searchBox.value);
  });
  searchBox.addEventListener('input', () => {
    window.clearTimeout(typing);
    typing = window.setTimeout(() => search(searchBox.value), TYPING_REST);
  });
  listenToKeys({
    search: () => searchBox.select(),
    move: (by) => list.move(by),
    open: () => void list.toggleSelected(),
    close: () => {
      if (document.activeElement === searchBox) searchBox.blur();
      else list.close();
    },
  });
}

async function begin(): Promise<void> {
  searchBox.value = address.q;
  showTexts();
  showStatus();
  listen();
  const { paper } = address;
  const loading = list.load(address);
  new StatusPoll(takeStatus, takeSilence).start();
  await loading;
  if (paper !== null) await list.open(paper);
}

void begin();
