import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** Keeps what is on the screen as a revision, under a name if it is given one. */
export function KeepDialog({ recordId, onClose }: { recordId: RecordId; onClose: () => void }) {
  const { app, revisions } = useSpeech().words;
  const notices = useNotices();
  const [name, setName] = useState('');
  const keep = useCommand('revisions.keep');
  const keepNow = async () => {
    await flushAll();
    const typed = name.trim();
    const kept = await keep.run({ recordId, name: typed === '' ? null : typed });
    if (kept === undefined) return;
    const number = String(kept.number);
    notices.say(kept.isNew ? revisions.kept(number) : revisions.named(number));
    onClose();
  };
  return (
    <Dialog
      title={revisions.keepTitle}
      width={440}
      onClose={onClose}
      onSubmit={() => void keepNow()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={keep.isRunning}>
            {revisions.keepNow}
          </Button>
        </>
      }
    >
      <TextInput
        label={revisions.name}
        placeholder={revisions.nameExample}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {keep.failure !== undefined && <FailureNotice failure={keep.failure} />}
    </Dialog>
  );
}
