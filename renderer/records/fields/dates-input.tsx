import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DatedEvent } from '../../../shared/templates/record-fields.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../../app/words.tsx';
import styles from './facts-input.module.css';
import { useCodes } from './use-codes.ts';

const MOST = 50;

type Props = {
  id: string;
  label: string;
  /** As opened; from then on the rows are kept here, since a day half typed is none yet. */
  values: readonly DatedEvent[];
  isReadOnly: boolean;
  onChange: (values: DatedEvent[]) => void;
};

/** Days, each with what happened. */
export function DatesInput({ id, label, values, isReadOnly, onChange }: Props) {
  const { language, words } = useSpeech();
  const { fields } = words;
  const { data } = useCodes('date-kind');
  const [rows, setRows] = useState<readonly DatedEvent[]>(values);
  const put = (next: readonly DatedEvent[]) => {
    setRows(next);
    onChange(next.filter((row) => DatedEvent.safeParse(row).success));
  };
  const set = (at: number, change: Partial<DatedEvent>) =>
    put(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className={styles.legend}>
        {label}
      </p>
      {rows.map(({ kind, on }, at) => {
        const name = codeName('date-kind', kind, language);
        return (
          // Rows have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.row}>
            <Select
              size="xs"
              aria-label={fields.dateKind}
              data={data}
              value={kind}
              readOnly={isReadOnly}
              allowDeselect={false}
              onChange={(next) => next !== null && set(at, { kind: next })}
            />
            <TextInput
              size="xs"
              type="date"
              min="1949-10-01"
              max="2199-12-31"
              aria-label={fields.dateOf(name)}
              value={on}
              readOnly={isReadOnly}
              onChange={(event) => set(at, { on: event.currentTarget.value })}
            />
            {!isReadOnly && (
              <CloseButton
                size="sm"
                aria-label={fields.remove(name)}
                onClick={() => put(rows.filter((_, index) => index !== at))}
              />
            )}
          </div>
        );
      })}
      {!isReadOnly && rows.length < MOST && (
        <Button
          id={id}
          size="compact-xs"
          variant="subtle"
          onClick={() => put([...rows, { kind: nextKind(rows), on: '' }])}
        >
          {fields.addDate}
        </Button>
      )}
    </div>
  );
}

/** In the order in which they happen. */
function nextKind(rows: readonly DatedEvent[]): string {
  const kinds = ['filed', 'arrest-decided', 'indicted', 'first-judgment', 'effective'];
  return kinds.find((kind) => rows.every((row) => row.kind !== kind)) ?? 'written';
}
