import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { ProvingDialog } from '../workspace/proving-dialog.tsx';
import styles from './points-page.module.css';

type DialogProps = { onClose: () => void };

/** New keys for this office, and a new numbering after a backup was restored. Both ask for the passphrase. */
export function OwnKeys() {
  const { points } = useWords();
  const [asked, setAsked] = useState<'keys' | 'epoch' | null>(null);
  const close = () => setAsked(null);
  return (
    <div className={styles.keys}>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsked('keys')}>
        {points.changeKeys}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsked('epoch')}>
        {points.startEpoch}
      </Button>
      {asked === 'keys' && <ChangeKeys onClose={close} />}
      {asked === 'epoch' && <StartEpoch onClose={close} />}
    </div>
  );
}

function ChangeKeys({ onClose }: DialogProps) {
  const { points } = useWords();
  const notices = useNotices();
  const [passphrase, setPassphrase] = useState('');
  const [isSure, setSure] = useState(false);
  const change = useCommand('points.changeKeys');
  const isReady = isSure && passphrase !== '' && !change.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const done = await change.run({ passphrase });
    if (done === undefined) return;
    onClose();
    notices.say(points.keysChanged(String(done.cardVersion)));
  };
  return (
    <ProvingDialog
      title={points.changeKeysTitle}
      action={points.changeKeys}
      text={points.changeKeysText}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={change.failure}
      onClose={onClose}
      onSubmit={submit}
    >
      <Checkbox
        label={points.changeKeysSure}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </ProvingDialog>
  );
}

function StartEpoch({ onClose }: DialogProps) {
  const { points } = useWords();
  const notices = useNotices();
  const [passphrase, setPassphrase] = useState('');
  const start = useCommand('points.startEpoch');
  const isReady = passphrase !== '' && !start.isRunning;
  const submit = async () => {
    if (!isReady || (await start.run({ passphrase })) === undefined) return;
    onClose();
    notices.say(points.epochStarted);
  };
  return (
    <ProvingDialog
      title={points.startEpochTitle}
      text={points.startEpochText}
      passphrase={passphrase}
      onPassphrase={setPassphrase}
      isReady={isReady}
      failure={start.failure}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}
