import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './fingerprint-input.module.css';

export const FINGERPRINT_DIGITS = 30;

/** The digits of what was typed, full-width ones too. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/gu, '');
}

type Props = { value: string; onChange: (value: string) => void };

/** Only typing: what is pasted was copied from somewhere, and proves nothing about the telephone. */
export function FingerprintInput({ value, onChange }: Props) {
  const { points } = useWords();
  const [wasPasted, setPasted] = useState(false);
  const refuse = (event: { preventDefault(): void }) => {
    event.preventDefault();
    setPasted(true);
  };
  return (
    <TextInput
      label={points.typeFingerprint}
      description={points.typeFingerprintHint}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      classNames={{ input: styles.input ?? '' }}
      value={value}
      maxLength={60}
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      autoFocus
      error={wasPasted ? points.noPaste : undefined}
      rightSectionWidth={120}
      rightSection={
        <span className={styles.count} role="status">
          {points.digitsTyped(digitsOf(value).length)}
        </span>
      }
      onPaste={refuse}
      onDrop={refuse}
      onChange={(event) => {
        setPasted(false);
        onChange(event.currentTarget.value);
      }}
    />
  );
}
