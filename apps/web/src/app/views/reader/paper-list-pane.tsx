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
  const { show, ...filter } = useSearch({ from: '/read' });
  const isSaved = show === 'saved';
  const change = (next: PaperFilter): void => void navigate({ to: '.', search: next, replace: true });
  return (
    <section className={styles.list} aria-label={messages.papers}>
      <div className={styles.head}>
        <FilterBar filter={filter} onChange={change}>
          <Choice
            isBare
            label={messages.which}
            value={isSaved ? 'saved' : 'all'}
            options={[
              { value: 'all', label: messages.all },
              { value: 'saved', label: messages.saved },
            ]}
            onChange={(value) =>
              void navigate({
                to: '.',
                search: value === 'saved' ? { ...filter, show: 'saved' } : filter,
                replace: true,
              })
            }
          />
        </FilterBar>
      </div>
      {isSaved ? <SavedPapers selected={selected} /> : <FoundPapers filter={filter} selected={selected} />}
    </section>
  );
}
