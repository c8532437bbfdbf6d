import { Button } from '@mantine/core';
import { Dialog } from '../ui/dialog.tsx';
import { useSession } from './session.tsx';
import { useWords } from './words.tsx';

/** Locking removes every text from the screen; some could not be saved. Staying is the default. */
export function UnsavedDialog({ onClose }: { onClose: () => void }) {
  const { app } = useWords();
  const { lockWithoutSaving } = useSession();
  return (
    <Dialog
      title={app.lockUnsavedTitle}
      width={480}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button color="red" variant="light" onClick={() => void lockWithoutSaving()}>
            {app.lockUnsavedLock}
          </Button>
          <Button type="submit" data-autofocus>
            {app.lockUnsavedStay}
          </Button>
        </>
      }
    >
      <p>{app.lockUnsavedText}</p>
    </Dialog>
  );
}
