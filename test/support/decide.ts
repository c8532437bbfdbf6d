import { preflightHandlers } from '../../electron/store/preflight/handlers.ts';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import { RecordId } from '../../shared/contract/records.ts';
import type { PreflightDecision } from '../../shared/preflight/finding.ts';
import { watchJob, type TestOffice } from './office.ts';

export type Leaving = { recordIds: readonly string[]; attachmentIds?: readonly AttachmentId[] };

function inputOf({ recordIds, attachmentIds = [] }: Leaving) {
  return {
    recordIds: recordIds.map((id) => RecordId.parse(id)),
    attachmentIds: [...attachmentIds],
  };
}

export function lookAt({ context }: Pick<TestOffice, 'context'>, leaving: Leaving) {
  return preflightHandlers['preflight.look'](context, inputOf(leaving), watchJob());
}

export type Choose = (
  finding: PreflightFinding,
) => { decision: PreflightDecision; reason?: string } | null;

/** The officer's decisions about everything that is open: to keep it, unless told otherwise. Answers how many there were. */
export async function decideAll(
  office: Pick<TestOffice, 'context'>,
  leaving: Leaving,
  choose: Choose = () => ({ decision: 'keep', reason: '虚构的演示材料' }),
): Promise<number> {
  const { findings } = await lookAt(office, leaving);
  const decisions = findings
    .filter(({ decided }) => decided === null)
    .flatMap((finding) => {
      const { id, recordId } = finding;
      const chosen = choose(finding);
      return chosen === null ? [] : [{ recordId, finding: id, reason: '', ...chosen }];
    });
  if (decisions.length === 0) return 0;
  const { decided } = await preflightHandlers['preflight.decide'](office.context, {
    ...inputOf(leaving),
    decisions,
  });
  return decided;
}
