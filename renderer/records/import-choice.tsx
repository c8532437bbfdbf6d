import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command.ts';
import { useDropped } from '../app/use-dropped.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './import-dialog.module.css';

const EXTENSIONS = ['docx', 'txt', 'md', 'html', 'htm', 'csv', 'doc', 'wps'];

/** What to import: by the system's dialogs, or dropped here. */
export function ImportChoice({ onChosen }: { onChosen: (paths: readonly string[]) => void }) {
  const { imports, records } = useWords();
  const files = useCommand('window.chooseFiles');
  const folder = useCommand('window.chooseFolder');
  const { zone, isOver, failure, clearFailure } = useDropped(onChosen);
  const chooseFiles = async () =>
    onChosen(
      (await files.run({ title: records.chooseFiles, extensions: EXTENSIONS }))?.files ?? [],
    );
  const chooseFolder = async () => {
    const chosen = (await folder.run({ title: records.chooseFolder }))?.folder ?? null;
    if (chosen !== null) onChosen([chosen]);
  };
  return (
    <>
      <div className={styles.choice} data-over={isOver || undefined} {...zone}>
        <p className={styles.text}>{records.importText}</p>
        <p className={styles.text}>{records.importPieces}</p>
        <div className={styles.ways}>
          <Button variant="default" onClick={chooseFiles} data-autofocus>
            {records.chooseFiles}
          </Button>
          <Button variant="default" onClick={chooseFolder}>
            {records.chooseFolder}
          </Button>
          <span className={styles.text}>{imports.orDrop}</span>
        </div>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} onDismiss={clearFailure} />}
    </>
  );
}
