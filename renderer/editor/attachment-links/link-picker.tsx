import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../../shared/contract/attachments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { formatSize } from '../../../shared/i18n/format.ts';
import { useQuery } from '../../api/use-query.ts';
import { useWords } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import styles from '../paste/pasting.module.css';

type Props = { recordId: string; onChoose: (chosen: Attachment) => void; onClose: () => void };

/** One of the record's attachments, for a link in its text. */
export function LinkPicker({ recordId, onChoose, onClose }: Props) {
  const { app, pasting } = useWords();
  const [wanted, setWanted] = useState('');
  const [id, setId] = useState<string | null>(null);
  const { data, failure } = useQuery('attachments.list', {
    recordId: RecordId.parse(recordId),
    limit: 500,
  });
  const items = data?.items ?? [];
  const found = items.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const chosen = found.find((one) => one.id === id) ?? (found.length === 1 ? found[0] : undefined);
  return (
    <Dialog
      title={pasting.chooseAttachment}
      onClose={onClose}
      onSubmit={() => chosen !== undefined && onChoose(chosen)}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={chosen === undefined}>
            {pasting.insert}
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined && items.length === 0 && (
        <p className={styles.facts}>{pasting.noAttachments}</p>
      )}
      {/* There from the start, so that the keyboard is in it. */}
      {(data === undefined || items.length > 0) && (
        <>
          <TextInput
            data-autofocus
            aria-label={pasting.findAttachment}
            placeholder={pasting.findAttachment}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Radio.Group
            value={chosen?.id ?? null}
            onChange={setId}
            aria-label={pasting.chooseAttachment}
          >
            <ul className={styles.list}>
              {found.map((one) => (
                <li key={one.id}>
                  <Radio
                    py={6}
                    value={one.id}
                    label={one.name}
                    description={formatSize(one.sizeInBytes)}
                  />
                </li>
              ))}
            </ul>
          </Radio.Group>
        </>
      )}
    </Dialog>
  );
}
