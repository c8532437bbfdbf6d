import { useState } from 'react';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { HighestMarking } from '../../shared/contract/packs.ts';
import { templates } from '../../shared/templates/index.ts';
import { flushAll } from '../app/flush.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { PreflightList } from '../preflight/preflight-list.tsx';
import { PreflightPreview } from '../preflight/preflight-preview.tsx';
import { useLook, type Leaving } from '../preflight/use-look.ts';
import { useDocumentStatus } from '../records/document-status.ts';
import { RunningDialog } from '../ui/running-dialog.tsx';
import { ChooseStep, type Chosen } from './choose-step.tsx';
import { DocumentDone } from './document-done.tsx';
import { DocumentStep } from './document-step.tsx';
import { MakeStep } from './make-step.tsx';
import { useMaking } from './use-making.ts';

type Step = 'choose' | 'check' | 'preview' | 'make';

/** The chosen records, or the open one, as official paper: what is decided before they leave, how they look then, into which file. */
export function DocumentDialog({ onClose }: { onClose: () => void }) {
  const { documents } = useWords();
  const [step, setStep] = useState<Step>('choose');
  const open = useDocumentStatus()?.record;
  const { chosen: marked } = useView();
  const [records] = useState<readonly Chosen[]>(() => offered([...marked.values()], open));
  const [pictures, setPictures] = useState<ReadonlySet<AttachmentId>>(new Set());
  const [marking, setMarking] = useState<HighestMarking>('none');
  const making = useMaking();
  const close = () => {
    making.forget();
    onClose();
  };
  if (making.running !== undefined) {
    return (
      <RunningDialog
        title={documents.making}
        job={making.running}
        onCancel={making.cancel}
        onClose={onClose}
      />
    );
  }
  if (making.done !== undefined) {
    const again = () => {
      making.forget();
      setStep('choose');
    };
    return <DocumentDone result={making.done} onAgain={again} onClose={close} />;
  }
  if (step === 'choose') {
    return (
      <ChooseStep
        records={records}
        pictures={pictures}
        onChange={setPictures}
        onNext={() => setStep('check')}
        onClose={close}
      />
    );
  }
  const leaving = { recordIds: records.map(({ id }) => id), attachmentIds: [...pictures] };
  if (step === 'check') {
    return (
      <Check
        leaving={leaving}
        onBack={() => setStep('choose')}
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
      <DocumentStep
        step={2}
        isReady
        onBack={() => setStep('check')}
        onNext={() => setStep('make')}
        onClose={close}
      >
        <PreflightPreview leaving={leaving} records={records} />
      </DocumentStep>
    );
  }
  return (
    <MakeStep
      count={records.length}
      marking={marking}
      failure={making.failure}
      onBack={() => setStep('preview')}
      onClose={close}
      onMake={async (made) => {
        // What is written is what is on the screen.
        await flushAll();
        await making.start(leaving, made);
      }}
    />
  );
}

type Offered = Chosen & { trashedAt: number | null };

/** Own records chosen in the list; else the open one. */
function offered(marked: readonly Offered[], open: Offered | undefined): Chosen[] {
  const all = marked.length > 0 || open === undefined ? marked : [open];
  return all.filter(({ trashedAt, kind }) => trashedAt === null && !templates[kind].isReadOnly);
}

type CheckProps = {
  leaving: Leaving;
  onBack: () => void;
  onNext: (marking: HighestMarking) => void;
  onClose: () => void;
};

/** Nothing goes on while something is undecided. */
function Check({ leaving, onBack, onNext, onClose }: CheckProps) {
  const look = useLook(leaving);
  const { looked } = look;
  return (
    <DocumentStep
      step={1}
      isReady={looked !== undefined && looked.open === 0 && !look.isRunning}
      onBack={onBack}
      onNext={() => looked !== undefined && onNext(looked.highestMarking)}
      onClose={onClose}
    >
      <PreflightList look={look} />
    </DocumentStep>
  );
}
