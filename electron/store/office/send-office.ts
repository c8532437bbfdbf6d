import type { Database } from 'better-sqlite3';
import type { JobControl, OutputOf, InputOf } from '../../../shared/contract/define.ts';
import type { office, OfficeDirection } from '../../../shared/contract/office.ts';
import { HighestMarking } from '../../../shared/contract/packs.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import { Failure } from '../../../shared/errors.ts';
import { officeRecordText, type OfficeRecord } from '../../../shared/packs/office-record.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { workspaceOf, type Clock, type StoreContext } from '../context.ts';
import { textFile } from '../packs/bag.ts';
import { officePath } from '../packs/check-statement.ts';
import { writePack } from '../packs/export-pack.ts';
import { limits } from '../packs/limits.ts';
import { readAttached } from './read-attached.ts';
import { findOffice, type EnrolledOffice } from '../points/offices.ts';
import { examineAll } from '../preflight/examine-all.ts';
import { isLocked } from '../preflight/look.ts';
import { changeStatus } from '../records/change-status.ts';
import { mustSit } from '../review/take-step.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { readWritable } from '../revisions/keep-named.ts';
import { readKept } from '../revisions/record-content.ts';
import { buildOfficeRecord } from './build-office-record.ts';
import { roundAttachments } from './join-attachments.ts';
import { namesOfPeople } from './people.ts';
import { dropRound, packContent, putRound, roundWith, type Round } from './rounds.ts';

type Send = (typeof office)['office.send'];
type Going = {
  record: OfficeRecord;
  attached: AttachmentRow[];
  before: Round | undefined;
  step: RecordStatus | null;
};

/** See `office.send`. */
export async function sendOffice(
  context: StoreContext,
  { recordIds, to, file, direction, note }: InputOf<Send>,
  control: JobControl,
): Promise<OutputOf<Send>> {
  const { db, info } = workspaceOf(context);
  const { clock } = context;
  const colleague = findColleague(db, to);
  const ids = [...new Set(recordIds)];
  const who = mustSit(db).profileId;
  for (const id of ids) checkGoing(db, id, colleague, direction);
  await refuseSecrets(db, ids, control);
  const sentAt = clock();
  const going = ids.map((id) => prepare(db, id, { colleague, direction, who, note, sentAt }));
  const files = going.map(({ record }) =>
    textFile(officePath(record.id), officeRecordText(record)),
  );
  if (files.some(({ sizeInBytes }) => sizeInBytes > limits.recordFile)) {
    throw new Failure('pack-too-large');
  }
  const attached = await readAttached(
    db,
    going.flatMap((one) => one.attached),
    control,
  );
  const written = await writePack(
    db,
    clock,
    info,
    {
      recordIds: [],
      attachmentIds: [],
      statement: {
        format: 'jianzhi-statement',
        formatVersion: 1,
        kind: 'office',
        note,
        direction,
        records: files.map(({ sha256 }, at) => ({ recordId: ids[at] ?? '', sha256 })),
      },
      extra: [...files, ...attached],
      marking: highestOf(going),
      offices: [colleague],
      file,
      onNoted: {
        note: (packId) => {
          for (const one of going)
            noteSent(db, clock, one, { colleague, direction, who, note, packId });
        },
        unnote: () => {
          for (const one of going) unnoteSent(db, one, colleague);
        },
      },
    },
    control,
  );
  return { packId: written.packId, file: written.file, sizeInBytes: written.sizeInBytes };
}

/** Fails: `recipient-not-enrolled`, `office-not-colleague`. */
export function findColleague(db: Database, to: string): EnrolledOffice {
  const found = findOffice(db, to);
  if (found === null) throw new Failure('recipient-not-enrolled', { to });
  if (!found.isColleague) throw new Failure('office-not-colleague', { name: found.name });
  return found;
}

