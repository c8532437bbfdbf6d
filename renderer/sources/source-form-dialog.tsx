import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Source, SourceId } from '../../shared/contract/sources.ts';
import { SourceType } from '../../shared/sources/csl-item.ts';
import {
  dateOf,
  fieldsOfType,
  formOf,
  formTypes,
  isDate,
  isFormType,
  isNames,
  itemOf,
  type FormMember,
  type SourceForm,
} from '../../shared/sources/source-form.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { memberName, typeName } from './source-words.ts';
import { TwinsNotice } from './twins-notice.tsx';
import styles from './sources.module.css';

type Props = {
  /** The source to change; without one, a new one is made. */
  source?: Source;
  onClose: () => void;
  onSaved: (id: SourceId) => void;
};

/** A source in a form whose fields are those of its type. */
export function SourceFormDialog({ source, onClose, onSaved }: Props) {
  const { words } = useSpeech();
  const { app, sources } = words;
  const base = source?.item ?? null;
  const [type, setType] = useState<SourceType>(base?.type ?? 'article-journal');
  const [form, setForm] = useState<SourceForm>(() => (base === null ? {} : formOf(base)));
  const [wasTried, setTried] = useState(false);
  const create = useCommand('sources.create');
  const save = useCommand('sources.save');
  const item = itemOf(form, type, base);
  const hasTitle = (form.title ?? '').trim() !== '';
  const untouched = base === null ? {} : formOf(base);
  const isWrong = (member: FormMember) =>
    isDate(member) && !isDateFine(form[member] ?? '', untouched[member] ?? '');
  const members = fieldsOfType(type);
  const isFine = hasTitle && !members.some(isWrong);
  const submit = async () => {
    setTried(true);
    if (!isFine || create.isRunning || save.isRunning) return;
    if (source === undefined) {
      const made = await create.run({ item });
      if (made !== undefined) onSaved(made.id);
      return;
    }
    const saved = await save.run({ id: source.id, version: source.version, item });
    if (saved !== undefined) onSaved(source.id);
  };
  const failure = create.failure ?? save.failure;
  const change = (member: FormMember) => (value: string) =>
    setForm((before) => ({ ...before, [member]: value }));
  const others = base === null ? 0 : countOthers(base, members);
  return (
    <Dialog
      title={source === undefined ? sources.newTitle : sources.editTitle}
      width={680}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={create.isRunning || save.isRunning}>
            {source === undefined ? sources.create : sources.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={sources.type}
          data={typesFor(type).map((value) => ({ value, label: typeName(words, value) }))}
          value={type}
          allowDeselect={false}
          onChange={(value) => value !== null && setType(SourceType.parse(value))}
        />
        <Select
          label={sources.members.language}
          data={[
            { value: '', label: sources.languages.auto },
            { value: 'zh-CN', label: sources.languages.zh },
            { value: 'en', label: sources.languages.en },
            ...otherLanguage(form.language),
          ]}
          value={form.language ?? ''}
          allowDeselect={false}
          onChange={(value) => change('language')(value ?? '')}
        />
        <TextInput
          className={styles.wide ?? ''}
          label={memberName(words, type, 'title')}
          data-autofocus
          required
          maxLength={4000}
          value={form.title ?? ''}
          error={wasTried && !hasTitle ? sources.titleMissing : null}
          onChange={(event) => change('title')(event.currentTarget.value)}
        />
        {members.map((member) => (
          <Field
            key={member}
            member={member}
            label={memberName(words, type, member)}
            value={form[member] ?? ''}
            isWrong={isWrong(member)}
            onChange={change(member)}
          />
        ))}
        <Textarea
          className={styles.wide ?? ''}
          label={sources.members.note}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={20_000}
          value={form.note ?? ''}
          onChange={(event) => change('note')(event.currentTarget.value)}
        />
      </div>
      {others > 0 && <p className={styles.hint}>{sources.others(String(others))}</p>}
      {hasTitle && (
        <Twins
          item={item}
          {...(source === undefined ? { onUse: onSaved } : { except: source.id })}
        />
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}

type FieldProps = {
  member: FormMember;
  label: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
};

const wide: ReadonlySet<FormMember> = new Set(['container-title', 'authority', 'URL', 'publisher']);

function Field({ member, label, value, isWrong, onChange }: FieldProps) {
  const { sources } = useSpeech().words;
  if (isNames(member)) {
    return (
      <Textarea
        className={styles.wide ?? ''}
        label={label}
        placeholder={sources.namesHint}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={20_000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      className={wide.has(member) ? (styles.wide ?? '') : ''}
      label={label}
      maxLength={4000}
      {...(isDate(member) ? { placeholder: sources.dateHint } : {})}
      value={value}
      error={isWrong ? sources.dateWrong : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Twins({
  item,
  except,
  onUse,
}: {
  item: ReturnType<typeof itemOf>;
  except?: SourceId;
  onUse?: (id: SourceId) => void;
}) {
  const asked = except === undefined ? { item } : { item, except };
  const twins = useQuery('sources.twins', asked).data?.twins ?? [];
  return <TwinsNotice twins={twins} {...(onUse === undefined ? {} : { onUse })} />;
}

/** A type that came from another program stays to be chosen. */
function typesFor(type: SourceType): SourceType[] {
  return isFormType(type) ? [...formTypes] : [...formTypes, type];
}

function otherLanguage(language = ''): { value: string; label: string }[] {
  return ['', 'zh-CN', 'en'].includes(language) ? [] : [{ value: language, label: language }];
}

/** An untouched date may be of a kind that cannot be typed here (a range, “circa”). */
function isDateFine(typed: string, untouched: string): boolean {
  return typed.trim() === '' || typed === untouched || dateOf(typed) !== null;
}

function countOthers(item: object, members: readonly FormMember[]): number {
  const shown = new Set<string>(['id', 'type', 'title', 'language', 'note', ...members]);
  return Object.keys(item).filter((member) => !shown.has(member)).length;
}
