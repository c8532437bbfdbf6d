import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Attachment } from '../../shared/contract/attachments.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './attachments.module.css';

/** What was removed stays here until it is deleted for good: nobody loses a file by one click. */
export function RemovedAttachments({
  recordId,
  isFixed,
}: {
  recordId: RecordId;
  isFixed: boolean;
}) {
  const { words, count } = useSpeech();
  const { attachments } = words;
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [purging, setPurging] = useState<Attachment>();
  const { data } = useQuery('attachments.list', { recordId, removed: true, limit: 500 });
  const restore = useCommand('attachments.restore');
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <UnstyledButton
        className={styles.fold}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} stroke={1.5} aria-hidden />
        {attachments.removedTitle(count(data?.total ?? 0))}
      </UnstyledButton>
      <ul className={styles.list} id={listId} hidden={!isOpen}>
        {items.map((item) => (
          <li key={item.id} className={styles.removed}>
            <bdi className={styles.fileName} title={item.name}>
              {item.name}
            </bdi>
            {!isFixed && (
              <span className={styles.removedActions}>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={attachments.restoreNamed(item.name)}
                  onClick={() => void restore.run({ ids: [item.id] })}
                >
                  {attachments.restore}
                </Button>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-xs"
                  aria-label={attachments.purgeNamed(item.name)}
                  onClick={() => setPurging(item)}
                >
                  {attachments.purge}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {restore.failure !== undefined && <FailureNotice failure={restore.failure} />}
      {purging !== undefined && (
        <PurgeDialog attachment={purging} onClose={() => setPurging(undefined)} />
      )}
    </div>
  );
}

function PurgeDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { app, attachments } = useSpeech().words;
  const purge = useCommand('attachments.purge');
  const purgeNow = async () => {
    if ((await purge.run({ ids: [attachment.id] })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={attachments.purgeTitle}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {app.cancel}
          </Button>
          <Button color="red" onClick={() => void purgeNow()}>
            {attachments.purge}
          </Button>
        </>
      }
    >
      <p>{attachments.purgeText(attachment.name)}</p>
      {purge.failure !== undefined && <FailureNotice failure={purge.failure} />}
    </Dialog>
  );
}
