import { Button, Switch, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { careRules, type CareRule } from '../../shared/text/care/finding.ts';
import { usePreferences } from '../app/preferences.tsx';
import { useSpeech } from '../app/words.tsx';
import { useCareNotes, type CareNote } from './care-notes.ts';
import styles from './care.module.css';

const FIRST = 8;

/** What language care noticed in the open record: each with its reason, and what would stand there instead. */
export function CareGroup() {
  const { words, count } = useSpeech();
  const { care } = words;
  const notes = useCareNotes();
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? notes : notes.slice(0, FIRST);
  return (
    <>
      {notes.length === 0 ? (
        <p className={styles.none}>{care.none}</p>
      ) : (
        <ul className={styles.notes} aria-label={care.count(count(notes.length))}>
          {shown.map((note) => (
            <Note key={note.key} note={note} />
          ))}
        </ul>
      )}
      {notes.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAllShown(true)}>
          {care.more(count(notes.length - shown.length))}
        </Button>
      )}
      <details className={styles.rules}>
        <summary>{care.rules}</summary>
        {careRules.map((rule) => (
          <Rule key={rule} rule={rule} />
        ))}
      </details>
    </>
  );
}

function Note({ note }: { note: CareNote }) {
  const { care, careRules: rules } = useSpeech().words;
  const { suggestion, words } = note;
  return (
    <li className={styles.note}>
      <UnstyledButton
        className={styles.passage}
        title={rules[note.rule].reason}
        aria-label={care.goTo(words)}
        onClick={note.show}
      >
        <span>{`…${note.before}`}</span>
        <strong>{words}</strong>
        <span>{`${note.after}…`}</span>
      </UnstyledButton>
      <div className={styles.way}>
        <span className={styles.rule}>{rules[note.rule].name}</span>
        {suggestion !== null && (
          <Button size="compact-xs" variant="light" onClick={note.replace}>
            {care.replaceBy(suggestion)}
          </Button>
        )}
      </div>
    </li>
  );
}

function Rule({ rule }: { rule: CareRule }) {
  const { careRules: rules } = useSpeech().words;
  const { preferences, setPreferences } = usePreferences();
  const off = preferences.careOff;
  return (
    <Switch
      size="xs"
      mt={8}
      label={rules[rule].name}
      description={rules[rule].reason}
      checked={!off.includes(rule)}
      onChange={(event) =>
        setPreferences({
          careOff: event.currentTarget.checked ? off.filter((one) => one !== rule) : [...off, rule],
        })
      }
    />
  );
}
