import { useState } from 'react';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import type { Office } from '../../shared/contract/points.ts';
import type { RecordId, RecordSummary } from '../../shared/contract/records.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { flushAll } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useDocumentStatus } from '../records/document-status.ts';
import { templates } from '../../shared/templates/index.ts';
import { PreflightPreview } from '../preflight/preflight-preview.tsx';
import { EarlierNotice } from './earlier-notice.tsx';
import { ExportAdditions, figuresOf, noAdditions } from './export-additions.tsx';
import { ExportAlong } from './export-along.tsx';
import { ExportAttachments } from './export-attachments.tsx';
import { ExportCheck } from './export-check.tsx';
import { ExportDone } from './export-done.tsx';
import { ExportFile } from './export-file.tsx';
import { ExportOffice } from './export-office.tsx';
import { ExportRecords } from './export-records.tsx';
import { ExportStep } from './export-step.tsx';
import { useWords } from '../app/words.tsx';
import { RunningDialog } from '../ui/running-dialog.tsx';

export type Chosen = Pick<RecordSummary, 'id' | 'kind' | 'title'>;

type Step = 'records' | 'office' | 'check' | 'preview' | 'file';

type Props = {
  /** Chosen at the start; without any, what is chosen in the list or open. */
  begin?: readonly Chosen[];
  onClose: () => void;
};

/** Which records, to whom, what is decided before they leave, how they look then, into which file; then the work; then what came of it. */
export function ExportDialog({ begin = [], onClose }: Props) {
  const { packs } = useWords();
  const [step, setStep] = useState<Step>('records');
  const open = useDocumentStatus()?.record;
  const { chosen: marked } = useView();
  const [chosen, setChosen] = useState<ReadonlyMap<RecordId, Chosen>>(() => {
    if (begin.length > 0) return new Map(begin.map((record) => [record.id, record]));
    const offered = [...marked].filter(
      ([, record]) => record.trashedAt === null && !templates[record.kind].isReadOnly,
    );
    if (offered.length > 0) return new Map(offered);
    const isOffered =
      open !== undefined && open.trashedAt === null && !templates[open.kind].isReadOnly;
    return new Map(isOffered ? [[open.id, open]] : []);
  });
  const [office, setOffice] = useState<Office>();
  const [attached, setAttached] = useState<ReadonlyMap<AttachmentId, number>>(new Map());
  const [additions, setAdditions] = useState(noAdditions);
  const [marking, setMarking] = useState<HighestMarking>('none');
  const { data: known, isLoading: isAsked } = useQuery(
    'packs.earlier',
    { recordIds: [...chosen.keys()], officeId: office?.id ?? '' },
    { isEnabled: office !== undefined && chosen.size <= 1000 },
  );
  // What went to another office before says nothing of this one.
  const earlier = (isAsked ? [] : (known?.items ?? [])).filter(({ recordId }) =>
    chosen.has(recordId as RecordId),
  );
  const { job, isRunning, start, cancel, forget } = useJob('packs.export');
  const again = () => {
    forget();
    setChosen(new Map());
    setAttached(new Map());
    setAdditions(noAdditions);
    setStep('records');
  };
  const close = () => {
    forget();
    onClose();
  };

  if (job !== undefined && isRunning)
    return <RunningDialog title={packs.exporting} job={job} onCancel={cancel} onClose={onClose} />;
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
  const records = [...chosen.values()];
  const isCorrection = earlier.length > 0;
  const caseload = isCorrection ? [] : figuresOf(additions);
  if (step === 'office' || office === undefined) {
    return (
      <ExportOffice
        office={office}
        isReady={
          !isAsked && caseload !== null && (!isCorrection || earlier.length === records.length)
        }
        onChange={setOffice}
        onBack={() => setStep('records')}
        onNext={() => setStep('check')}
        onClose={close}
      >
        <EarlierNotice
          records={records}
          earlier={earlier}
          onKeep={(kept) => setChosen(new Map(kept.map((record) => [record.id, record])))}
        />
        <ExportAttachments records={records} chosen={attached} onChange={setAttached} />
        <ExportAdditions additions={additions} onChange={setAdditions} mayBring={!isCorrection} />
      </ExportOffice>
    );
  }
  const leaving = { recordIds: [...chosen.keys()], attachmentIds: [...attached.keys()] };
  if (step === 'check') {
    return (
      <ExportCheck
        leaving={leaving}
        onBack={() => setStep('office')}
        onNext={(found) => {
          setMarking(found);
          setStep('preview');
        }}
        onClose={close}
      />
    );
  }
  if (step === 'preview') {
    return (
      <ExportStep
        step={3}
        isReady
        onBack={() => setStep('check')}
        onNext={() => setStep('file')}
        onClose={close}
      >
        <ExportAlong
          office={office}
          note={additions.note.trim()}
          figures={caseload ?? []}
          attached={attached}
        />
        <PreflightPreview leaving={leaving} records={records} />
      </ExportStep>
    );
  }
  return (
    <ExportFile
      records={records}
      office={office}
      marking={marking}
      failure={job?.state === 'failed' ? job.failure : undefined}
      onBack={() => setStep('preview')}
      onClose={close}
      onExport={async (file) => {
        // What is exported is what is on the screen.
        await flushAll();
        await start({
          ...leaving,
          to: office.id,
          file,
          note: additions.note.trim(),
          caseload: caseload ?? [],
        });
      }}
    />
  );
}
