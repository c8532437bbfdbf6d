import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { findingKinds, type FindingKind } from '../../shared/text/scan/finding.ts';
import { useSpeech } from '../app/words.tsx';
import { useFindingNotes, type FindingNote } from './finding-notes.ts';
import styles from './findings.module.css';

const FIRST = 6;

/** What must not leave unseen in the open record: by kind, why, and the way to each. */
export function FindingsGroup() {
  const { findings } = useSpeech().words;
  const notes = useFindingNotes();
  if (notes.length === 0) return <p className={styles.none}>{findings.none}</p>;
  return (
    <>
      {findingKinds.map((kind) => (
        <Kind key={kind} kind={kind} notes={notes.filter((note) => note.kind === kind)} />
      ))}
      <p className={styles.hint}>{findings.hint}</p>
    </>
  );
}

function Kind({ kind, notes }: { kind: FindingKind; notes: readonly FindingNote[] }) {
  const { words, count } = useSpeech();
  const { findings } = words;
  const { name, reason } = words.findingKinds[kind];
  const [areAllShown, setAllShown] = useState(false);
  if (notes.length === 0) return null;
  const shown = areAllShown ? notes : notes.slice(0, FIRST);
  return (
    <div className={styles.kind} data-secret={kind === 'secrecy-marking' || undefined}>
      <h4 className={styles.name}>
        {name} <span className={styles.count}>{count(notes.length)}</span>
      </h4>
      <p className={styles.reason}>{reason}</p>
      <ul className={styles.notes} aria-label={findings.count(name, count(notes.length))}>
        {shown.map((note) => (
          <li key={note.key}>
            <UnstyledButton
              className={styles.note}
              aria-label={findings.goTo(name, note.words)}
              onClick={note.show}
            >
              {note.words}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {notes.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAllShown(true)}>
          {findings.more(count(notes.length - shown.length))}
        </Button>
      )}
    </div>
  );
}
