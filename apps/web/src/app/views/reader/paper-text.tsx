import { useState } from 'react';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { useShortcuts } from '../../shell/use-shortcuts.ts';
import { shownBeads } from './beads.ts';
import { Findings } from './findings.tsx';
import { issueKey } from './issue-marks.ts';
import { Occurrences } from './occurrences.tsx';
import styles from './paper-text.module.css';
import { readerMessages } from './reader.messages.ts';
import { SentencePair } from './sentence-pair.tsx';

/** The abstract, sentence by sentence, with what the check found in it. */
export function PaperText({ paper, isOriginal }: { readonly paper: Paper; readonly isOriginal: boolean }) {
  const messages = useMessages(readerMessages);
  const { noChinese } = useMessages(commonMessages);
  const { layout } = usePreferences();
  const [sentence, setSentence] = useState<number | null>(null);
  const [issue, setIssue] = useState<string | null>(null);
  const beads = shownBeads(paper.abstract, paper.alignment.abstract);
  const step = (by: number): void =>
    setSentence((at) => Math.min(Math.max((at ?? (by > 0 ? -1 : beads.length)) + by, 0), beads.length - 1));
  useShortcuts([
    { keys: 'ArrowDown', label: messages.keySentence, run: () => step(1) },
    { keys: 'ArrowUp', label: messages.keySentenceBack, run: () => step(-1) },
  ]);
  const shown = isOriginal ? 'en' : layout;
  const pick = (name: string): void => {
    setIssue(name);
    document.getElementById(name)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  return (
    <>
      {isOriginal && <p className={styles.original}>{messages.original}</p>}
      {shown !== 'en' && paper.abstract.zh === null && <p className={styles.missing}>{noChinese}</p>}
      <div className={styles.text} data-layout={shown} onMouseLeave={() => setSentence(null)}>
        {beads.map((bead, index) => (
          <SentencePair
            key={index}
            paper={paper}
            bead={bead}
            label={messages.sentence(index + 1, beads.length)}
            isActive={index === sentence}
            issue={issue}
            onEnter={() => setSentence(index)}
            onMark={pick}
          />
        ))}
      </div>
      <Findings paper={paper} active={issue} onActive={(index) => setIssue(index === null ? null : issueKey(index))} />
      <Occurrences paper={paper} />
    </>
  );
}
