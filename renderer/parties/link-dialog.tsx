import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './parties.module.css';

type Props = { recordId: RecordId; onClose: () => void };
const SHOWN = 8;

/** Finds another record and makes it one matter with this one. */
export function LinkDialog({ recordId, onClose }: Props) {
  const { app, parties } = useWords();
  const [query, setQuery] = useState('');
  const isAsking = query.trim() !== '';
  const found = useQuery('search.find', { query, limit: SHOWN + 1 }, { isEnabled: isAsking });
  const link = useCommand('parties.link');
  const hits = isAsking ? (found.data?.hits ?? []).filter(({ id }) => id !== recordId) : [];
  const linkWith = async (otherId: RecordId) => {
    if ((await link.run({ recordId, otherId })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={parties.linkTitle}
      width={480}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {app.cancel}
        </Button>
      }
    >
      <div className={styles.form}>
        <TextInput
          label={parties.linkSearch}
          value={query}
          maxLength={200}
          data-autofocus
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {isAsking && !found.isLoading && hits.length === 0 && (
          <p className={styles.hint}>{parties.linkNone}</p>
        )}
        <ul className={styles.list}>
          {hits.slice(0, SHOWN).map((hit) => (
            <li key={hit.id}>
              <UnstyledButton className={styles.item} onClick={() => void linkWith(hit.id)}>
                <bdi>{hit.title.map(({ text }) => text).join('')}</bdi>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {link.failure !== undefined && <FailureNotice failure={link.failure} />}
      </div>
    </Dialog>
  );
}
