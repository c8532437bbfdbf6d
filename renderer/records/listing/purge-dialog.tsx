import { Button } from '@mantine/core';
import type { RecordSummary } from '../../../shared/contract/records.ts';
import { useCommand } from '../../api/use-command.ts';
import { useNotices } from '../../app/notices.tsx';
import { useView } from '../../app/view.tsx';
import { useSpeech } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import styles from './listing.module.css';

const SHOWN = 8;
type Props = { records: readonly RecordSummary[]; onClose: () => void };

/** Asks before it destroys, and names what. */
export function PurgeDialog({ records, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, fields } = words;
  const { opened, close, setChosen } = useView();
  const notices = useNotices();
  const purge = useCommand('records.purge');
  const run = async () => {
    const purged = await purge.run({ ids: records.map(({ id }) => id) });
    if (purged === undefined) return;
    if (records.some(({ id }) => id === opened?.id)) close();
    notices.say(fields.purged(count(purged.purged)));
    onClose();
    setChosen(new Map());
  };
  return (
    <Dialog
      title={fields.purgeTitle(count(records.length))}
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            className={styles.destroy ?? ''}
            loading={purge.isRunning}
            onClick={() => void run()}
          >
            {fields.purge}
          </Button>
        </>
      }
    >
      {purge.failure !== undefined && <FailureNotice failure={purge.failure} />}
      <ul className={styles.titles}>
        {records.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
        {records.length > SHOWN && <li>{fields.andMore(count(records.length - SHOWN))}</li>}
      </ul>
      <p>{fields.purgeText}</p>
    </Dialog>
  );
}
