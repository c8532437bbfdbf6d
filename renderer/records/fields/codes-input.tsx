import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { codeName, type CodeListId } from '../../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../../app/words.tsx';
import { useCodes } from './use-codes.ts';

/** The value of the option that adds what was typed. No code has a blank in front. */
const ADD = ' add';

type Choices = ReturnType<typeof useCodes>['data'];

/** Choices with, at the end, the offer to add what was typed if no choice is called so. */
function withOffer(data: Choices, typed: string, offer: (name: string) => string): Choices {
  const name = typed.trim();
  const options = data.flatMap((one) => ('items' in one ? one.items : [one]));
  if (name === '' || options.some(({ label }) => label === name)) return data;
  return [...data, { value: ADD, label: offer(name) }];
}

type Props = {
  id: string;
  label: string;
  list: CodeListId;
  values: readonly string[];
  isReadOnly: boolean;
  onChange: (values: string[]) => void;
};

/** Several codes of a list. What the list does not have can be added to it. */
export function CodesInput({ id, label, list, values, isReadOnly, onChange }: Props) {
  const { language, words } = useSpeech();
  const { data, filter, extend } = useCodes(list);
  const [typed, setTyped] = useState('');
  const chosen = values.map((code) => ({ value: code, label: codeName(list, code, language) }));
  const known = data.flatMap((one) => ('items' in one ? one.items : [one]));
  const missing = chosen.filter(({ value }) => known.every((option) => option.value !== value));
  const choose = async (next: string[]) => {
    if (!next.includes(ADD)) return onChange(next);
    const name = typed.trim();
    setTyped('');
    const code = await extend(name);
    if (code !== undefined && !values.includes(code)) onChange([...values, code]);
  };
  return (
    <MultiSelect
      id={id}
      label={label}
      size="xs"
      data={withOffer([...data, ...missing], typed, words.fields.add)}
      value={[...values]}
      onChange={(next) => void choose(next)}
      searchable
      filter={filter}
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
      readOnly={isReadOnly}
      maxValues={50}
      placeholder={values.length === 0 && !isReadOnly ? words.fields.choose : ''}
      nothingFoundMessage={words.fields.noSuch}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
}

type OneProps = Omit<Props, 'values' | 'onChange'> & {
  value: string | null;
  onChange: (value: string | null) => void;
  /** Whether an entry may be added. */
  isExtendable?: boolean;
};

/** One code of a list, or none. */
export function CodeInput({ id, label, list, value, isReadOnly, onChange, ...props }: OneProps) {
  const { language, words } = useSpeech();
  const { data, filter, extend } = useCodes(list);
  const [typed, setTyped] = useState('');
  const name = value === null ? '' : codeName(list, value, language);
  const offered =
    props.isExtendable === true && typed !== name ? withOffer(data, typed, words.fields.add) : data;
  const isKnown = data.some((one) => !('items' in one) && one.value === value);
  const choose = async (next: string | null) => {
    if (next !== ADD) return onChange(next);
    const code = await extend(typed.trim());
    if (code !== undefined) onChange(code);
  };
  return (
    <Select
      id={id}
      label={label}
      size="xs"
      data={value === null || isKnown ? offered : [...offered, { value, label: name }]}
      value={value}
      onChange={(next) => void choose(next)}
      searchable
      filter={filter}
      clearable={!isReadOnly}
      readOnly={isReadOnly}
      onSearchChange={setTyped}
      placeholder={isReadOnly ? '' : words.fields.choose}
      nothingFoundMessage={words.fields.noSuch}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
}
