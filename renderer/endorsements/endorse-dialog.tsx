import { useState } from 'react';
import type { EndorsablePack } from '../../shared/contract/endorsements.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useWords } from '../app/words.tsx';
import { EndorseDone } from './endorse-done.tsx';
import { EndorseFile } from './endorse-file.tsx';
import { EndorseOpinions } from './endorse-opinions.tsx';
import { RunningDialog } from '../ui/running-dialog.tsx';
import type { OpinionDraft } from './opinion-fields.tsx';

type Props = { pack: EndorsablePack; onClose: () => void };
export type Where = { to: string | null; note: string; file: string | null; isSure: boolean };

/** Opinions on every record of a pack, then the desk and the file; what is said is kept at the step from one to the other. */
export function EndorseDialog({ pack, onClose }: Props) {
  const { endorsements } = useWords();
  const give = useCommand('endorsements.give');
  const { job, isRunning, start, cancel, forget } = useJob('endorsements.write');
  const isBack = pack.kind === 'withdrawal';
  const [step, setStep] = useState(isBack ? 1 : 0);
  const [drafts, setDrafts] = useState<Record<string, OpinionDraft>>(() =>
    Object.fromEntries(
      pack.records.map(({ recordId, given }) => [
        recordId,
        { opinion: given?.opinion ?? null, text: given?.text ?? '' },
      ]),
    ),
  );
  const [where, setWhere] = useState<Where>({ to: null, note: '', file: null, isSure: false });
  const close = () => {
    if (!isRunning) forget();
    onClose();
  };
  const keep = async () => {
    for (const { recordId, id, given } of pack.records) {
      const { opinion = null, text = '' } = drafts[recordId] ?? {};
      if (id === null || opinion === null) continue;
      if (opinion === given?.opinion && text.trim() === given.text) continue;
      if ((await give.run({ recordId: id, given: { opinion, text } })) === undefined) return;
    }
    setStep(1);
  };
  const write = async () => {
    const { to, file, note } = where;
    if (to === null || file === null) return;
    await start({ packId: pack.packId, to, file, note });
  };
  // Another pack may have been written behind one's back.
  if (job?.state === 'done' && job.value.verification.original?.packId === pack.packId) {
    return <EndorseDone result={job.value} onClose={close} />;
  }
  if (job !== undefined && isRunning) {
    return (
      <RunningDialog title={endorsements.writing} job={job} onCancel={cancel} onClose={close} />
    );
  }
  const frame = { title: endorsements.dialog, steps: endorsements.steps, onClose: close };
  if (step === 0) {
    return (
      <EndorseOpinions
        frame={frame}
        pack={pack}
        drafts={drafts}
        failure={give.failure}
        isBusy={give.isRunning}
        onChange={(recordId, draft) => setDrafts({ ...drafts, [recordId]: draft })}
        onNext={() => void keep()}
      />
    );
  }
  return (
    <EndorseFile
      frame={frame}
      pack={pack}
      where={where}
      failure={job?.state === 'failed' ? job.failure : undefined}
      onChange={setWhere}
      {...(isBack ? {} : { onBack: () => setStep(0) })}
      onNext={() => void write()}
    />
  );
}
