import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import {
  Candidate,
  DesignationId,
  Weights,
  type designation,
} from '../../../shared/contract/designation.ts';
import { RegionCode } from '../../../shared/contract/registry.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { wholeBoard } from './board.ts';

type Decide = (typeof designation)['designation.decide'];
type Decisions = (typeof designation)['designation.decisions'];

/** A board as it was decided. */
export const DecidedBoard = z.object({
  weights: Weights,
  period: z.string().nullable(),
  countsPoints: z.boolean(),
  uncovered: z.array(RegionCode),
  candidates: z.array(Candidate),
});
export type DecidedBoard = z.output<typeof DecidedBoard>;

/** The open board as it would be decided now. */
export function openBoard(db: Database): DecidedBoard {
  const { counting, period, candidates, uncovered } = wholeBoard(db);
  const { weights, countsPoints } = counting;
  return { weights, period, countsPoints, uncovered, candidates };
}

/** See `designation.decide`. */
export function decide(
  db: Database,
  clock: Clock,
  { name, reasons }: InputOf<Decide>,
): OutputOf<Decide> {
  if (reasons.trim() === '') throw new Failure('designation-reasons-missing');
  const write = db.transaction(() => {
    const board = openBoard(db);
    const chosen = board.candidates.filter(({ isChosen }) => isChosen);
    if (chosen.length === 0) throw new Failure('designation-none-chosen');
    const now = clock();
    const id = DesignationId.parse(uuidv7({ msecs: now }));
    // The stored text is what is hashed; shares are no whole numbers, which canonical JSON has alone.
    const text = JSON.stringify(DecidedBoard.parse(board));
    db.prepare('INSERT INTO designation_decisions VALUES (?, ?, ?, ?, ?)').run(
      id,
      name,
      now,
      reasons.trim(),
      text,
    );
    db.prepare('DELETE FROM designation_choices').run();
    appendAudit(db, () => now, {
      action: 'designation-decided',
      subject: id,
      detail: {
        chosen: chosen.length,
        candidates: board.candidates.length,
        uncovered: board.uncovered.length,
        sha256: createHash('sha256').update(`${reasons.trim()}\n${text}`).digest('hex'),
      },
    });
    return { id };
  });
  return write.immediate();
}

/** See `designation.decisions`. */
export function listDecisions(
  db: Database,
  { offset, limit }: InputOf<Decisions>,
): OutputOf<Decisions> {
  const total = db.prepare('SELECT count(*) FROM designation_decisions').pluck().get() as number;
  const rows = db
    .prepare(
      `SELECT id, name, decided_at AS decidedAt, reasons,
         json_array_length(board, '$.uncovered') AS uncovered, json_array_length(board, '$.candidates') AS candidates,
         (SELECT count(*) FROM json_each(board, '$.candidates') WHERE json_extract(value, '$.isChosen')) AS chosen
       FROM designation_decisions ORDER BY decided_at DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .all(limit, offset) as OutputOf<Decisions>['items'];
  return { items: rows, offset, total };
}

/** Fails: `designation-not-found`. */
export function decisionOf(
  db: Database,
  id: string,
): { name: string; reasons: string; decidedAt: number; board: DecidedBoard } {
  const row = db
    .prepare<[string], { name: string; reasons: string; decided_at: number; board: string }>(
      'SELECT name, reasons, decided_at, board FROM designation_decisions WHERE id = ?',
    )
    .get(id);
  if (row === undefined) throw new Failure('designation-not-found');
  const { name, reasons, decided_at: decidedAt } = row;
  return { name, reasons, decidedAt, board: DecidedBoard.parse(JSON.parse(row.board)) };
}
