import type { Database } from 'better-sqlite3';
import type { InputOf, JobControl } from '../../../shared/contract/define.ts';
import type { guidance } from '../../../shared/contract/guidance.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { maySend } from '../../../shared/packs/pack-kinds.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import type { Clock } from '../context.ts';
import { isOthers } from '../inbox/is-others.ts';
import { writePack, type ExportedPack } from '../packs/export-pack.ts';
import { inPackTurn } from '../packs/in-pack-turn.ts';
import { limits } from '../packs/limits.ts';
import { enrolledOffices, findOffice, type EnrolledOffice } from '../points/offices.ts';
import { currentKeys, ownCard } from '../points/own-keys.ts';
import { refuseUnapproved } from '../review/unapproved.ts';
import { regardedRecords } from './regarded-records.ts';

type Request = InputOf<(typeof guidance)['guidance.write']>;

/** See `guidance.write`. */
export async function writeGuidance(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { recordIds, attachmentIds, note, cards, to, regarding, file }: Request,
  control: JobControl,
): Promise<ExportedPack> {
  if (info.kind === 'contact-point') throw new Failure('guidance-not-from-here');
  if (recordIds.length === 0 && note === '' && cards.length === 0) {
    throw new Failure('guidance-empty');
  }
  refuseOthers(db, recordIds);
  refuseUnapproved(db, recordIds);
  refuseRevealing(db, note, null);
  const regarded = regardedRecords(db, regarding);
  const [about] = regarded;
  const offices = recipientsOf(
    db,
    info,
    to ?? (about === undefined ? undefined : [about.officeId]),
  );
  if (about !== undefined && (offices.length > 1 || offices[0].id !== about.officeId)) {
    throw new Failure('guidance-regards-others');
  }
  const statement: StatementOf<'guidance'> = {
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'guidance',
    note,
    regarding: regarded,
    cards: [...new Set(cards)].map((one) => cardOf(db, info, one)),
  };
  const pack = {
    recordIds: [...new Set(recordIds)],
    attachmentIds,
    statement,
    extra: [],
    offices,
    file,
  };
  return inPackTurn(db, () => writePack(db, clock, info, pack, control));
}

/** Their text is their sender's, and nobody here has approved it. */
function refuseOthers(db: Database, recordIds: readonly string[]): void {
  const find = db.prepare<[string], { number: number; title: string }>(
    'SELECT number, title FROM records WHERE id = ?',
  );
  for (const id of recordIds) {
    const row = find.get(id);
    if (row !== undefined && isOthers(db, row.number)) {
      throw new Failure('record-not-own', { title: row.title });
    }
  }
}

function cardOf(db: Database, info: WorkspaceInfo, one: string): string {
  if (one === 'own') return ownCard(currentKeys(db), info).text;
  const office = findOffice(db, one);
  if (office === null) throw new Failure('recipient-not-enrolled', { to: one });
  return office.card;
}

/** Fails: `recipient-not-enrolled`, `guidance-no-recipients`, `pack-too-large`. */
function recipientsOf(
  db: Database,
  info: WorkspaceInfo,
  to: readonly string[] | undefined,
): [EnrolledOffice, ...EnrolledOffice[]] {
  const chosen =
    to === undefined
      ? enrolledOffices(db).filter(({ kind }) => maySend('guidance', info.kind, kind))
      : to.map((one) => {
          const office = findOffice(db, one);
          if (office === null) throw new Failure('recipient-not-enrolled', { to: one });
          return office;
        });
  const [first, ...rest] = new Map(chosen.map((office) => [office.id, office])).values();
  if (first === undefined) throw new Failure('guidance-no-recipients');
  if (rest.length >= limits.recipients) throw new Failure('pack-too-large');
  return [first, ...rest];
}
