import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Office } from '../../shared/contract/points.ts';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** Revokes an office's card, with a reason. */
export function RevokeCard({ office }: { office: Office }) {
  const { app, points } = useWords();
  const notices = useNotices();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const revoke = useCommand('points.revoke');
  const isReady = reason.trim() !== '' && !revoke.isRunning;
  const submit = async () => {
    if (!isReady) return;
    const done = await revoke.run({ officeId: office.id, reason });
    if (done === undefined) return;
    setAsked(false);
    notices.say(points.revokedNow(office.name));
  };
  return (
    <>
      <Button mt={6} size="compact-xs" variant="subtle" onClick={() => setAsked(true)}>
        {points.revoke}
      </Button>
      {isAsked && (
        <Dialog
          title={points.revokeTitle(office.name)}
          onClose={() => setAsked(false)}
          onSubmit={() => void submit()}
          actions={
            <>
              <Button variant="default" onClick={() => setAsked(false)}>
                {app.cancel}
              </Button>
              <Button type="submit" disabled={!isReady}>
                {points.revoke}
              </Button>
            </>
          }
        >
          <p>{points.revokeText}</p>
          <Textarea
            label={points.revokeReason}
            classNames={{ input: 'han' }}
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {revoke.failure !== undefined && <FailureNotice failure={revoke.failure} />}
        </Dialog>
      )}
    </>
  );
}
