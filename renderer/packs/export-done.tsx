import { Button } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { formatSize } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './verification-view.module.css';
import { VerificationView } from './verification-view.tsx';

type Props = {
  result: CallOutput<'packs.export' | 'guidance.write'>;
  onAgain: () => void;
  onClose: () => void;
};

/** The file, where it is, and what reading it back has shown. */
export function ExportDone({ result, onAgain, onClose }: Props) {
  const { app, packs } = useWords();
  const show = useCommand('window.showFile');
  return (
    <Dialog
      title={packs.done}
      width={720}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button variant="default" onClick={onAgain}>
            {packs.anotherExport}
          </Button>
          <Button variant="default" onClick={() => void show.run({ file: result.file })}>
            {packs.showInFolder}
          </Button>
          <Button type="submit" data-autofocus>
            {app.close}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{packs.doneText}</p>
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
