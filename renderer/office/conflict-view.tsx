import { Radio } from '@mantine/core';
import { MergeChoice, type OfficeConflict } from '../../shared/contract/office.ts';
import type { FieldId, RecordFields } from '../../shared/templates/record-fields.ts';
import { useSpeech } from '../app/words.tsx';
import { fieldText } from '../revisions/field-text.ts';
import { DifferentLines } from './different-lines.tsx';
import styles from './office.module.css';

type Choice = 'ours' | 'theirs' | 'both';
type Props = {
  conflict: OfficeConflict;
  name: string;
  fields: { ours: RecordFields | undefined; theirs: RecordFields | undefined };
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  onNext: () => void;
};

/** One conflict: what was sent, and the two texts side by side, each of which can be chosen; 1, 2 and 3 choose and go on. */
export function ConflictView({ conflict, name, fields, choice, onChoose, onNext }: Props) {
  const speech = useSpeech();
  const { fieldNames, office } = speech.words;
  const { place, base, choices } = conflict;
  const fieldOf = (all: RecordFields | undefined) =>
    all === undefined ? [] : [fieldText(all, place.field as FieldId, speech)].filter(Boolean);
  const isField = place.kind === 'field';
  const ours = isField ? fieldOf(fields.ours) : conflict.ours;
  const theirs = isField ? fieldOf(fields.theirs) : conflict.theirs;
  const where = [
    office.places[place.kind],
    isField ? fieldNames[place.field as FieldId] : (place.heading ?? ''),
  ].filter((part) => part !== '');
  const byKey = (key: string) => {
    const found = (['ours', 'theirs', 'both'] as const)[Number(key) - 1];
    if (found === undefined || !choices.includes(found)) return false;
    onChoose(found);
    onNext();
    return true;
  };
  return (
    <fieldset
      className={styles.conflict}
      data-decided={choice !== undefined || undefined}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && byKey(event.key)) {
          event.preventDefault();
        }
      }}
    >
      <legend>{`${name} · ${where.join(' · ')}`}</legend>
      {base.length > 0 && (
        <details className={styles.before}>
          <summary>{office.before}</summary>
          <Lines lines={base} />
        </details>
      )}
      <Radio.Group
        aria-label={`${name} · ${where.join(' · ')}`}
        value={choice ?? null}
        onChange={(value) => onChoose(MergeChoice.parse(value))}
      >
        <div className={styles.sides}>
          <Radio.Card value="ours" className={styles.side ?? ''}>
            <span className={styles.label}>{`1 ${office.ours}`}</span>
            <DifferentLines lines={ours} other={theirs} empty={office.nothing} />
          </Radio.Card>
          <Radio.Card value="theirs" className={styles.side ?? ''}>
            <span className={styles.label}>{`2 ${office.theirs}`}</span>
            <DifferentLines lines={theirs} other={ours} empty={office.nothing} />
          </Radio.Card>
          {choices.includes('both') && (
            <Radio.Card value="both" className={`${styles.side ?? ''} ${styles.both ?? ''}`}>
              <span className={styles.label}>{`3 ${office.both}`}</span>
            </Radio.Card>
          )}
        </div>
      </Radio.Group>
    </fieldset>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, at) => (
    <span key={at} className={styles.lines}>
      {line}
    </span>
  ));
}
