import { useEffect, useState } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { PreflightDecision } from '../../shared/preflight/finding.ts';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import { cancelJob, forgetJob, jobNamed, startJob } from '../api/jobs.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { flushAll } from '../app/flush.ts';
import type { Looked } from './grouped.ts';

export type Leaving = CallInput<'preflight.look'>;
type Decide = (
  findings: readonly PreflightFinding[],
  choose: (finding: PreflightFinding) => { decision: PreflightDecision; reason: string } | null,
) => Promise<boolean>;

const AGAIN_IN_MS = 60;

/** What has to be decided about what is chosen, looked for again when another choice is made, and the way to decide. */
export function useLook(leaving: Leaving) {
  const { job, isRunning, cancel } = useJob('preflight.look');
  const [looked, setLooked] = useState<Looked>();
  const [turn, setTurn] = useState(0);
  const command = useCommand('preflight.decide');
  const key = JSON.stringify(leaving);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      // What is looked through is what is on the screen.
      await flushAll();
      while (jobNamed('preflight.look')?.state === 'running') {
        await cancelJob('preflight.look');
        await new Promise((resolve) => setTimeout(resolve, AGAIN_IN_MS));
      }
      if (isOver) return;
      const answer = await startJob('preflight.look', JSON.parse(key) as Leaving);
      if (!isOver && answer !== undefined) setLooked(answer);
    };
    void look();
    return () => {
      isOver = true;
      void cancelJob('preflight.look');
      forgetJob('preflight.look');
    };
  }, [key, turn]);

  const decide: Decide = async (findings, choose) => {
    const chosen = findings.flatMap((finding) => {
      const made = choose(finding);
      const isPossible = made !== null && finding.options.includes(made.decision);
      return isPossible ? [{ finding, made }] : [];
    });
    if (chosen.length === 0) return false;
    const answer = await command.run({
      ...leaving,
      decisions: chosen.map(({ finding: { id, recordId }, made }) => ({
        recordId,
        finding: id,
        ...made,
      })),
    });
    if (answer === undefined) return false;
    const byId = new Map(chosen.map(({ finding, made }) => [idOf(finding), made]));
    const now = looked && withDecisions(looked, byId);
    setLooked(now);
    // There were more than could be listed: the others come now.
    const isListDone = now?.findings.every(({ decided }) => decided !== null) ?? false;
    const isMore = isListDone && now !== undefined && now.open > 0;
    // With its remarks a file is another one.
    const isOther = chosen.some(({ finding }) => finding.kind === 'attachment-remarks');
    if (isMore || isOther) setTurn((before) => before + 1);
    return true;
  };
  return {
    looked,
    job,
    isRunning,
    cancel,
    decide,
    isDeciding: command.isRunning,
    failure: command.failure ?? (job?.state === 'failed' ? job.failure : undefined),
  };
}

const idOf = ({ recordId, id }: Pick<PreflightFinding, 'recordId' | 'id'>) => `${recordId} ${id}`;

function withDecisions(
  looked: Looked,
  made: ReadonlyMap<string, { decision: PreflightDecision; reason: string }>,
): Looked {
  let now = 0;
  const findings = looked.findings.map((finding) => {
    const decision = made.get(idOf(finding));
    if (decision === undefined) return finding;
    if (finding.decided === null) now += 1;
    return { ...finding, decided: { ...decision, at: Date.now() } };
  });
  return { ...looked, findings, open: looked.open - now };
}
