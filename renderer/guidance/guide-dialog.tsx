import { useState } from 'react';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useJob } from '../api/use-job.ts';
import { flushAll } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { ExportAttachments } from '../packs/export-attachments.tsx';
import { ExportCheck } from '../packs/export-check.tsx';
import type { Chosen } from '../packs/export-dialog.tsx';
import { ExportDone } from '../packs/export-done.tsx';
import { ExportRecords } from '../packs/export-records.tsx';
import { RunningDialog } from '../ui/running-dialog.tsx';
import { ExportStep, StepsOf } from '../packs/export-step.tsx';
import { PreflightPreview } from '../preflight/preflight-preview.tsx';
import { GuideFile } from './guide-file.tsx';
import { GuideOffices, type Addressed } from './guide-offices.tsx';
import type { Regarded } from './regarding-picker.tsx';

type Step = 'records' | 'offices' | 'check' | 'preview' | 'file';
const nobody: Addressed = { to: null, note: '', cards: [], regarding: [] };

type Props = {
  /** The received record that it was opened at: that is what it is about, and its office whom it goes to. */
  about?: Regarded;
  onClose: () => void;
};

/** Which records, to whom with which words, what is decided before they leave, how they look then, into which file. */
export function GuideDialog({ about, onClose }: Props) {
  const { guidance } = useWords();
  const steps = [
    guidance.stepRecords,
    guidance.stepOffices,
    guidance.stepCheck,
    guidance.stepPreview,
    guidance.stepFile,
  ];
  return (
    <StepsOf value={{ title: guidance.sendTitle, steps }}>
      <GuideSteps onClose={onClose} {...(about === undefined ? {} : { about })} />
    </StepsOf>
  );
}

function GuideSteps({ about, onClose }: Props) {
  const { packs } = useWords();
  const [step, setStep] = useState<Step>('records');
  const { chosen: marked } = useView();
  const [chosen, setChosen] = useState<ReadonlyMap<RecordId, Chosen>>(
    () =>
      new Map(
        [...marked].filter(
          ([, { library, status, trashedAt }]) =>
            library === 'own' && status !== null && trashedAt === null,
        ),
      ),
  );
  const [addressed, setAddressed] = useState<Addressed>(() =>
    about === undefined ? nobody : { ...nobody, to: [about.senderId], regarding: [about] },
  );
  const [attached, setAttached] = useState<ReadonlyMap<AttachmentId, number>>(new Map());
  const [marking, setMarking] = useState<HighestMarking>('none');
  const { job, isRunning, start, cancel, forget } = useJob('guidance.write');
  const close = () => {
    forget();
    onClose();
  };
  const again = () => {
    forget();
    setChosen(new Map());
    setAttached(new Map());
    setAddressed(nobody);
    setStep('records');
  };
  if (job !== undefined && isRunning)
    return <RunningDialog title={packs.exporting} job={job} onCancel={cancel} onClose={onClose} />;
  if (job?.state === 'done')
    return <ExportDone result={job.value} onAgain={again} onClose={close} />;
  const records = [...chosen.values()];
  const leaving = { recordIds: [...chosen.keys()], attachmentIds: [...attached.keys()] };
  // Without records there is nothing to look through but the words, and those are looked at when it is written.
  const hasRecords = records.length > 0;
  switch (step) {
    case 'records':
      return (
        <ExportRecords
          chosen={chosen}
          onChange={setChosen}
          isOptional
          onNext={() => setStep('offices')}
          onClose={close}
        />
      );
    case 'offices':
      return (
        <GuideOffices
          addressed={addressed}
          onChange={setAddressed}
          mayBeWordless={hasRecords}
          onBack={() => setStep('records')}
          onNext={() => setStep(hasRecords ? 'check' : 'file')}
          onClose={close}
        >
          {hasRecords && (
            <ExportAttachments records={records} chosen={attached} onChange={setAttached} />
          )}
        </GuideOffices>
      );
    case 'check':
      return (
        <ExportCheck
          leaving={leaving}
          onBack={() => setStep('offices')}
          onNext={(found) => {
            setMarking(found);
            setStep('preview');
          }}
          onClose={close}
        />
      );
    case 'preview':
      return (
        <ExportStep
          step={3}
          isReady
          onBack={() => setStep('check')}
          onNext={() => setStep('file')}
          onClose={close}
        >
          <PreflightPreview leaving={leaving} records={records} />
        </ExportStep>
      );
    case 'file':
      return (
        <GuideFile
          records={records}
          addressed={addressed}
          marking={hasRecords ? marking : 'none'}
          failure={job?.state === 'failed' ? job.failure : undefined}
          onBack={() => setStep(hasRecords ? 'preview' : 'offices')}
          onClose={close}
          onWrite={async (file) => {
            // What is sent is what is on the screen.
            await flushAll();
            const { to, note, cards, regarding } = addressed;
            await start({
              ...leaving,
              note,
              cards: [...cards],
              regarding: regarding.map(({ id }) => id),
              ...(to === null ? {} : { to: [...to] }),
              file,
            });
          }}
        />
      );
  }
}
