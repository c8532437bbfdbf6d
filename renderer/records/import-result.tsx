import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ImportReport, WordChanges } from '../../shared/contract/records.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ChangesQuestion, usualChanges } from './changes-question.tsx';
import { ReasonsList } from './reasons-list.tsx';
import styles from './import-dialog.module.css';

/** Of the files that wait. */
const SHOWN = 50;

type Props = {
  report: ReturnType<typeof ImportReport.parse>;
  onAgain: () => void;
  /** Somebody said what becomes of the changes and comments in the files that wait for it. */
  onAnswered: (changes: WordChanges) => void;
  onClose: () => void;
};

/** What came in, what was known already, what was left out and why, and what could not be kept. */
export function ImportResult({ report, onAgain, onAnswered, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, imports, records } = words;
  const view = useView();
  const [changes, setChanges] = useState(usualChanges);
  const isAsked = report.asked.length > 0;
  const first = report.records[0] ?? report.merged[0];
  const openFirst = () => {
    if (first === undefined) return;
    onClose();
    view.open({ id: first.id, terms: [], section: null });
  };
  return (
    <Dialog
      title={records.importDone}
      onClose={onClose}
      onSubmit={() => (isAsked ? onAnswered(changes) : onClose())}
      actions={
        <>
          {!isAsked && (
            <Button variant="default" onClick={onAgain}>
              {records.importMore}
            </Button>
          )}
          {first !== undefined && (
            <Button variant="default" onClick={openFirst}>
              {records.openImported}
            </Button>
          )}
          {isAsked && (
            <Button variant="default" onClick={onClose}>
              {app.close}
            </Button>
          )}
          <Button type="submit" data-autofocus>
            {isAsked ? imports.changes.take(count(report.asked.length)) : app.close}
          </Button>
        </>
      }
    >
      <ul className={styles.counts} role="status" aria-label={records.importDone}>
        <li className={styles.imported}>
          {report.imported === 0
            ? records.nothingImported
            : records.importedCount(count(report.imported))}
        </li>
        {report.merged.length > 0 && <li>{imports.merged(count(report.merged.length))}</li>}
        {report.recognisedAgain > 0 && (
          <li>{records.recognisedAgain(count(report.recognisedAgain))}</li>
        )}
        {report.notReached > 0 && <li>{imports.notReached(count(report.notReached))}</li>}
      </ul>
      {isAsked && (
        <>
          <ChangesQuestion files={report.asked} value={changes} onChange={setChanges} />
          <ul className={styles.paths}>
            {report.asked.slice(0, SHOWN).map(({ file }) => (
              <li key={file} className={styles.path}>
                <span title={file}>{file.split(/[/\\]/u).at(-1)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {report.skipped.length > 0 && (
        <ReasonsList
          title={records.skippedCount(count(report.skipped.length))}
          skipped={report.skipped}
        />
      )}
      {report.notKept.length > 0 && (
        <Listed title={records.notKeptCount}>
          {report.notKept.map(({ file, what, count: times, names }) => (
            <Fragment key={`${file} ${what}`}>
              <li className={styles.path}>
                <span title={file}>{file.split(/[/\\]/u).at(-1)}</span>
                <span className={styles.reason}>
                  {records.notKept(
                    (records.notKeptKinds as Record<string, string>)[what] ?? what,
                    count(times),
                  )}
                </span>
              </li>
              {names.map((name, index) => (
                <li key={index} className={styles.detail}>
                  {name}
                </li>
              ))}
            </Fragment>
          ))}
        </Listed>
      )}
    </Dialog>
  );
}

function Listed({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      <ul className={styles.paths}>{children}</ul>
    </section>
  );
}
