import * as z from 'zod';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { preflightDecisions, preflightKinds } from '../../shared/preflight/finding.ts';
import { UsageError } from './arguments.ts';
import type { Caller } from './caller.ts';

/**
 * A rule of a decisions file: for one finding by its id, or for all of a kind, of a text, or both. Files that cannot be read or
 * cleaned are decided one by one: by id, or by kind and name.
 */
const Rule = z
  .strictObject({
    finding: z.string().optional(),
    record: z.string().optional(),
    kind: z.enum(preflightKinds).optional(),
    text: z.string().optional(),
    decision: z.enum(preflightDecisions),
    reason: z.string().max(200).default(''),
  })
  .refine(({ finding, kind, text }) => (finding ?? kind ?? text) !== undefined);
const DecisionsFile = z.strictObject({ decisions: z.array(Rule).max(100_000) });
type Rule = z.output<typeof Rule>;
/** What is to leave. */
type Leaving = { recordIds: readonly RecordId[]; attachmentIds: readonly AttachmentId[] };

/** What has to be decided before records leave, as a script reads it; the table of names is not told. */
export async function preflightReport(caller: Caller, leaving: Leaving): Promise<unknown> {
  const looked = await look(caller, leaving);
  return {
    ...looked,
    findings: looked.findings.map((finding) => ({
      id: finding.id,
      recordId: finding.recordId,
      kind: finding.kind,
      text: finding.text,
      place: finding.place,
      holds: finding.holds,
      options: finding.options,
      decided: finding.decided,
    })),
  };
}

/** Decides what is open by the rules of a file, the first that fits; what none fits stays open. */
export async function decideByFile(caller: Caller, leaving: Leaving, file: string): Promise<void> {
  const rules = readRules(resolve(file));
  for (;;) {
    const { findings } = await look(caller, leaving);
    const decisions = findings
      .filter(({ decided }) => decided === null)
      .flatMap((finding) => {
        const rule = rules.find((one) => fits(one, finding));
        if (rule === undefined) return [];
        const { decision, reason } = rule;
        return [{ recordId: finding.recordId, finding: finding.id, decision, reason }];
      });
    if (decisions.length === 0) return;
    await caller.call('preflight.decide', { ...copied(leaving), decisions });
  }
}

function look(caller: Caller, leaving: Leaving): Promise<CallOutput<'preflight.look'>> {
  return caller.call('preflight.look', copied(leaving));
}

function copied({ recordIds, attachmentIds }: Leaving) {
  return { recordIds: [...recordIds], attachmentIds: [...attachmentIds] };
}

function fits(rule: Rule, { id, recordId, kind, text, options }: PreflightFinding): boolean {
  if (rule.finding !== undefined && rule.finding !== id) return false;
  if (rule.record !== undefined && rule.record !== recordId) return false;
  if (rule.kind !== undefined && rule.kind !== kind) return false;
  if (rule.text !== undefined && rule.text !== text) return false;
  const isOneByOne =
    kind === 'attachment-unread' ||
    kind === 'attachment-uncleaned' ||
    (kind === 'attachment-remarks' && rule.decision === 'keep');
  if (isOneByOne && rule.finding === undefined && rule.text === undefined) return false;
  return options.includes(rule.decision);
}

function readRules(file: string): Rule[] {
  try {
    return DecisionsFile.parse(JSON.parse(readFileSync(file, 'utf8'))).decisions;
  } catch {
    throw new UsageError(
      `${file} is no decisions file: {"decisions": [{"kind" | "text" | "finding": …, "decision": "pseudonym" | "mask" | "keep", "reason": …}]}`,
    );
  }
}
