import { Button, Checkbox, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  OfficeBatch,
  OfficeLevel,
  RegionCode,
  type OfficeFields,
  type RegistryId,
  type RegistryOffice,
} from '../../shared/contract/registry.ts';
import { officeLimits } from '../../shared/registry/office-fields.ts';
import { regionOfName } from '../../shared/registry/region-named.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ContactsField } from './contacts-field.tsx';
import { regionChoices } from './region-choices.ts';
import styles from './registry.module.css';

type Form = Omit<OfficeFields, 'region'> & { region: RegionCode | null };
const emptyForm: Form = {
  name: '',
  region: null,
  level: null,
  batches: [],
  provincial: '',
  demonstrationZone: '',
  contacts: [],
  notes: '',
};

type Props = { office?: RegistryOffice; onClose: () => void; onSaved: (id: RegistryId) => void };

/** Adds an office or changes one. Two fields must be filled in; the region is proposed from the name. */
export function OfficeFormDialog({ office, onClose, onSaved }: Props) {
  const { words, language } = useSpeech();
  const { app, registry } = words;
  const [form, setForm] = useState<Form>(() =>
    office === undefined ? emptyForm : fieldsOf(office),
  );
  const [isTried, setTried] = useState(false);
  const create = useCommand('registry.create');
  const save = useCommand('registry.save');
  const provincial = useQuery('registry.list', { levels: ['province'], limit: 100 }).data?.items;
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const failure = create.failure ?? save.failure;
  const submit = async () => {
    setTried(true);
    const { region } = form;
    if (form.name.trim() === '' || region === null || create.isRunning || save.isRunning) return;
    const fields = { ...form, region };
    if (office === undefined) {
      const made = await create.run(fields);
      if (made !== undefined) onSaved(made.id);
    } else {
      const kept = await save.run({ ...fields, id: office.id, version: office.version });
      if (kept !== undefined) onSaved(office.id);
    }
  };
  const nameProvincial = () => {
    const known = provincial?.find((one) => one.region === form.region)?.name;
    if (form.provincial === '' && known !== undefined && form.level !== 'province')
      change({ provincial: known });
  };
  return (
    <Dialog
      title={office === undefined ? registry.newTitle : registry.editTitle}
      width={640}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={create.isRunning || save.isRunning}>
            {office === undefined ? registry.create : registry.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextInput
          className={styles.wide ?? ''}
          label={registry.fields.name}
          withAsterisk
          aria-required
          data-autofocus
          maxLength={officeLimits.name}
          value={form.name}
          error={isTried && form.name.trim() === '' ? registry.nameWrong : null}
          onChange={(event) => change({ name: event.currentTarget.value })}
          onBlur={() => {
            const region = regionOfName(form.name);
            if (form.region === null && region !== null)
              change({ region: RegionCode.parse(region) });
          }}
        />
        <Select
          label={registry.fields.region}
          withAsterisk
          aria-required
          searchable
          data={regionChoices(language)}
          value={form.region}
          error={isTried && form.region === null ? registry.regionWrong : null}
          onChange={(code) => change({ region: code === null ? null : RegionCode.parse(code) })}
          onBlur={nameProvincial}
        />
        <Select
          label={registry.fields.level}
          placeholder={registry.levelNone}
          clearable
          clearButtonProps={{ 'aria-label': registry.levelNone }}
          data={OfficeLevel.options.map((value) => ({ value, label: registry.levels[value] }))}
          value={form.level}
          onChange={(level) => change({ level: level === null ? null : OfficeLevel.parse(level) })}
        />
        <Checkbox.Group
          className={styles.wide ?? ''}
          label={registry.fields.batches}
          value={form.batches}
          onChange={(chosen) =>
            change({ batches: OfficeBatch.options.filter((batch) => chosen.includes(batch)) })
          }
        >
          <Group mt={4}>
            {OfficeBatch.options.map((batch) => (
              <Checkbox key={batch} value={batch} label={registry.batches[batch]} />
            ))}
          </Group>
        </Checkbox.Group>
        <TextInput
          label={registry.fields.provincial}
          maxLength={officeLimits.name}
          value={form.provincial}
          onChange={(event) => change({ provincial: event.currentTarget.value })}
        />
        <TextInput
          label={registry.fields.demonstrationZone}
          placeholder={registry.zoneHint}
          maxLength={officeLimits.zone}
          value={form.demonstrationZone}
          onChange={(event) => change({ demonstrationZone: event.currentTarget.value })}
        />
        <ContactsField contacts={form.contacts} onChange={(contacts) => change({ contacts })} />
        <Textarea
          className={styles.wide ?? ''}
          label={registry.fields.notes}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={officeLimits.notes}
          value={form.notes}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}

function fieldsOf(office: RegistryOffice): Form {
  const { name, region, level, batches, provincial, demonstrationZone, contacts, notes } = office;
  return { name, region, level, batches, provincial, demonstrationZone, contacts, notes };
}
