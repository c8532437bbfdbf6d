import { useState } from 'react';
import type { Profile } from '../../shared/contract/profiles.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { ProvingDialog } from '../workspace/proving-dialog.tsx';

/** Takes somebody's passphrase away, and says what that does not undo. */
export function RemoveProfile({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { profiles } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const remove = useCommand('profiles.remove');
  const isReady = passphrase !== '' && !remove.isRunning;
  const submit = async () => {
    if (!isReady) return;
    if ((await remove.run({ id: profile.id, passphrase })) !== undefined) onClose();
  };
  return (
    <ProvingDialog
      title={profiles.removeOf(profile.name ?? profiles.unnamed)}
      action={profiles.remove}
      label={profiles.yourPassphrase}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={remove.failure}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{profiles.removeText}</p>
    </ProvingDialog>
  );
}
