import { Button } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './sources.module.css';

const SHOWN = 200;
type Props = { report: CallOutput<'sources.import'>; onClose: () => void };

/** What an import took, what it did not take, and what of the taken it did not keep. */
export function ImportReportDialog({ report, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, sources } = words;
  const { skipped, notKept } = report;
  return (
    <Dialog
      title={sources.reportTitle}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" data-autofocus>
          {app.close}
        </Button>
      }
    >
      <p>{sources.imported(count(report.imported))}</p>
      {report.known > 0 && <p>{sources.known(count(report.known))}</p>}
      {skipped.length > 0 && (
        <section>
          <h3 className={styles.reportName}>{sources.skipped(count(skipped.length))}</h3>
          <ul className={styles.report}>
            {skipped.slice(0, SHOWN).map(({ place, code, member }) => (
              <li key={place}>
                {sources.skippedAt(count(place), sources.skips[code]) +
                  (member === '' || code === 'source-has-no-title' ? '' : sources.member(member))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notKept.length > 0 && (
        <section>
          <h3 className={styles.reportName}>{sources.notKept(count(notKept.length))}</h3>
          <ul className={styles.report}>
            {notKept.slice(0, SHOWN).map(({ place, title, members }) => (
              <li key={place}>{sources.notKeptOf(title, members.join(', '))}</li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
