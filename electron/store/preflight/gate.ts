import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import {
  exportedRecordText,
  type ExportedRecord,
} from '../../../shared/document/exported-record.ts';
import type { PreflightDecision, PreflightKind } from '../../../shared/preflight/finding.ts';
import { Failure } from '../../../shared/errors.ts';
import { readChosen } from '../packs/read-chosen.ts';
import { examineAll, isOpen, namesTogether, type Chosen } from './examine-all.ts';
import { openAttachedFiles } from './attached-file.ts';
import type { DeciderRole } from './decisions.ts';
import type { Attached, Examined, Finding } from './finding.ts';
import { leavingNames, leavingRecord } from './leaving-record.ts';
import { isLocked } from './look.ts';
import type { Cleared } from './rescan.ts';
import { ownCopy } from './text-around.ts';

/** One line of the report that travels: never the words found, nor a hash of them. */
export type ReportLine = {
  recordId: string;
  rule: PreflightKind;
  /** What leads to the text in the exported record; `attachments/0/name`, `attachments/0/text/3`, `attachments/0`. */
  place: string;
  /** UTF-16 units of the exported text. */
  start: number;
  end: number;
  decision: PreflightDecision;
  role: DeciderRole;
};

/** A record that may leave: as it leaves, with its files and the report about it. */
export type Departing = {
  record: ExportedRecord;
  attached: readonly (Attached & { name: string })[];
  report: readonly ReportLine[];
  /** What the last look at the written bytes has to know. */
  cleared: Cleared;
};

/**
 * Hands out, one after another, the records that may leave, as they leave, and nothing before everything was decided. Fails:
 * `state-secret-marked`, `preflight-open` (`open`: how many), and as `preflight.look`. `revisionOf` is asked for each.
 */
export async function* departing(
  db: Database,
  chosen: Chosen,
  control: JobControl,
  revisionOf: (recordId: string) => number,
): AsyncGenerator<Departing> {
  const table = namesTogether(db, chosen);
  const files = openAttachedFiles(db);
  try {
    let open = 0;
    for await (const examined of examineAll(db, chosen, control, { files, table })) {
      if (isLocked(examined)) throw new Failure('state-secret-marked');
      open += examined.findings.filter(isOpen).length;
    }
    if (open > 0) throw new Failure('preflight-open', { open });
    for await (const examined of examineAll(db, chosen, control, { files, table })) {
      // Somebody may have written meanwhile.
      if (examined.findings.some(isOpen)) throw new Failure('preflight-open', { open: 1 });
      yield depart(db, examined, (id) => table.whileWriting(() => revisionOf(id)));
    }
  } finally {
    files.close();
  }
}

/** In one go from the text that was looked through to the text that leaves: nobody writes in between. */
function depart(
  db: Database,
  examined: Examined,
  revisionOf: (recordId: string) => number,
): Departing {
  const { raw, names, findings } = examined;
  if (exportedRecordText(readChosen(db, raw.id)) !== exportedRecordText(raw)) {
    throw new Failure('preflight-open', { open: 1 });
  }
  const revision = revisionOf(raw.id);
  const hashes = new Map<string, string>(
    examined.attached.map(({ row, file }) => [row.id, file.sha256]),
  );
  const whole = readChosen(db, raw.id, { contentOf: (id) => hashes.get(id) ?? null });
  const { record, placed } = leavingRecord(examined, { ...whole, revision });
  const attachedNames = leavingNames(examined);
  const lines = placed.map(({ finding, path, start, end }) =>
    lineOf(raw.id, finding, path.join('/'), start, end),
  );
  const others = findings
    .filter(({ attachment, pieces }) => attachment !== null || pieces.length === 0)
    .filter(({ kind, decided }) => kind !== 'attachment-remarks' || decided?.decision === 'keep')
    .map((finding) => {
      const [piece] = finding.pieces;
      const place = piece?.path.join('/') ?? placeOfFile(finding);
      return lineOf(raw.id, finding, place, ...stretchOf(finding));
    });
  return {
    record,
    attached: examined.attached.map((one, at) => ({ ...one, name: attachedNames[at] ?? '' })),
    report: [...lines, ...others],
    cleared: {
      names,
      // Of all records until the last one is written, so nothing more of them than that.
      kept: findings
        .filter(({ decided }) => decided?.decision === 'keep')
        .map(({ kind, textKey }) => ({ kind, textKey: ownCopy(textKey) })),
      files: examined.attached.map(({ file }) => file.sha256),
    },
  };
}

function placeOfFile({ attachment }: Finding): string {
  return attachment === null ? 'output' : `attachments/${attachment}`;
}

/** Of what was replaced in a name, the place alone: the words there are others now. */
function stretchOf({ pieces: [piece], decided }: Finding): [start: number, end: number] {
  if (piece === undefined) return [0, 0];
  return decided?.decision === 'keep' ? [piece.start, piece.end] : [piece.start, piece.start];
}

function lineOf(
  recordId: string,
  { kind, decided }: Finding,
  place: string,
  start: number,
  end: number,
): ReportLine {
  if (decided === null) throw new Failure('preflight-open', { open: 1 });
  return {
    recordId,
    // A file with remarks is one that has not been cleaned altogether.
    rule: kind === 'attachment-remarks' ? 'attachment-uncleaned' : kind,
    place,
    start,
    end,
    decision: decided.decision,
    role: decided.role,
  };
}
