import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { caseloadKindName } from '../../shared/caseload/kinds.ts';
import { periodAt, periodNamed, type Rhythm } from '../../shared/caseload/period.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { nameOfFile } from '../registry/use-table-choice.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PreviewRows } from '../ui/preview-rows.tsx';
import { useFocusWhenReady } from '../ui/use-focus-when-ready.ts';
import styles from './caseload.module.css';

const states = ['wrong', 'changed', 'new', 'unchanged'] as const;
const tones = { wrong: 'bad', changed: 'care', new: 'good', unchanged: 'quiet' } as const;
type Props = { file: string; rhythm: Rhythm; onClose: () => void };

/** What a table of figures would do, row by row. */
export function CaseloadImportDialog({ file, rhythm, onClose }: Props) {
  const { words, language, count } = useSpeech();
  const { app, caseload, registry } = words;
  const notices = useNotices();
  const [typed, setTyped] = useState(() => periodAt(Date.now(), rhythm));
  const period = periodNamed(typed);
  const question = period === null ? { file } : { file, period };
  const { data: preview, failure } = useQuery('caseload.preview', question, { isLive: false });
  const take = useCommand('caseload.import');
  const rows = preview?.rows ?? [];
  const numberOf = (state: string) => rows.filter((row) => row.state === state).length;
  const fresh = numberOf('new') + numberOf('changed');
  const wrong = numberOf('wrong');
  const button = useFocusWhenReady(fresh > 0);
  const run = async () => {
    if (preview === undefined || fresh === 0 || take.isRunning) return;
    const done = await take.run({ ...question, digest: preview.digest, withoutWrong: wrong > 0 });
    if (done === undefined) return;
    notices.say(caseload.imported(count(done.taken)));
    onClose();
  };
  return (
    <Dialog
      title={caseload.preview}
      width={760}
      onClose={onClose}
      onSubmit={() => void run()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" ref={button} disabled={fresh === 0} loading={take.isRunning}>
            {wrong > 0 ? registry.takeRest(count(fresh)) : registry.takeAll(count(fresh))}
          </Button>
        </>
      }
    >
      <p className={styles.fileName}>{registry.previewOf(nameOfFile(file))}</p>
      <p className={styles.hint}>{caseload.previewText}</p>
      <TextInput
        mt={8}
        maw={320}
        label={caseload.periodFor}
        description={caseload.periodHint}
        value={typed}
        error={period === null ? caseload.periodWrong : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {preview !== undefined && (
        <>
          <p className={styles.hint}>
            {caseload.takes(
              preview.kinds.map((kind) => caseloadKindName(kind, language)).join('、'),
            )}
          </p>
          <p>
            {states
              .filter((state) => numberOf(state) > 0)
              .map((state) => registry.stateCount(registry.states[state], count(numberOf(state))))
              .join(' · ')}
          </p>
          <PreviewRows
            label={registry.rows}
            rows={rows
              .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state))
              .map((row) => ({
                line: registry.line(count(row.line)),
                state: registry.states[row.state],
                tone: tones[row.state],
                name: row.name,
                detail:
                  row.state === 'wrong'
                    ? registry.problemAt(caseload.problems[row.problem], row.cell)
                    : `${row.period}：${row.figures
                        .map(
                          ({ kind, count: number }) =>
                            `${caseloadKindName(kind, language)} ${count(number)}`,
                        )
                        .join('，')}`,
              }))}
          />
        </>
      )}
      {take.failure !== undefined && <FailureNotice failure={take.failure} />}
    </Dialog>
  );
}
