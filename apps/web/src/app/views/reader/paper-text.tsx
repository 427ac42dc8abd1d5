import { useRef } from 'react';
import type { Paper } from '../../../api/types.ts';
import { commonMessages } from '../../messages/common.messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { ReadingLayout } from '../../preferences/preferences.ts';
import { shownBeads } from './beads.ts';
import { Findings } from './findings.tsx';
import { Occurrences } from './occurrences.tsx';
import styles from './paper-text.module.css';
import { readerMessages } from './reader.messages.ts';
import { SentencePair } from './sentence-pair.tsx';
import { useByHand } from './use-by-hand.ts';
import type { IssueChoice } from './use-issue-choice.ts';
import { useSentenceKeys } from './use-sentence-keys.ts';

interface PaperTextProps {
  readonly paper: Paper;
  readonly layout: ReadingLayout;
  /** Whether somebody asked for the original alone, whatever they prefer. */
  readonly isOriginal: boolean;
  readonly issue: IssueChoice;
}

/** The abstract, sentence by sentence, with what the check found in it. */
export function PaperText({ paper, layout, isOriginal, issue }: PaperTextProps) {
  const messages = useMessages(readerMessages);
  const { noChinese } = useMessages(commonMessages);
  const text = useRef<HTMLDivElement>(null);
  const [sentence, setSentence] = useSentenceKeys(text);
  const isByHand = useByHand();
  const beads = shownBeads(paper.abstract, paper.alignment.abstract);
  return (
    <>
      {isOriginal && <p className={styles.original}>{messages.original}</p>}
      {layout !== 'en' && paper.abstract.zh === null && <p className={styles.missing}>{noChinese}</p>}
      <div
        ref={text}
        className={styles.text}
        data-layout={layout}
        onMouseLeave={(event) => isByHand(event) && setSentence(null)}
      >
        {beads.map((bead, index) => (
          <SentencePair
            key={index}
            paper={paper}
            bead={bead}
            label={messages.sentence(index + 1, beads.length)}
            isActive={index === sentence}
            asWritten={isOriginal}
            issue={issue}
            onPoint={(event) => isByHand(event) && setSentence(index)}
            onFocus={() => setSentence(index)}
          />
        ))}
      </div>
      <Findings paper={paper} issue={issue} />
      <Occurrences paper={paper} />
    </>
  );
}
