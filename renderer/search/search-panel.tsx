import { CloseButton, UnstyledButton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useWords } from '../app/words.tsx';
import styles from './search-panel.module.css';
import type { Suggestion } from './suggest.ts';

export const PANEL_ID = 'search-panel';
export const panelOptionId = (index: number) => `${PANEL_ID}-${index}`;

type Props = {
  suggestions: readonly Suggestion[];
  history: readonly string[];
  active: number;
  onTake: (text: string, isQuery: boolean) => void;
  onForget: (query: string | undefined) => void;
};

/** Under the box: how the word may go on, or while the box is empty what was searched for before. */
export function SearchPanel({ suggestions, history, active, onTake, onForget }: Props) {
  const { search } = useWords();
  // The box keeps the focus: pressing here must not take it.
  return (
    <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      {history.length > 0 && (
        <div className={styles.head}>
          <span>{search.history}</span>
          <UnstyledButton
            className={styles.clear}
            tabIndex={-1}
            onClick={() => onForget(undefined)}
          >
            {search.clearHistory}
          </UnstyledButton>
        </div>
      )}
      <div
        role="listbox"
        id={PANEL_ID}
        aria-label={history.length > 0 ? search.history : search.suggestions}
      >
        {suggestions.map(({ label, text }, index) => (
          <div
            key={text}
            id={panelOptionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            data-active={index === active || undefined}
            onClick={() => onTake(text, false)}
          >
            <span className={styles.label}>{label}</span>
            {index === Math.max(0, active) && <span className={styles.hint}>{search.tabHint}</span>}
          </div>
        ))}
        {history.map((query, index) => (
          <div
            key={query}
            id={panelOptionId(index)}
            role="option"
            aria-selected={index === active}
            className={styles.option}
            data-active={index === active || undefined}
            onClick={() => onTake(query, true)}
          >
            <IconHistory size={15} stroke={1.5} className={styles.icon} aria-hidden />
            <span className={styles.label}>{query}</span>
            <CloseButton
              size="xs"
              tabIndex={-1}
              className={styles.forget ?? ''}
              aria-label={search.forget(query)}
              onClick={(event) => {
                event.stopPropagation();
                onForget(query);
              }}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
