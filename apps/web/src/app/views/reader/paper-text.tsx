import { useRef, useState } from 'react';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { shownBeads } from './beads.ts';
import { Findings } from './findings.tsx';
import { issueKey } from './issue-marks.ts';
import { Occurrences } from './occurrences.tsx';
import styles from './paper-text.module.css';
import { readerMessages } from './reader.messages.ts';
import { SentencePair } from './sentence-pair.tsx';
import { useByHand } from './use-by-hand.ts';
import { useSentenceKeys } from './use-sentence-keys.ts';

/** The abstract, sentence by sentence, with what the check found in it. */
export function PaperText({ paper, isOriginal }: { readonly paper: Paper; readonly isOriginal: boolean }) {
  const messages = useMessages(readerMessages);
  const { noChinese } = useMessages(commonMessages);
  const { layout } = usePreferences();
  const text = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useSentenceKeys(text);
  const [issue, setIssue] = useState<string | null>(null);
  const isByHand = useByHand();
  const beads = shownBeads(paper.abstract, paper.alignment.abstract);
  const shown = isOriginal ? 'en' : layout;
  const pick = (name: string): void => {
    setIssue(name);
    document.getElementById(name)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  return (
    <>
      {isOriginal && <p className={styles.original}>{messages.original}</p>}
      {shown !== 'en' && paper.abstract.zh === null && <p className={styles.missing}>{noChinese}</p>}
      <div
        ref={text}
        className={styles.text}
        data-layout={shown}
        onMouseLeave={(event) => isByHand(event) && setSentence(null)}
      >
        {beads.map((bead, index) => (
          <SentencePair
            key={index}
            paper={paper}
            bead={bead}
            label={messages.sentence(index + 1, beads.length)}
            isActive={index === sentence}
            issue={issue}
            onPoint={(event) => isByHand(event) && setSentence(index)}
            onMark={pick}
          />
        ))}
      </div>
      <Findings paper={paper} active={issue} onActive={(index) => setIssue(index === null ? null : issueKey(index))} />
      <Occurrences paper={paper} />
    </>
  );
}
