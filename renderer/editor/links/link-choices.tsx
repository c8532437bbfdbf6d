import { useEffect, useRef } from 'react';
import { useWords } from '../../app/words.tsx';
import { kindIcons } from '../../ui/kind-icons.ts';
import styles from './links.module.css';
import type { LinkChoice } from './use-link-choices.ts';

type Props = {
  listId: string;
  choices: readonly LinkChoice[];
  active: number;
  isLoading: boolean;
  onTake: (choice: LinkChoice) => void;
};

export const choiceId = (listId: string, at: number) => `${listId}-${String(at)}`;

/** Records to link to. The keyboard stays where one writes. */
export function LinkChoices({ listId, choices, active, isLoading, onTake }: Props) {
  const { links, kinds } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      <div ref={list} id={listId} role="listbox" aria-label={links.choices} tabIndex={-1}>
        {choices.map((choice, at) => {
          const KindIcon = kindIcons[choice.kind];
          return (
            <div
              key={choice.id}
              id={choiceId(listId, at)}
              className={`han ${styles.choice}`}
              role="option"
              aria-selected={at === active}
              data-active={at === active || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(choice)}
            >
              <KindIcon size={16} stroke={1.5} aria-label={kinds[choice.kind]} />
              <span className={styles.choiceTitle}>{choice.title}</span>
            </div>
          );
        })}
      </div>
      <p className={styles.note} role="status">
        {choices.length === 0 && !isLoading ? links.noChoices : links.keys}
      </p>
    </>
  );
}
