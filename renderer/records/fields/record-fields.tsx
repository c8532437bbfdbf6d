import { TextInput } from '@mantine/core';
import type { CodeListId } from '../../../shared/templates/code-lists/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import type { FieldId, Marking, RecordFields } from '../../../shared/templates/record-fields.ts';
import { useWords } from '../../app/words.tsx';
import { AmountsInput } from './amounts-input.tsx';
import { CodeInput, CodesInput } from './codes-input.tsx';
import { CallInput, DueInput, StandingInput, WantedInput } from './guidance-fields.tsx';
import { DatesInput } from './dates-input.tsx';
import { useOpenFields, type OpenFields } from './open-fields.ts';
import styles from './record-fields.module.css';
import { TagsField } from './tags-field.tsx';

export const fieldElementId = (id: FieldId) => `field-${id}`;

/** The fields of the open record. Nothing here must be filled in. */
export function RecordFieldsForm() {
  const open = useOpenFields();
  if (open === null) return null;
  const { record } = open;
  const template = templates[record.kind];
  // The text of a precedent is not ours to change; what is noted of it is.
  const isReadOnly = record.trashedAt !== null || record.library !== 'own';
  return (
    <div className={styles.fields} key={`${record.id} ${String(record.saves)}`}>
      {template.fields.map(({ id }) => (
        <Field key={id} id={id} open={open} isReadOnly={isReadOnly} />
      ))}
      <TagsField record={record} />
    </div>
  );
}

type Props = { id: FieldId; open: OpenFields; isReadOnly: boolean };

const lists: Partial<Record<FieldId, CodeListId>> = {
  functions: 'function',
  charges: 'charge',
  rightTypes: 'right-type',
  stages: 'stage',
  outcomes: 'outcome',
};
const MAX_LENGTH = 100;

function Field({ id, open, isReadOnly }: Props) {
  const { fieldNames } = useWords();
  const { fields } = open;
  const set = (change: Partial<RecordFields>) => open.change({ fields: { ...fields, ...change } });
  const setAll = (next: RecordFields) => open.change({ fields: next });
  const common = { id: fieldElementId(id), label: fieldNames[id], isReadOnly };
  switch (id) {
    case 'functions':
    case 'charges':
    case 'rightTypes':
    case 'stages':
    case 'outcomes':
      return (
        <CodesInput
          {...common}
          list={lists[id] ?? 'charge'}
          values={fields[id]}
          onChange={(codes) => set({ [id]: codes })}
        />
      );
    case 'amounts':
      return (
        <AmountsInput
          {...common}
          values={fields.amounts}
          onChange={(amounts) => set({ amounts })}
        />
      );
    case 'dates':
      return <DatesInput {...common} values={fields.dates} onChange={(dates) => set({ dates })} />;
    case 'region':
      return (
        <CodeInput
          {...common}
          list="region"
          isExtendable
          value={fields.region}
          onChange={(region) => set({ region })}
        />
      );
    case 'marking':
      return (
        <CodeInput
          {...common}
          list="marking"
          value={fields.marking}
          onChange={(marking) => set({ marking: marking as Marking | null })}
        />
      );
    case 'origin':
      return (
        <CodeInput
          {...common}
          list="origin"
          isExtendable
          value={fields.origin}
          onChange={(origin) => set({ origin })}
        />
      );
    case 'due':
      return <DueInput {...common} fields={fields} onChange={setAll} />;
    case 'wanted':
      return <WantedInput {...common} fields={fields} onChange={setAll} />;
    case 'standing':
      return <StandingInput {...common} fields={fields} onChange={setAll} />;
    case 'call':
      return <CallInput {...common} fields={fields} onChange={setAll} />;
    case 'handlingProcuratorate':
    case 'court':
    case 'prosecutor':
    case 'author':
      return (
        <TextInput
          id={common.id}
          label={common.label}
          size="xs"
          readOnly={isReadOnly}
          maxLength={MAX_LENGTH}
          value={fields[id]}
          onChange={(event) => set({ [id]: event.currentTarget.value })}
        />
      );
  }
}
