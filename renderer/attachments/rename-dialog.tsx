import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Attachment } from '../../shared/contract/attachments.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

type Props = { attachment: Attachment; onClose: () => void };

export function RenameDialog({ attachment, onClose }: Props) {
  const { app, attachments } = useWords();
  const [name, setName] = useState(attachment.name);
  const rename = useCommand('attachments.rename');
  const renameNow = async () => {
    if ((await rename.run({ id: attachment.id, name })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={attachments.renameTitle}
      onClose={onClose}
      onSubmit={() => void renameNow()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={name.trim() === '' || rename.isRunning}>
            {attachments.renameNow}
          </Button>
        </>
      }
    >
      <TextInput
        label={attachments.name}
        value={name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {rename.failure !== undefined && <FailureNotice failure={rename.failure} />}
    </Dialog>
  );
}
