import { Button } from '@mantine/core';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './registry.module.css';

type Props = { office: RegistryOffice; onClose: () => void; onRemoved: () => void };

/** Asks before it destroys, and says what stays. */
export function RemoveOfficeDialog({ office, onClose, onRemoved }: Props) {
  const { app, registry } = useWords();
  const remove = useCommand('registry.remove');
  const run = async () => {
    if ((await remove.run({ ids: [office.id] })) !== undefined) onRemoved();
  };
  return (
    <Dialog
      title={registry.removeTitle}
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            className={styles.destroy ?? ''}
            loading={remove.isRunning}
            onClick={() => void run()}
          >
            {registry.removeTitle}
          </Button>
        </>
      }
    >
      {remove.failure !== undefined && <FailureNotice failure={remove.failure} />}
      <p>{registry.removeText(office.name)}</p>
      <p>{registry.removeKeeps}</p>
    </Dialog>
  );
}
