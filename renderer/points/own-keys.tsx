import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './points-page.module.css';

/** New keys for this office, and a new numbering after a backup was restored. Both ask first. */
export function OwnKeys() {
  const { app, points } = useWords();
  const notices = useNotices();
  const [asked, setAsked] = useState<'keys' | 'epoch' | null>(null);
  const [isSure, setSure] = useState(false);
  const change = useCommand('points.changeKeys');
  const start = useCommand('points.startEpoch');
  const close = () => {
    setAsked(null);
    setSure(false);
  };
  const changeNow = async () => {
    if (!isSure || change.isRunning) return;
    const done = await change.run({});
    if (done === undefined) return;
    close();
    notices.say(points.keysChanged(String(done.cardVersion)));
  };
  const startNow = async () => {
    if (start.isRunning || (await start.run({})) === undefined) return;
    close();
    notices.say(points.epochStarted);
  };
  return (
    <div className={styles.keys}>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsked('keys')}>
        {points.changeKeys}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsked('epoch')}>
        {points.startEpoch}
      </Button>
      {asked === 'keys' && (
        <Dialog
          title={points.changeKeysTitle}
          onClose={close}
          onSubmit={() => void changeNow()}
          actions={
            <>
              <Button variant="default" data-autofocus onClick={close}>
                {app.cancel}
              </Button>
              <Button type="submit" disabled={!isSure} loading={change.isRunning}>
                {points.changeKeys}
              </Button>
            </>
          }
        >
          <p>{points.changeKeysText}</p>
          <Checkbox
            label={points.changeKeysSure}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          {change.failure !== undefined && <FailureNotice failure={change.failure} />}
        </Dialog>
      )}
      {asked === 'epoch' && (
        <Dialog
          title={points.startEpochTitle}
          onClose={close}
          onSubmit={() => void startNow()}
          actions={
            <>
              <Button variant="default" data-autofocus onClick={close}>
                {app.cancel}
              </Button>
              <Button type="submit" loading={start.isRunning}>
                {points.startEpochTitle}
              </Button>
            </>
          }
        >
          <p>{points.startEpochText}</p>
          {start.failure !== undefined && <FailureNotice failure={start.failure} />}
        </Dialog>
      )}
    </div>
  );
}
