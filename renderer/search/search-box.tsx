import { CloseButton, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { optionId } from '../ui/virtual-list.tsx';
import { moveHit, openHit, SEARCH_LIST_ID, useActiveHit, useHasHits } from './active-hit.ts';
import styles from './search-box.module.css';
import { SearchHelp } from './search-help.tsx';
import { PANEL_ID, panelOptionId, SearchPanel } from './search-panel.tsx';
import { rememberQuery, useSearchText } from './use-search-text.ts';

/**
 * The search box. What an input method is still composing is not searched for, and its Enter, arrows, Tab and Escape are
 * its own; the text is searched for when it has been committed. Arrows go through the hits, or through the panel while it
 * shows what was searched for before or what a field can hold.
 */
export function SearchBox({ box }: { box: RefObject<HTMLInputElement | null> }) {
  const { search: words } = useWords();
  const { isSearching } = useView();
  const hasHits = useHasHits() && isSearching;
  const field = useSearchText();
  const isComposing = useRef(false);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const active = useActiveHit();

  const { text, suggestions, history } = field;
  const count = suggestions.length + history.length;
  const isPanelOpen = isOpen && count > 0;
  const hasArrows = isPanelOpen && (history.length > 0 || suggestions[0]?.isValue === true);
  const take = (value: string) => {
    field.take(value);
    setChosen(-1);
    box.current?.focus();
  };
  const takeChosen = (index: number) => {
    const taken = suggestions[index]?.text ?? history[index];
    if (taken !== undefined) take(taken);
  };
  const close = () => {
    setOpen(false);
    setChosen(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing.current || event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'Escape' && isPanelOpen) close();
    else if (key === 'Escape' && (text !== '' || isSearching)) {
      field.clear();
      field.refresh();
      close();
    } else if (key === 'Tab' && !event.shiftKey && isPanelOpen && suggestions.length > 0)
      takeChosen(Math.max(0, chosen));
    else if (key === 'ArrowDown' && hasArrows) setChosen(Math.min(count - 1, chosen + 1));
    else if (key === 'ArrowUp' && hasArrows) setChosen(Math.max(-1, chosen - 1));
    else if (key === 'ArrowDown') moveHit(1);
    else if (key === 'ArrowUp') moveHit(-1);
    else if (key === 'Enter' && isPanelOpen && chosen >= 0) takeChosen(chosen);
    else if (key === 'Enter') {
      close();
      rememberQuery(text);
      openHit();
    } else return;
    event.preventDefault();
  };
  const hit = hasHits && active >= 0 ? optionId(SEARCH_LIST_ID, active) : undefined;
  return (
    <div className={styles.box} role="search">
      <IconSearch size={16} stroke={1.75} className={styles.icon} aria-hidden />
      <input
        ref={box}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={words.box}
        aria-expanded={hasHits || isPanelOpen}
        aria-controls={isPanelOpen ? PANEL_ID : hasHits ? SEARCH_LIST_ID : undefined}
        aria-activedescendant={isPanelOpen && chosen >= 0 ? panelOptionId(chosen) : hit}
        aria-autocomplete="list"
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onFocus={() => {
          setOpen(true);
          field.refresh();
        }}
        onBlur={close}
        onCompositionStart={() => {
          isComposing.current = true;
          field.pause();
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          field.type(event.currentTarget.value, false);
        }}
        onChange={(event) => {
          setOpen(true);
          setChosen(-1);
          field.type(event.currentTarget.value, isComposing.current);
        }}
        onKeyDown={onKeyDown}
      />
      {isPanelOpen && (
        <SearchPanel
          suggestions={suggestions}
          history={history}
          active={chosen}
          onTake={take}
          onForget={field.forget}
        />
      )}
      {text === '' ? (
        <Kbd size="xs" className={styles.key ?? ''} aria-hidden>
          {words.shortcut}
        </Kbd>
      ) : (
        <CloseButton size="sm" aria-label={words.clear} onClick={() => field.clear()} />
      )}
      <SearchHelp onTry={take} />
    </div>
  );
}
