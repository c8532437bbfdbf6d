import type { CallInput, CallOutput, FailureData } from '../../shared/contract/index.ts';
import type { Job } from '../api/jobs.ts';
import { useJob } from '../api/use-job.ts';
import type { Made } from './make-step.tsx';

export type MadeDocument = CallOutput<'documents.write'> | CallOutput<'window.print'>;
type Leaving = Pick<CallInput<'documents.write'>, 'recordIds' | 'attachmentIds'>;

/** The three ways to make a document, of which one is under way at a time. */
export function useMaking() {
  const word = useJob('documents.write');
  const pdf = useJob('window.writePdf');
  const paper = useJob('window.print');
  const all = [word, pdf, paper];
  const running: Job | undefined = all.find(({ isRunning }) => isRunning)?.job;
  const ended = all.flatMap(({ job }): (MadeDocument | FailureData)[] => {
    if (job?.state === 'done') return [job.value];
    return job?.state === 'failed' ? [job.failure] : [];
  });
  const forget = () => {
    for (const one of all) one.forget();
  };
  const start = async (leaving: Leaving, { form, date, file }: Made) => {
    forget();
    const wish = { ...leaving, date };
    if (form === 'paper') await paper.start(wish);
    else if (file !== null) await (form === 'word' ? word : pdf).start({ ...wish, file });
  };
  return {
    running,
    done: ended.find((one): one is MadeDocument => !('code' in one)),
    failure: ended.find((one): one is FailureData => 'code' in one),
    cancel: () => all.find(({ isRunning }) => isRunning)?.cancel(),
    start,
    forget,
  };
}
