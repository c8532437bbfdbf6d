import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { isPassphraseReady, PassphraseFields } from '../workspace/passphrase-fields.tsx';
import { ProvingDialog } from '../workspace/proving-dialog.tsx';

type Props = { onClose: () => void; onAdded: (name: string) => void };

/** Somebody more, with a passphrase of their own. */
export function AddProfile({ onClose, onAdded }: Props) {
  const { profiles } = useWords();
  const [name, setName] = useState('');
  const [isReviewer, setReviewer] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [twice, setTwice] = useState({ passphrase: '', again: '' });
  const add = useCommand('profiles.add');
  const isReady =
    passphrase !== '' && name.trim() !== '' && isPassphraseReady(twice) && !add.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const input = { passphrase, name, isReviewer, newPassphrase: twice.passphrase };
    if ((await add.run(input)) !== undefined) onAdded(name.trim());
  };
  return (
    <ProvingDialog
      title={profiles.add}
      label={profiles.yourPassphrase}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={add.failure}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={profiles.name}
        value={name}
        maxLength={50}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={profiles.reviewer}
        description={profiles.reviewerHint}
        checked={isReviewer}
        onChange={(event) => setReviewer(event.currentTarget.checked)}
      />
      <PassphraseFields label={profiles.theirPassphrase} value={twice} onChange={setTwice} />
    </ProvingDialog>
  );
}
