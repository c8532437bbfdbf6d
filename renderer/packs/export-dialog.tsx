import { useState } from 'react';
import type { Office } from '../../shared/contract/points.ts';
import type { RecordId, RecordSummary } from '../../shared/contract/records.ts';
import { useJob } from '../api/use-job.ts';
import { flushAll } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useDocumentStatus } from '../records/document-status.ts';
import { templates } from '../../shared/templates/index.ts';
import { ExportDone } from './export-done.tsx';
import { ExportFile } from './export-file.tsx';
import { ExportOffice } from './export-office.tsx';
import { ExportRecords } from './export-records.tsx';
import { ExportRunning } from './export-running.tsx';

export type Chosen = Pick<RecordSummary, 'id' | 'kind' | 'title'>;

/** Which records, to whom, into which file; then the work; then what came of it. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<'records' | 'office' | 'file'>('records');
  const open = useDocumentStatus()?.record;
  const { chosen: marked } = useView();
  const [chosen, setChosen] = useState<ReadonlyMap<RecordId, Chosen>>(() => {
    const offered = [...marked].filter(
      ([, record]) => record.trashedAt === null && !templates[record.kind].isReadOnly,
    );
    if (offered.length > 0) return new Map(offered);
    const isOffered =
      open !== undefined && open.trashedAt === null && !templates[open.kind].isReadOnly;
    return new Map(isOffered ? [[open.id, open]] : []);
  });
  const [office, setOffice] = useState<Office>();
  const { job, isRunning, start, cancel, forget } = useJob('packs.export');
  const again = () => {
    forget();
    setChosen(new Map());
    setStep('records');
  };
  const close = () => {
    forget();
    onClose();
  };

  if (job !== undefined && isRunning)
    return <ExportRunning job={job} onCancel={cancel} onClose={onClose} />;
  if (job?.state === 'done')
    return <ExportDone result={job.value} onAgain={again} onClose={close} />;
  if (step === 'records') {
    return (
      <ExportRecords
        chosen={chosen}
        onChange={setChosen}
        onNext={() => setStep('office')}
        onClose={close}
      />
    );
  }
  if (step === 'office' || office === undefined) {
    return (
      <ExportOffice
        office={office}
        onChange={setOffice}
        onBack={() => setStep('records')}
        onNext={() => setStep('file')}
        onClose={close}
      />
    );
  }
  return (
    <ExportFile
      records={[...chosen.values()]}
      office={office}
      failure={job?.state === 'failed' ? job.failure : undefined}
      onBack={() => setStep('office')}
      onClose={close}
      onExport={async (file, attachmentIds) => {
        // What is exported is what is on the screen.
        await flushAll();
        await start({ recordIds: [...chosen.keys()], to: office.id, file, attachmentIds });
      }}
    />
  );
}
