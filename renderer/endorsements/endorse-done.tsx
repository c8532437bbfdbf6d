import { Button } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { VerificationView } from '../packs/verification-view.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './endorsements.module.css';

type Props = { result: CallOutput<'endorsements.write'>; onClose: () => void };

/** The file, and what reading it back has shown. */
export function EndorseDone({ result, onClose }: Props) {
  const { app, endorsements, packs } = useWords();
  const show = useCommand('window.showFile');
  return (
    <Dialog
      title={endorsements.written}
      width={720}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button variant="default" onClick={() => void show.run({ file: result.file })}>
            {packs.showInFolder}
          </Button>
          <Button type="submit" data-autofocus>
            {app.close}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>{endorsements.writtenText}</p>
      <Facts
        facts={[
          { name: packs.path, value: <strong data-testid="pack-file">{result.file}</strong> },
          { name: packs.size, value: formatSize(result.sizeInBytes) },
        ]}
      />
      <VerificationView verification={result.verification} />
      {show.failure !== undefined && <FailureNotice failure={show.failure} />}
    </Dialog>
  );
}
