import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMessages } from '../../messages/use-messages.ts';
import { Choice } from '../../parts/choice.tsx';
import type { PaperFilter } from '../../search-params.ts';
import { FilterBar } from './filter-bar.tsx';
import { FoundPapers } from './found-papers.tsx';
import styles from './paper-list-pane.module.css';
import { readerMessages } from './reader.messages.ts';
import { SavedPapers } from './saved-papers.tsx';

/** The papers to choose from: those that match, or those that were saved. */
export function PaperListPane({ selected }: { readonly selected: string | undefined }) {
  const messages = useMessages(readerMessages);
  const navigate = useNavigate();
  const { list, show, with: compared, ...filter } = useSearch({ from: '/read' });
  const isSaved = list === 'saved';
  const go = (next: PaperFilter, which: string | undefined, replace: boolean): void =>
    void navigate({ to: '.', search: { ...next, list: which, show, with: compared }, replace });
  return (
    <section className={styles.list} aria-label={messages.papers}>
      <div className={styles.head}>
        <FilterBar filter={filter} onChange={(next, isTyped) => go(next, list, isTyped)}>
          <Choice
            isBare
            label={messages.which}
            value={isSaved ? 'saved' : 'all'}
            options={[
              { value: 'all', label: messages.all },
              { value: 'saved', label: messages.saved },
            ]}
            onChange={(value) => go(filter, value === 'saved' ? 'saved' : undefined, false)}
          />
        </FilterBar>
      </div>
      {isSaved ? <SavedPapers selected={selected} /> : <FoundPapers filter={filter} selected={selected} />}
    </section>
  );
}
