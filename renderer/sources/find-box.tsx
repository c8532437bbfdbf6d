import { CloseButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './sources.module.css';

const PAUSE_IN_MS = 90;

type Props = {
  label: string;
  onFind: (text: string) => void;
  /** Keys that are not the input method's. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** For a box that works a list elsewhere. */
  combobox?: { listId: string; activeId: string | undefined };
  inputRef?: Ref<HTMLInputElement>;
  /** With another number the box is empty again. */
  turn?: number;
};

/** A box to look through sources. What an input method is still composing is not looked for, and its keys are its own. */
export function FindBox({ label, onFind, onKeyDown, combobox, inputRef, turn = 0 }: Props) {
  const { sources } = useWords();
  const [text, setText] = useState('');
  const isComposing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [seen, setSeen] = useState(turn);
  if (turn !== seen) {
    setSeen(turn);
    setText('');
  }
  useEffect(() => () => clearTimeout(timer.current), [turn]);
  const findSoon = (value: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onFind(value.trim()), PAUSE_IN_MS);
  };
  const clear = () => {
    setText('');
    findSoon('');
  };
  return (
    <div className={styles.find}>
      <IconSearch size={15} stroke={1.75} aria-hidden />
      <input
        ref={inputRef}
        className={styles.findInput}
        type="text"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        // Escape empties the box first; only then does it close a dialog around it, which listens before anybody else.
        data-mantine-stop-propagation={text === '' ? undefined : 'true'}
        value={text}
        {...(combobox === undefined
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': true,
              'aria-autocomplete': 'list' as const,
              'aria-controls': combobox.listId,
              'aria-activedescendant': combobox.activeId,
              'data-autofocus': true,
            })}
        onCompositionStart={() => {
          isComposing.current = true;
          clearTimeout(timer.current);
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          findSoon(event.currentTarget.value);
        }}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (!isComposing.current) findSoon(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (isComposing.current || event.nativeEvent.isComposing) {
            event.stopPropagation();
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            event.stopPropagation();
            clear();
          } else onKeyDown?.(event);
        }}
      />
      {text !== '' && <CloseButton size="xs" aria-label={sources.clearFind} onClick={clear} />}
    </div>
  );
}
