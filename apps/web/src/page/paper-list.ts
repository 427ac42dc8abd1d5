import { fetchPaper, fetchPapers, Refusal } from './api-client.ts';
import type { Paper, PaperSummary } from './api-types.ts';
import { byId, element, type Child } from './dom.ts';
import { language } from './language.ts';
import { paperDetail } from './paper-detail.ts';
import { detailId, paperRow } from './paper-row.ts';

/** What the list is asked for. */
export interface Listing {
  readonly q: string;
  readonly verdict: string;
}

/** The list of papers: loads it page by page, opens one at a time, and moves through it. */
export class PaperList {
  readonly #rows = byId('papers');
  readonly #foot = byId('list-state');
  readonly #announcer = byId('announcer');
  readonly #onOpen: (arxivId: string | null) => void;
  #listing: Listing = { q: '', verdict: '' };
  #items: PaperSummary[] = [];
  #next: string | null = null;
  #open: string | null = null;
  #selected = -1;
  #details = new Map<string, Paper>();
  #loading: AbortController | null = null;
  #loaded = false;
  #failed = false;

  constructor(onOpen: (arxivId: string | null) => void) {
    this.#onOpen = onOpen;
  }

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** Whether what was asked for last could not be loaded. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Begins anew. What is shown stays until the answer has come, so that nothing flickers. */
  async load(listing: Listing): Promise<void> {
    this.#listing = listing;
    await this.#fetch(null);
  }

  async more(): Promise<void> {
    if (this.#next !== null && this.#loading === null) await this.#fetch(this.#next);
  }

  /** Shows everything anew, in the language that is chosen now. */
  redraw(): void {
    this.#rows.replaceChildren(...this.#items.map((paper) => this.#row(paper)));
    this.#showFoot();
    this.#select(this.#selected);
    const open = this.#open;
    this.#open = null;
    if (open !== null) void this.open(open);
  }

  /** Opens a paper, or closes it when it is open; null closes. */
  async toggle(arxivId: string): Promise<void> {
    if (this.#open === arxivId) this.close();
    else await this.open(arxivId);
  }

  close(): boolean {
    const open = this.#open;
    if (open === null) return false;
    this.#open = null;
    this.#onOpen(null);
    this.#expand(open, null);
    return true;
  }

  async open(arxivId: string): Promise<void> {
    this.close();
    this.#open = arxivId;
    this.#onOpen(arxivId);
    this.#select(this.#items.findIndex((paper) => paper.arxivId === arxivId));
    const known = this.#details.get(arxivId);
    this.#expand(arxivId, known ? paperDetail(known) : [element('p', { class: 'note' }, language.texts.loading)]);
    if (known) return;
    try {
      const paper = await fetchPaper(arxivId, this.#listing.q);
      this.#details.set(arxivId, paper);
      if (this.#open === arxivId) this.#expand(arxivId, paperDetail(paper));
    } catch (error) {
      if (this.#open === arxivId) this.#expand(arxivId, [failure(error, () => void this.open(arxivId))]);
    }
  }

  /** Moves the selection by so many papers. */
  move(by: number): void {
    if (this.#items.length === 0) return;
    this.#select(Math.min(Math.max(0, this.#selected + by), this.#items.length - 1));
    this.#selectedRow()?.querySelector<HTMLElement>('a.title')?.focus();
    if (this.#selected >= this.#items.length - 3) void this.more();
  }

  async toggleSelected(): Promise<void> {
    const paper = this.#items[this.#selected];
    if (paper) await this.toggle(paper.arxivId);
  }

  async #fetch(cursor: string | null): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#failed = false;
    this.#rows.setAttribute('aria-busy', 'true');
    if (cursor !== null || !this.#loaded) this.#showFoot();
    try {
      const page = await fetchPapers({ ...this.#listing, cursor }, loading.signal);
      if (loading.signal.aborted) return;
      this.#settle();
      this.#take(page.items, page.next, cursor !== null);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#settle();
      this.#showFailure(error, cursor);
    }
  }

  #settle(): void {
    this.#loading = null;
    this.#loaded = true;
    this.#rows.setAttribute('aria-busy', 'false');
  }

  #take(items: readonly PaperSummary[], next: string | null, append: boolean): void {
    this.#next = next;
    if (append) {
      this.#items.push(...items);
      this.#rows.append(...items.map((paper) => this.#row(paper)));
      this.#showFoot();
      return;
    }
    this.#items = [...items];
    this.#details = new Map();
    this.#selected = -1;
    this.redraw();
    if (this.#listing.q.trim() === '') return;
    this.#announcer.textContent = language.texts.found(language.number(items.length), next !== null);
  }

  #row(paper: PaperSummary): HTMLElement {
    return paperRow(paper, (arxivId) => void this.toggle(arxivId));
  }

  #showFoot(): void {
    const { texts } = language;
    const children: Child[] = [];
    if (this.#loading) children.push(element('p', { class: 'note' }, texts.loading));
    else if (this.#items.length === 0) children.push(this.#emptiness());
    else if (this.#next !== null) {
      children.push(element('button', { type: 'button', class: 'more', click: () => void this.more() }, texts.more));
    }
    this.#foot.replaceChildren(...children.filter((child) => child !== null));
  }

  #emptiness(): HTMLElement {
    const { texts } = language;
    const isWhole = this.#listing.q.trim() === '' && this.#listing.verdict === '';
    return element(
      'div',
      { class: 'empty' },
      element('p', { class: 'empty-title' }, isWhole ? texts.nothingYet : texts.nothingFound),
      element('p', {}, isWhole ? texts.nothingYetHint : texts.nothingFoundHint),
    );
  }

  /** What is shown is no answer to what is asked for now, so it goes; only a next page leaves the others standing. */
  #showFailure(error: unknown, cursor: string | null): void {
    this.#failed = true;
    if (cursor === null) {
      this.#items = [];
      this.#rows.replaceChildren();
    }
    this.#foot.replaceChildren(failure(error, () => void this.#fetch(cursor)));
  }

  #select(index: number): void {
    this.#selectedRow()?.classList.remove('selected');
    this.#selected = index;
    this.#selectedRow()?.classList.add('selected');
  }

  #selectedRow(): Element | null {
    return this.#rows.children[this.#selected] ?? null;
  }

  /** @param content null: closes it */
  #expand(arxivId: string, content: readonly Child[] | null): void {
    const detail = document.getElementById(detailId(arxivId));
    const row = detail?.closest('.paper');
    if (!detail || !row) return;
    detail.replaceChildren(...(content ?? []).filter((child) => child !== null));
    detail.hidden = content === null;
    row.classList.toggle('open', content !== null);
    row.querySelector('a.title')?.setAttribute('aria-expanded', String(content !== null));
  }
}

function failure(error: unknown, again: () => void): HTMLElement {
  const { texts } = language;
  const detail = error instanceof Refusal ? `${error.code}: ${error.message}` : texts.disconnected;
  return element(
    'div',
    { class: 'failure', role: 'alert' },
    element('p', {}, texts.failed),
    element('p', { class: 'note' }, detail),
    element('button', { type: 'button', class: 'more', click: again }, texts.again),
  );
}
