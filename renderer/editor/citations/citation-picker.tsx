import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { SourceSummary } from '../../../shared/contract/sources.ts';
import type { CitedItems } from '../../../shared/document/citations.ts';
import { useQuery } from '../../api/use-query.ts';
import { useSpeech } from '../../app/words.tsx';
import { FindBox } from '../../sources/find-box.tsx';
import { SourceFormDialog } from '../../sources/source-form-dialog.tsx';
import { byline } from '../../sources/source-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChosenSources } from './chosen-sources.tsx';
import styles from './citations.module.css';

const MOST_SHOWN = 50;
const MOST_CITED = 50;

type Props = {
  items: CitedItems;
  /** Whether a citation that is there is changed, rather than a new one made. */
  isThere: boolean;
  onClose: () => void;
  onDone: (items: CitedItems) => void;
};

/** Type, Enter to take a source, Enter again to cite. Several can be cited at one place, each with its page. */
export function CitationPicker({ items, isThere, onClose, onDone }: Props) {
  const { words } = useSpeech();
  const { app, citations } = words;
  const [chosen, setChosen] = useState<CitedItems>(items);
  const [text, setText] = useState('');
  const [turn, setTurn] = useState(0);
  const [active, setActive] = useState(-1);
  const [isNew, setNew] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const answer = useQuery('sources.list', { text, limit: MOST_SHOWN });
  const found = answer.data?.items ?? [];

  const take = (id: string) => {
    setChosen((before) =>
      before.some(({ sourceId }) => sourceId === id) || before.length >= MOST_CITED
        ? before
        : [...before, { sourceId: id }],
    );
    setText('');
    setTurn((before) => before + 1);
    setActive(-1);
    input.current?.focus();
  };
  const finish = () => {
    if (chosen.length > 0) onDone(chosen.map(trimmed));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setActive(Math.min(last, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') {
      const source = found[active];
      if (source !== undefined) take(source.id);
      else if (text === '') finish();
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <Dialog
        title={isThere ? citations.editTitle : citations.title}
        width={640}
        onClose={onClose}
        onSubmit={finish}
        actions={
          <>
            <Button variant="subtle" mr="auto" onClick={() => setNew(true)}>
              {citations.newSource}
            </Button>
            {isThere && (
              <Button variant="default" onClick={() => onDone([])}>
                {citations.remove}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {app.cancel}
            </Button>
            <Button type="submit" disabled={chosen.length === 0}>
              {isThere ? citations.saveNow : citations.insertNow}
            </Button>
          </>
        }
      >
        <ChosenSources items={chosen} onChange={setChosen} />
        <FindBox
          label={citations.find}
          turn={turn}
          inputRef={input}
          combobox={{ listId, activeId: active < 0 ? undefined : `${listId}-${String(active)}` }}
          onFind={(typed) => {
            setText(typed);
            setActive(typed === '' ? -1 : 0);
          }}
          onKeyDown={onKeyDown}
        />
        <Results
          listId={listId}
          found={found}
          active={active}
          isLoading={answer.isLoading}
          isFiltered={text !== ''}
          isChosen={(id) => chosen.some(({ sourceId }) => sourceId === id)}
          onTake={take}
        />
        <p className={styles.keys}>{citations.keys}</p>
      </Dialog>
      {isNew && (
        <SourceFormDialog
          onClose={() => setNew(false)}
          onSaved={(id) => {
            setNew(false);
            take(id);
          }}
        />
      )}
    </>
  );
}

/** A page that is blank is none. */
function trimmed({ sourceId, locator }: CitedItems[number]): CitedItems[number] {
  const text = locator?.trim() ?? '';
  return text === '' ? { sourceId } : { sourceId, locator: text };
}

type ResultsProps = {
  listId: string;
  found: readonly SourceSummary[];
  active: number;
  isLoading: boolean;
  isFiltered: boolean;
  isChosen: (id: string) => boolean;
  onTake: (id: string) => void;
};

function Results({ listId, found, active, isLoading, isFiltered, isChosen, onTake }: ResultsProps) {
  const { words } = useSpeech();
  const { citations } = words;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isEmpty = found.length === 0 && !isLoading;
  return (
    <>
      <div
        ref={list}
        className={styles.results}
        id={listId}
        role="listbox"
        aria-label={citations.results}
        tabIndex={-1}
      >
        {found.map((source, at) => (
          <div
            key={source.id}
            id={`${listId}-${String(at)}`}
            className={`han ${styles.result}`}
            role="option"
            aria-selected={isChosen(source.id)}
            data-active={at === active || undefined}
            // The focus stays in the box above.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(source.id)}
          >
            <span className={styles.resultTitle}>{source.title}</span>
            <span className={styles.resultFacts}>
              {[byline(words, source), source.container].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
      </div>
      {isEmpty && (
        <p className={styles.none} role="status">
          {isFiltered ? citations.none : citations.noneAtAll}
        </p>
      )}
    </>
  );
}
