import { CloseButton, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { optionId } from '../ui/virtual-list.tsx';
import { moveHit, openHit, SEARCH_LIST_ID, useActiveHit } from './active-hit.ts';
import styles from './search-box.module.css';

/** Long enough to skip the letters of one keystroke burst, short enough to feel as one types. */
const PAUSE_IN_MS = 70;

/**
 * The search box. What an input method is still composing is not searched for, and its Enter, arrows and Escape are its
 * own; the text is searched for when it has been committed.
 */
export function SearchBox({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { search: words } = useWords();
  const { query, search } = useView();
  const [text, setText] = useState(query);
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const active = useActiveHit();

  // Leaving the search by another way (a click in the navigation) empties the box.
  const [seen, setSeen] = useState(query);
  if (query !== seen) {
    setSeen(query);
    if (query === '') setText('');
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const searchSoon = (value: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value.trim()), PAUSE_IN_MS);
  };
  const clear = () => {
    clearTimeout(timer.current);
    setText('');
    search('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing.current || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') clear();
    else if (event.key === 'ArrowDown') moveHit(1);
    else if (event.key === 'ArrowUp') moveHit(-1);
    else if (event.key === 'Enter') openHit();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.box} role="search">
      <IconSearch size={16} stroke={1.75} className={styles.icon} aria-hidden />
      <input
        ref={box}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={words.box}
        aria-expanded={query !== ''}
        aria-controls={query === '' ? undefined : SEARCH_LIST_ID}
        aria-activedescendant={
          query !== '' && active >= 0 ? optionId(SEARCH_LIST_ID, active) : undefined
        }
        aria-autocomplete="list"
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onCompositionStart={() => {
          isComposing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          searchSoon(event.currentTarget.value);
        }}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (!isComposing.current) searchSoon(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <Kbd size="xs" className={styles.key ?? ''} aria-hidden>
          {words.shortcut}
        </Kbd>
      ) : (
        <CloseButton size="sm" aria-label={words.clear} onClick={clear} />
      )}
    </div>
  );
}
