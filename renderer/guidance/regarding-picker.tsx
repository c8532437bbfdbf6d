import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { call, failureOf } from '../api/client.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import exporting from '../packs/export.module.css';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './guidance.module.css';

/** A received record that guidance is about, and who submitted it. */
export type Regarded = { id: RecordId; title: string; senderId: string; senderName: string };

type Props = { chosen: readonly Regarded[]; onChange: (chosen: Regarded[]) => void };

/** So many are offered at once; more are found by words. */
const OFFERED = 20;

/** Which received records the guidance is about: all of one office. Nothing where none came. */
export function RegardingPicker({ chosen, onChange }: Props) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const [isOpen, setOpen] = useState(chosen.length > 0);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const [failure, setFailure] = useState<FailureData>();
  const { data } = useQuery('records.list', {
    library: 'received',
    words: asked,
    offset: 0,
    limit: OFFERED,
  });
  const isNone = data !== undefined && data.total === 0 && asked === '' && typed === '';
  if (chosen.length === 0 && (data === undefined || isNone)) return null;
  const found = data?.items.filter(({ id }) => chosen.every((one) => one.id !== id)) ?? [];
  const choose = async (id: RecordId, title: string) => {
    setFailure(undefined);
    try {
      const { provenance } = await call('records.get', { id });
      if (provenance === null) return;
      const { senderId, senderName } = provenance;
      if (chosen.some((one) => one.senderId !== senderId)) {
        setFailure({ code: 'guidance-regards-others', detail: {} });
        return;
      }
      onChange([...chosen, { id, title, senderId, senderName }]);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <details
      className={exporting.section}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.hint}>{guidance.regarding}</summary>
      <p className={styles.hint}>{guidance.regardingHint}</p>
      <TextInput
        my={8}
        aria-label={guidance.findRegarding}
        placeholder={guidance.findRegarding}
        leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter while looking does not go on to the next step.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div className={styles.offices} role="group" aria-label={guidance.regarding}>
        {chosen.map((one) => (
          <Checkbox
            key={one.id}
            size="xs"
            checked
            label={`${one.title} · ${one.senderName}`}
            onChange={() => onChange(chosen.filter(({ id }) => id !== one.id))}
          />
        ))}
        {found.map(({ id, title, senderName }) => (
          <Checkbox
            key={id}
            size="xs"
            checked={false}
            label={`${title} · ${senderName ?? ''}`}
            onChange={() => void choose(id, title)}
          />
        ))}
        {data?.total === 0 && <p className={styles.hint}>{guidance.regardingNone}</p>}
      </div>
      {data !== undefined && data.total > data.items.length && (
        <p className={styles.hint}>
          {guidance.regardingMore(count(data.items.length), count(data.total))}
        </p>
      )}
      {failure !== undefined && (
        <FailureNotice failure={failure} onDismiss={() => setFailure(undefined)} />
      )}
    </details>
  );
}
