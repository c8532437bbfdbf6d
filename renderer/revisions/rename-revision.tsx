import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Revision } from '../../shared/contract/revisions.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

type Props = { revision: Revision; onClose: () => void };

export function RenameRevision({ revision, onClose }: Props) {
  const { app, revisions } = useSpeech().words;
  const [name, setName] = useState(revision.name ?? '');
  const rename = useCommand('revisions.rename');
  const renameNow = async () => {
    const typed = name.trim();
    const renamed = await rename.run({ id: revision.id, name: typed === '' ? null : typed });
    if (renamed !== undefined) onClose();
  };
  return (
    <Dialog
      title={revisions.renameTitle(String(revision.number))}
      width={440}
      onClose={onClose}
      onSubmit={() => void renameNow()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={rename.isRunning}>
            {revisions.renameNow}
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
      {rename.failure !== undefined && <FailureNotice failure={rename.failure} />}
    </Dialog>
  );
}
