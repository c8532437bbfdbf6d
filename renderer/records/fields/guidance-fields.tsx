import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  standings,
  wantableKinds,
  type RecordFields,
  type Standing,
  type WantableKind,
} from '../../../shared/templates/record-fields.ts';
import { useQuery } from '../../api/use-query.ts';
import { useWords } from '../../app/words.tsx';
import styles from './facts-input.module.css';

type Props = {
  id: string;
  label: string;
  fields: RecordFields;
  isReadOnly: boolean;
  /** All fields, since one that is empty is not there at all. */
  onChange: (fields: RecordFields) => void;
};

/** The last day of a call. A day half typed is none yet. */
export function DueInput({ id, label, fields, isReadOnly, onChange }: Props) {
  const { due, ...others } = fields;
  const [typed, setTyped] = useState(due ?? '');
  return (
    <TextInput
      id={id}
      label={label}
      size="xs"
      type="date"
      min="2020-01-01"
      max="2199-12-31"
      readOnly={isReadOnly}
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onChange(next === '' ? others : { ...others, due: next });
      }}
    />
  );
}

/** The kinds that a call asks for. */
export function WantedInput({ id, label, fields, isReadOnly, onChange }: Props) {
  const { kinds } = useWords();
  const { wanted = [], ...others } = fields;
  const toggle = (kind: WantableKind) => {
    const next = wantableKinds.filter((one) =>
      one === kind ? !wanted.includes(one) : wanted.includes(one),
    );
    onChange(next.length === 0 ? others : { ...others, wanted: next });
  };
  return (
    <div id={id} role="group" aria-labelledby={`${id}-label`} tabIndex={-1}>
      <p id={`${id}-label`} className={styles.legend}>
        {label}
      </p>
      {wantableKinds.map((kind) => (
        <Checkbox
          key={kind}
          size="xs"
          mb={6}
          label={kinds[kind]}
          checked={wanted.includes(kind)}
          disabled={isReadOnly}
          onChange={() => toggle(kind)}
        />
      ))}
    </div>
  );
}

/** Whether a notice or a call still stands. */
export function StandingInput({ id, label, fields, isReadOnly, onChange }: Props) {
  const { guidance } = useWords();
  const { standing, ...others } = fields;
  const data = standings.map((value) => ({ value, label: guidance.standings[value] }));
  return (
    <Select
      id={id}
      label={label}
      size="xs"
      data={data}
      value={standing ?? null}
      placeholder={guidance.inForce}
      clearable={!isReadOnly}
      readOnly={isReadOnly}
      onChange={(next) =>
        onChange(next === null ? others : { ...others, standing: next as Standing })
      }
    />
  );
}

/** For which call a record is written. Nothing where nobody has called. */
export function CallInput({ id, label, fields, isReadOnly, onChange }: Props) {
  const { guidance } = useWords();
  const calls = useQuery('guidance.calls', {}).data?.items ?? [];
  const { call, ...others } = fields;
  const offered = calls.filter(
    ({ callId, standing }) => callId === call || (standing === null && !isReadOnly),
  );
  if (call === undefined && offered.length === 0) return null;
  const data = offered.map(({ callId, title }) => ({ value: callId, label: title }));
  const isKnown = call === undefined || data.some(({ value }) => value === call);
  return (
    <Select
      id={id}
      label={label}
      size="xs"
      data={isKnown ? data : [...data, { value: call, label: guidance.unknownCall }]}
      value={call ?? null}
      placeholder={guidance.noCall}
      clearable={!isReadOnly}
      readOnly={isReadOnly}
      onChange={(next) => onChange(next === null ? others : { ...others, call: next })}
    />
  );
}
