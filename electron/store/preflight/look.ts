import type { Database } from 'better-sqlite3';
import type { JobControl, OutputOf } from '../../../shared/contract/define.ts';
import { HighestMarking } from '../../../shared/contract/packs.ts';
import {
  MOST_FINDINGS,
  type PreflightFile,
  type PreflightFinding,
  type PreflightRecord,
  type preflight,
} from '../../../shared/contract/preflight.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { markingOf } from '../packs/marking-of.ts';
import { examineAll, isOpen, unwatched, type Chosen } from './examine-all.ts';
import type { Examined, Finding } from './finding.ts';
import { leavingRecord } from './leaving-record.ts';

/** See `preflight.look`. */
export async function look(
  db: Database,
  chosen: Chosen,
  control: JobControl,
): Promise<OutputOf<(typeof preflight)['preflight.look']>> {
  // Those to be decided come first; of either no more is kept than can be shown.
  const undecided: PreflightFinding[] = [];
  const decided: PreflightFinding[] = [];
  let total = 0;
  const records: PreflightRecord[] = [];
  const files: PreflightFile[] = [];
  for await (const examined of examineAll(db, chosen, control)) {
    const id = RecordId.parse(examined.raw.id);
    const open = examined.findings.filter(isOpen);
    total += examined.findings.length;
    for (const finding of examined.findings) {
      const kept = finding.decided === null ? undecided : decided;
      if (kept.length < MOST_FINDINGS) kept.push(shown(id, finding));
    }
    files.push(...filesOf(id, examined));
    records.push({
      id,
      title: examined.raw.title,
      findings: examined.findings.length,
      open: open.length,
      marking: markingOf(examined.raw),
      isLocked: isLocked(examined),
    });
  }
  const open = records.reduce((sum, one) => sum + one.open, 0);
  const markings = records.map(({ marking }) => HighestMarking.options.indexOf(marking));
  return {
    findings: [...undecided, ...decided].slice(0, MOST_FINDINGS),
    total,
    open,
    records,
    files,
    highestMarking: HighestMarking.options[Math.max(0, ...markings)] ?? 'none',
  };
}

/** See `preflight.show`. */
export async function show(
  db: Database,
  { recordId, ...chosen }: Chosen & { recordId: string },
): Promise<OutputOf<(typeof preflight)['preflight.show']>> {
  const only = new Set([recordId]);
  for await (const examined of examineAll(db, chosen, unwatched, { only })) {
    const { record, placed } = leavingRecord(examined, examined.raw);
    const changes = placed.map(({ path, start, end, finding }) => ({
      path: [...path],
      start,
      end,
      kind: finding.kind,
      decision: finding.decided?.decision ?? null,
    }));
    return { record, changes };
  }
  throw new Failure('record-not-found');
}

/** A state-secret marking stands in it: nothing can be decided, it does not leave. */
export function isLocked({ findings }: Examined): boolean {
  return findings.some(({ kind }) => kind === 'secrecy-marking');
}

function filesOf(recordId: RecordId, { attached }: Examined): PreflightFile[] {
  return attached
    .map(({ row: { name }, file: { removed, left } }) => ({
      recordId,
      name,
      removed: [...removed],
      left: [...left],
    }))
    .filter(({ removed, left }) => removed.length + left.length > 0);
}

function shown(recordId: RecordId, finding: Finding): PreflightFinding {
  const { id, kind, text, textKey, before, after, place, pseudonym, options, holds } = finding;
  return {
    id,
    recordId,
    kind,
    text,
    sameAs: `${kind} ${textKey}`,
    before,
    after,
    place,
    holds: [...holds],
    pseudonym,
    options: [...options],
    decided: finding.decided,
    earlier:
      finding.earlier === null
        ? null
        : { decision: finding.earlier.decision, reason: finding.earlier.reason },
  };
}
