import { readFile } from 'node:fs/promises';
import { TOPICS, stateFact, type TranslatedEntry } from '@diglot/contracts';
import { sha256, type ArxivId, type Issue, type Judgement, type Verdict } from '@diglot/domain';
import { digestDateFromPath, readDigest } from '@diglot/formats';
import { announce, appendToOutbox } from '@diglot/pipeline';
import type { Database } from '@diglot/platform';
import type { DigestFiles } from '../digest-files.ts';

export type EntryFact = TranslatedEntry & { readonly paper: NonNullable<TranslatedEntry['paper']> };

const SOURCE = 'load-set';
const CHUNK = 500;

/** One verdict in four is bad, and says so by an issue. */
const ISSUE: Issue = {
  code: 'number',
  type: 'locale/number',
  severity: 'major',
  probability: 0.9,
  source: [],
  target: [],
  message: { en: 'a number differs', zh: '数字不同' },
  evidence: {},
  check: 'number',
  version: '1',
};

/** Every entry of some digests as the translator would state it, with verdicts dealt out by hash. */
export async function readEntries(files: DigestFiles['files']): Promise<EntryFact[]> {
  const facts: EntryFact[] = [];
  for (const { path } of files) {
    const bytes = await readFile(path);
    const digest = { sha256: sha256(bytes.toString()), size: bytes.length, date: digestDateFromPath(path) };
    const ordinals = new Map<ArxivId, number>();
    for (const { arxivId, version, title, authors, link, abstract } of readDigest(bytes, { path }).entries) {
      const ordinal = (ordinals.get(arxivId) ?? 0) + 1;
      ordinals.set(arxivId, ordinal);
      facts.push({
        kind: 'entry',
        arxivId,
        entry: { source: SOURCE, path: path.slice(-200), arxivId, ordinal },
        retracted: false,
        digest,
        paper: { version, title, authors, link, abstract },
        title: title.zh === null ? null : judge(title.zh),
        abstract: abstract.zh === null ? null : judge(abstract.zh),
      });
    }
  }
  return facts;
}

/** Announces entries as the translator would; with a mark, their Chinese is another one. */
export async function announceEntries(
  database: Database,
  facts: readonly EntryFact[],
  { revision = 1, mark = '' }: { readonly revision?: number; readonly mark?: string } = {},
): Promise<void> {
  for (let from = 0; from < facts.length; from += CHUNK) {
    const chunk = facts.slice(from, from + CHUNK).map((fact) => marked(fact, mark));
    await database.transaction((tx) =>
      appendToOutbox(
        tx,
        chunk.map((data) => announce(stateFact('paper.translated', { revision, data }))),
      ),
    );
  }
}

/** What is announced here. */
export const ANNOUNCED = TOPICS.paperTranslated;

function marked(fact: EntryFact, mark: string): EntryFact {
  const { paper } = fact;
  const { en, zh } = paper.abstract;
  return { ...fact, paper: { ...paper, abstract: { en, zh: zh === null ? null : zh + mark } } };
}

function judge(text: string): Judgement {
  const dealt = Number.parseInt(sha256(text).slice(0, 2), 16);
  const verdict: Verdict = dealt < 160 ? 'accept' : dealt < 220 ? 'flag' : 'retranslate';
  return { verdict, score: 100 - dealt / 3, issues: verdict === 'accept' ? [] : [ISSUE], engine: 'bench' };
}