/** What is for review may become so; what goes back came from there; nothing goes while something waits to be joined. */
function checkGoing(
  db: Database,
  id: RecordId,
  colleague: EnrolledOffice,
  direction: OfficeDirection,
): void {
  const { number } = readWritable(db, id);
  const status = db.prepare('SELECT status FROM records WHERE number = ?').pluck().get(number);
  // Another office's, taken in.
  if (status === null) throw new Failure('record-read-only');
  const round = roundWith(db, number, colleague.id);
  const isOpen = db.prepare('SELECT 1 FROM office_merges WHERE record_number = ?').get(number);
  if (isOpen !== undefined) throw new Failure('office-merge-open');
  const isTheirs = round?.role === 'reviewer';
  if ((direction === 'back') !== isTheirs) {
    throw new Failure(direction === 'back' ? 'office-not-reviewer' : 'office-is-theirs', {
      name: colleague.name,
    });
  }
}

/** Record and attachments are looked through for the one thing that must not be here at all. Fails: `state-secret-marked`. */
async function refuseSecrets(
  db: Database,
  ids: readonly RecordId[],
  control: JobControl,
): Promise<void> {
  const find = db
    .prepare<[string], string>(
      `SELECT id FROM record_attachments WHERE removed_at IS NULL
         AND record_number = (SELECT number FROM records WHERE id = ?)`,
    )
    .pluck();
  const attachmentIds = ids.flatMap((id) => find.all(id) as AttachmentRow['id'][]);
  for await (const examined of examineAll(db, { recordIds: ids, attachmentIds }, control)) {
    if (isLocked(examined)) throw new Failure('state-secret-marked');
  }
}

type Sending = {
  colleague: EnrolledOffice;
  direction: OfficeDirection;
  who: string;
  note: string;
};

function prepare(
  db: Database,
  id: RecordId,
  { colleague, direction, who, note, sentAt }: Sending & { sentAt: number },
): Going {
  const { number } = readKept(db, id);
  keepRevision(db, number, { reason: 'status' });
  const status = db.prepare('SELECT status FROM records WHERE number = ?').pluck().get(number);
  const before = roundWith(db, number, colleague.id);
  const from = status as RecordStatus;
  const step = direction === 'for-review' && from !== 'in-review' ? ('in-review' as const) : null;
  // What nobody decided here goes back undecided: there it is returned, with what was said.
  const told = direction === 'back' && from === 'in-review' ? ('returned' as const) : step;
  const name = namesOfPeople(db).get(who) ?? '';
  const built = buildOfficeRecord(db, id, {
    round: before,
    step:
      told === null ? null : { before: from, after: told, at: sentAt, who, name, comment: note },
  });
  return { ...built, before, step };
}

/** Inside the transaction that notes the pack. What was written meanwhile was not sent: the base is what the pack has. */
function noteSent(
  db: Database,
  clock: Clock,
  { record, before, step }: Going,
  { colleague, direction, who, note, packId }: Sending & { packId: string },
): void {
  const id = record.id as RecordId;
  const { number } = readKept(db, id);
  if (step !== null) changeStatus(db, clock, { id, to: step, who, comment: note, packId });
  putRound(db, {
    record_number: number,
    office_id: colleague.id,
    role: before?.role ?? (direction === 'back' ? 'reviewer' : 'author'),
    state: 'away',
    at: clock(),
    base_revision: record.revision,
    base: packContent(record.content),
    is_other_approved: 0,
    attachments: roundAttachments(record.attachments),
  });
}

/** The file could not get its name: the pack's own steps are taken back with it. */
function unnoteSent(db: Database, { record, before }: Going, colleague: EnrolledOffice): void {
  const { number } = readKept(db, record.id as RecordId);
  if (before === undefined) dropRound(db, number, colleague.id);
  else putRound(db, before);
}

function highestOf(going: readonly Going[]): HighestMarking {
  const ranks = going.map(({ record }) =>
    HighestMarking.options.indexOf(record.content.fields.marking ?? 'none'),
  );
  return HighestMarking.options[Math.max(0, ...ranks)] ?? 'none';
}
