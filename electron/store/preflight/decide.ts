import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { preflight } from '../../../shared/contract/preflight.ts';
import { Failure } from '../../../shared/errors.ts';
import { findInText } from '../../../shared/preflight/find-in-record.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { activeProfiles } from '../profiles/list-profiles.ts';
import { keepDecisions, type DeciderRole, type NewDecision } from './decisions.ts';
import { examineAll, unwatched } from './examine-all.ts';
import type { Examined } from './finding.ts';

type Input = InputOf<(typeof preflight)['preflight.decide']>;
type Wanted = Input['decisions'][number];
type Taken = { recordId: string; number: number; decisions: NewDecision[] };

/** See `preflight.decide`. */
export async function decide(
  db: Database,
  clock: Clock,
  { decisions, ...chosen }: Input,
): Promise<OutputOf<(typeof preflight)['preflight.decide']>> {
  const wanted = new Map<string, Map<string, Wanted>>();
  for (const one of decisions) {
    const ofRecord = wanted.get(one.recordId) ?? new Map<string, Wanted>();
    wanted.set(one.recordId, ofRecord.set(one.finding, one));
  }
  const taken: Taken[] = [];
  for await (const examined of examineAll(db, chosen, unwatched, {
    only: new Set(wanted.keys()),
  })) {
    const ofRecord = wanted.get(examined.raw.id) ?? new Map<string, Wanted>();
    wanted.delete(examined.raw.id);
    const mine = take(examined, ofRecord);
    taken.push({ recordId: examined.raw.id, number: examined.number, decisions: mine });
  }
  if (wanted.size > 0) throw new Failure('preflight-finding-unknown');
  const role = roleHere(db);
  db.transaction(() => {
    for (const one of taken) {
      keepDecisions(db, one.number, one.decisions, { now: clock(), role });
      note(db, clock, one);
    }
  }).immediate();
  return { decided: taken.reduce((sum, one) => sum + one.decisions.length, 0) };
}

/** In an office with one person, who also approves, the officer decides. */
function roleHere(db: Database): DeciderRole {
  const active = activeProfiles(db);
  const me = active.find(({ isCurrent }) => isCurrent);
  return active.length > 1 && me?.isReviewer === true ? 'reviewer' : 'officer';
}

function take({ findings, names }: Examined, wanted: ReadonlyMap<string, Wanted>): NewDecision[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return [...wanted.values()].map(({ finding: id, decision, reason }) => {
    const finding = byId.get(id);
    if (finding === undefined) throw new Failure('preflight-finding-unknown');
    if (finding.kind === 'secrecy-marking') throw new Failure('state-secret-marked');
    if (!finding.options.includes(decision)) throw new Failure('preflight-decision-invalid');
    if (decision === 'keep' && reason === '') throw new Failure('preflight-reason-missing');
    if (reason !== '' && findInText(reason, names).length > 0) {
      throw new Failure('preflight-reason-reveals');
    }
    const { kind, textKey, content } = finding;
    return { finding: id, content, kind, textKey, decision, reason };
  });
}

/** One line for each decision and reason: how many of which kinds, never what they were. */
function note(db: Database, clock: Clock, { recordId, decisions }: Taken): void {
  const groups = new Map<
    string,
    { decision: string; reason: string; kinds: Map<string, number> }
  >();
  for (const { decision, reason, kind } of decisions) {
    const key = `${decision} ${reason}`;
    const group = groups.get(key) ?? { decision, reason, kinds: new Map<string, number>() };
    group.kinds.set(kind, (group.kinds.get(kind) ?? 0) + 1);
    groups.set(key, group);
  }
  for (const { decision, reason, kinds } of groups.values()) {
    appendAudit(db, clock, {
      action: 'preflight-decided',
      subject: recordId,
      detail: { decision, ...(reason === '' ? {} : { reason }), ...Object.fromEntries(kinds) },
    });
  }
}
