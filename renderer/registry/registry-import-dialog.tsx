import { Button } from '@mantine/core';
import type { ImportRow } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import type { Words } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/contract/window.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { PreviewRows, type PreviewRow } from '../ui/preview-rows.tsx';
import { useFocusWhenReady } from '../ui/use-focus-when-ready.ts';
import { nameOfFile } from './use-table-choice.ts';
import styles from './registry.module.css';

const states = ['wrong', 'changed', 'new', 'unchanged'] as const;
const tones = { wrong: 'bad', changed: 'care', new: 'good', unchanged: 'quiet' } as const;

/** What a file would do to the registry, row by row; nothing is taken before the button. */
export function RegistryImportDialog({ file, onClose }: { file: string; onClose: () => void }) {
  const { words, language, count } = useSpeech();
  const { app, registry } = words;
  const notices = useNotices();
  const { data: preview, failure } = useQuery('registry.preview', { file }, { isLive: false });
  const take = useCommand('registry.import');
  const rows = preview?.rows ?? [];
  const numberOf = (state: ImportRow['state']) => rows.filter((row) => row.state === state).length;
  const fresh = numberOf('new') + numberOf('changed');
  const wrong = numberOf('wrong');
  const button = useFocusWhenReady(fresh > 0);
  const run = async () => {
    if (preview === undefined || fresh === 0 || take.isRunning) return;
    const done = await take.run({ file, digest: preview.digest, withoutWrong: wrong > 0 });
    if (done === undefined) return;
    notices.say(registry.imported(count(done.added), count(done.changed)));
    onClose();
  };
  const buttonText = wrong > 0 ? registry.takeRest(count(fresh)) : registry.takeAll(count(fresh));
  return (
    <Dialog
      title={registry.preview}
      width={760}
      onClose={onClose}
      onSubmit={() => void run()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" ref={button} disabled={fresh === 0} loading={take.isRunning}>
            {buttonText}
          </Button>
        </>
      }
    >
      <p className={styles.fileName}>{registry.previewOf(nameOfFile(file))}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {preview !== undefined && (
        <>
          <p className={styles.tally}>
            {states
              .filter((state) => numberOf(state) > 0)
              .map((state) => registry.stateCount(registry.states[state], count(numberOf(state))))
              .join(' · ')}
          </p>
          <p className={styles.hint}>
            {registry.blanks}
            {preview.absent > 0 && ` ${registry.absent(count(preview.absent))}`}
          </p>
          {preview.ignored.length > 0 && (
            <p className={styles.hint}>{registry.ignored(preview.ignored.join('、'))}</p>
          )}
          {wrong > 0 && fresh > 0 && <Notice tone="care">{registry.fixFirst}</Notice>}
          {fresh === 0 && (
            <Notice tone={wrong > 0 ? 'care' : 'good'}>
              {wrong > 0 ? registry.onlyWrong : registry.nothingToTake}
            </Notice>
          )}
          <PreviewRows
            label={registry.rows}
            rows={rows
              .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state))
              .map((row) => shownRow(row, words, language, count))}
          />
        </>
      )}
      {take.failure !== undefined && <FailureNotice failure={take.failure} />}
    </Dialog>
  );
}

function shownRow(
  row: ImportRow,
  { registry }: Words,
  language: Language,
  count: (value: number) => string,
): PreviewRow {
  const detail =
    row.state === 'wrong'
      ? registry.problemAt(registry.problems[row.problem], row.cell)
      : row.state === 'changed'
        ? row.changes
            .map(({ field, before, after }) =>
              registry.change(
                registry.fields[field],
                valueOf(field, before, registry, language),
                valueOf(field, after, registry, language),
              ),
            )
            .join('；')
        : '';
  return {
    line: registry.line(count(row.line)),
    state: registry.states[row.state],
    tone: tones[row.state],
    name: row.name,
    detail,
  };
}

function valueOf(
  field: string,
  value: string,
  registry: Words['registry'],
  language: Language,
): string {
  if (value === '') return '';
  if (field === 'region') return codeName('region', value, language);
  if (field === 'level') return registry.levels[value as keyof Words['registry']['levels']];
  if (field !== 'batches') return value;
  const batches = value.split('、') as (keyof Words['registry']['batches'])[];
  return batches.map((batch) => registry.batches[batch]).join('、');
}
