import { Button } from '@mantine/core';
import { formatSize } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../app/words.tsx';
import styles from '../packs/export.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { MadeDocument } from './use-making.ts';

type Props = {
  result: MadeDocument;
  onAgain: () => void;
  onClose: () => void;
};

/** The file and where it is. */
export function DocumentDone({ result, onAgain, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, documents, packs } = words;
  const show = useCommand('window.showFile');
  if ('isPrinted' in result) {
    const said = result.isPrinted ? documents.printed : documents.notPrinted;
    return (
      <Dialog
        title={documents.title}
        onClose={onClose}
        onSubmit={onClose}
        actions={
          <>
            <Button variant="default" onClick={onAgain}>
              {documents.another}
            </Button>
            <Button type="submit" data-autofocus>
              {app.close}
            </Button>
          </>
        }
      >
        <p role="status">{said}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={documents.done}
      width={720}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Button variant="default" onClick={onAgain}>
            {documents.another}
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
      <p className={styles.text}>{documents.doneText}</p>
      <Facts
        facts={[
          {
            name: documents.path,
            value: <strong data-testid="document-file">{result.file}</strong>,
          },
          { name: documents.size, value: formatSize(result.sizeInBytes) },
          {
            name: documents.contents,
            value: documents.contentsText(count(result.records), count(result.pictures)),
          },
        ]}
      />
      {show.failure !== undefined && <FailureNotice failure={show.failure} />}
    </Dialog>
  );
}
