import { Button, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RecordKind } from '../../shared/contract/records.ts';
import { templates } from '../../shared/templates/index.ts';
import { useJob } from '../api/use-job.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { ChosenPaths } from './chosen-paths.tsx';
import { ImportChoice } from './import-choice.tsx';
import { ImportPreviewStep } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';

const kinds = Object.keys(templates) as RecordKind[];

type Props = {
  /** What was dropped on the window: it is looked at right away. */
  dropped: readonly string[];
  onClose: () => void;
};

/** Files in: choose, look if wished, watch, read the report. Closing it lets a running import go on. */
export function ImportDialog({ dropped, onClose }: Props) {
  const { app, imports, kinds: kindWords, records } = useWords();
  const { place } = useView();
  const here = place.at === 'records' && place.kind !== 'all' ? place.kind : 'typical-case';
  const [kind, setKind] = useState<RecordKind>(here);
  const [paths, setPaths] = useState<readonly string[]>(dropped);
  const { job, isRunning, start, cancel, forget } = useJob('records.import');
  const preview = useJob('records.previewImport');

  const add = (more: readonly string[]) => setPaths((before) => [...new Set([...before, ...more])]);
  const look = () => void preview.start({ kind, paths: [...paths] });
  useEffect(() => {
    if (dropped.length > 0 && !isRunning) look();
    // Once, for what it was opened with.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const close = () => {
    // A look has nobody left to look.
    preview.cancel();
    preview.forget();
    onClose();
  };
  const again = () => {
    forget();
    setPaths([]);
  };
  if (job?.state === 'done') {
    return (
      <ImportResult
        report={job.value}
        onAgain={again}
        onAnswered={(changes) => {
          const asked = job.value.asked.map(({ file }) => file);
          forget();
          void start({ kind, paths: [...paths], changes, only: asked });
        }}
        onClose={() => (forget(), onClose())}
      />
    );
  }
  if (preview.job?.state === 'done' && paths.length > 0 && !isRunning) {
    return (
      <ImportPreviewStep
        preview={preview.job.value}
        onBack={preview.forget}
        onClose={close}
        onImport={(choices, changes) => {
          preview.forget();
          void start({ kind, paths: [...paths], choices, changes });
        }}
      />
    );
  }
  return (
    <Dialog
      title={records.importTitle}
      onClose={close}
      onSubmit={() =>
        paths.length > 0 &&
        !preview.isRunning &&
        void start({ kind, paths: [...paths], changes: null })
      }
      actions={
        <>
          <Button variant="default" onClick={close}>
            {isRunning ? app.goOnBehind : app.cancel}
          </Button>
          {!isRunning && !preview.isRunning && (
            <>
              <Button variant="default" disabled={paths.length === 0} onClick={look}>
                {imports.look}
              </Button>
              <Button type="submit" disabled={paths.length === 0}>
                {records.importNow}
              </Button>
            </>
          )}
        </>
      }
    >
      {isRunning && job !== undefined ? (
        <JobProgress job={job} label={records.importing} onCancel={cancel} />
      ) : preview.isRunning && preview.job !== undefined ? (
        <JobProgress job={preview.job} label={imports.looking} onCancel={preview.cancel} />
      ) : (
        <>
          <Select
            label={records.importAs}
            data={kinds.map((value) => ({ value, label: kindWords[value] }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value !== null && setKind(value)}
          />
          <ImportChoice onChosen={add} />
          <ChosenPaths
            paths={paths}
            onRemove={(path) => setPaths(paths.filter((other) => other !== path))}
          />
          {preview.job?.state === 'failed' && (
            <FailureNotice failure={preview.job.failure} onDismiss={preview.forget} />
          )}
          {job?.state === 'failed' && <FailureNotice failure={job.failure} onDismiss={forget} />}
        </>
      )}
    </Dialog>
  );
}
