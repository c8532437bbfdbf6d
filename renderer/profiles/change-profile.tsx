import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../../shared/contract/profiles.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

type Props = { profile: Profile; mayChangeRole: boolean; onClose: () => void };

/** Another name, another role. */
export function ChangeProfile({ profile, mayChangeRole, onClose }: Props) {
  const { app, profiles } = useWords();
  const [name, setName] = useState(profile.name ?? '');
  const [isReviewer, setReviewer] = useState(profile.isReviewer);
  const change = useCommand('profiles.change');
  const isReady = name.trim() !== '' && !change.isRunning;
  const submit = async () => {
    if (!isReady) return;
    if ((await change.run({ id: profile.id, name, isReviewer })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={profiles.changeOf(profile.name ?? profiles.unnamed)}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {profiles.change}
          </Button>
        </>
      }
    >
      <TextInput
        label={profiles.name}
        value={name}
        maxLength={50}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={profiles.reviewer}
        description={profiles.reviewerHint}
        disabled={!mayChangeRole}
        checked={isReviewer}
        onChange={(event) => setReviewer(event.currentTarget.checked)}
      />
      {change.failure !== undefined && <FailureNotice failure={change.failure} />}
    </Dialog>
  );
}
