import type { Database } from 'better-sqlite3';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { formatDate } from '../../../shared/i18n/format.ts';
import { factors } from '../../../shared/designation/score.ts';
import { csvLine } from '../../../shared/tables/columns.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { decisionOf, openBoard, type DecidedBoard } from './decide.ts';

/** See `designation.export`. Chinese in every language of the window, as a table that goes to others is. */
export function exportBoard(
  db: Database,
  clock: Clock,
  { id, file }: { id?: string | undefined; file: string },
): { candidates: number } {
  const decision = id === undefined ? null : decisionOf(db, id);
  const board = decision?.board ?? openBoard(db);
  const words = wordsOf('zh-CN').designation;
  const top =
    decision === null
      ? csvLine([words.exportOpen])
      : csvLine([decision.name, formatDate(decision.decidedAt), words.reasons, decision.reasons]);
  const weights = csvLine([
    words.weights,
    ...factors.map((factor) => `${words.factors[factor]} × ${board.weights[factor]}`),
    board.period ?? '',
  ]);
  const uncovered = csvLine([
    words.uncovered,
    ...board.uncovered.map((region) => codeName('region', region, 'zh-CN')),
  ]);
  const text = `\ufeff${top}${weights}${uncovered}${tableOf(board)}`;
  db.transaction(() => {
    appendAudit(db, clock, {
      action: 'designation-exported',
      subject: id ?? 'open',
      detail: { candidates: board.candidates.length },
    });
    writeNewFile(file, text, 0o600);
  }).immediate();
  return { candidates: board.candidates.length };
}

function tableOf(board: DecidedBoard): string {
  const { designation: words, registry } = wordsOf('zh-CN');
  const head = csvLine([
    registry.fields.name,
    registry.fields.region,
    registry.fields.batches,
    ...factors.map((factor) => words.factors[factor]),
    ...factors.map((factor) => words.partOf(words.factors[factor])),
    words.sum,
    words.chosen,
    words.note,
  ]);
  const lines = board.candidates.map((candidate) =>
    csvLine([
      candidate.name,
      codeName('region', candidate.region, 'zh-CN'),
      candidate.batches.map((batch) => registry.batches[batch]).join('、'),
      candidate.values.caseload ?? '',
      candidate.values.comprehensive ?? '',
      candidate.values.demonstration ? '是' : '否',
      candidate.values.province ?? '',
      candidate.values.coverage,
      ...factors.map((factor) => candidate.parts[factor].toFixed(2)),
      candidate.sum.toFixed(2),
      candidate.isChosen ? '是' : '',
      candidate.note,
    ]),
  );
  return head + lines.join('');
}
