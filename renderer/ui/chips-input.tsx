import { IconX } from '@tabler/icons-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './chips-input.module.css';

const MOST = 50;
const LONGEST = 100;
/** Between several that were pasted or typed in one go. */
const SEPARATORS = /[、，,;；\n\t]/u;

type Props = {
  label: string;
  addLabel: string;
  values: readonly string[];
  isReadOnly: boolean;
  onChange: (values: string[]) => void;
};

/** Short texts side by side. Enter or a separator confirms one, Backspace in the empty field takes the last back. */
export function ChipsInput({ label, addLabel, values, isReadOnly, onChange }: Props) {
  const { records } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const add = (typed: string) => {
    const parts = typed.split(SEPARATORS).map((part) => part.trim().slice(0, LONGEST));
    const fresh = parts.filter((part) => part !== '' && !values.includes(part));
    setText('');
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)].slice(0, MOST));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && text.trim() !== '') add(text);
    else if (event.key === 'Enter') return;
    else if (event.key === 'Backspace' && text === '' && values.length > 0)
      onChange(values.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.field} role="group" aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <ul className={styles.chips}>
        {values.map((value) => (
          <li key={value} className={styles.chip}>
            <span className={styles.value}>{value}</span>
            {!isReadOnly && (
              <button
                type="button"
                className={styles.remove}
                aria-label={records.removeItem(value)}
                onClick={() => {
                  onChange(values.filter((other) => other !== value));
                  input.current?.focus();
                }}
              >
                <IconX size={13} stroke={2} aria-hidden />
              </button>
            )}
          </li>
        ))}
        {!isReadOnly && (
          <li className={styles.entry}>
            <input
              ref={input}
              className={styles.input}
              aria-label={addLabel}
              placeholder={addLabel}
              value={text}
              onChange={(event) => {
                const typed = event.currentTarget.value;
                const isComposing = (event.nativeEvent as InputEvent).isComposing;
                if (!isComposing && SEPARATORS.test(typed)) add(typed);
                else setText(typed);
              }}
              onCompositionEnd={(event) => {
                const typed = event.currentTarget.value;
                if (SEPARATORS.test(typed)) add(typed);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => text.trim() !== '' && add(text)}
            />
          </li>
        )}
      </ul>
    </div>
  );
}
