import type { Library, MarkFilter, RecordKind } from '../../../shared/contract/records.ts';
import { IS_OPEN_THREAD } from '../comments/open-threads.ts';

/** Records about which something is still to be settled. */
export const WITH_OPEN_COMMENTS = `SELECT record_number FROM comment_threads WHERE ${IS_OPEN_THREAD}`;

/** Sent for review by somebody else than `?`, and not for a colleague at another computer, nor there now. */
export const WAITS = `(SELECT who FROM status_changes WHERE record_number = records.number AND after = 'in-review'
    ORDER BY id DESC LIMIT 1) IS NOT ?
  AND NOT EXISTS (SELECT 1 FROM office_rounds WHERE record_number = records.number AND (state = 'away' OR role = 'author'))`;

/** What a list is narrowed to. */
export type ListQuestion = {
  kinds: readonly RecordKind[];
  library: Library;
  trashed: boolean;
  where: readonly MarkFilter[];
  words: string;
};
/** SQL over `records`, with its parameters. */
export type Condition = { sql: string; values: readonly string[] };

/**
 * The plus signs keep SQLite from starting with the marks, which would look into every row; `words` do look into the rows,
 * and come last, when the rest has left what it leaves.
 */
export function conditionOf({ kinds, library, trashed, where, words }: ListQuestion): Condition {
  const conditions = [trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL'];
  const values: string[] = [];
  if (kinds.length > 0) {
    conditions.push(`kind IN (${places(kinds)})`);
    values.push(...kinds);
  }
  if (!trashed) conditions.push(inLibrary(library));
  for (const { list, codes } of where) {
    if (list === 'unread') conditions.push('+number IN (SELECT number FROM unread_records)');
    else if (list === 'comments') conditions.push(`+number IN (${WITH_OPEN_COMMENTS})`);
    else if (list === 'waiting') {
      conditions.push(`+status = 'in-review' AND ${WAITS}`);
      values.push(codes[0] ?? '');
    } else if (list === 'kind' || list === 'status') {
      conditions.push(`+${list} IN (${places(codes)})`);
      values.push(...codes);
    } else {
      conditions.push(
        `+number IN (SELECT number FROM record_marks WHERE list = ? AND code IN (${places(codes)}))`,
      );
      values.push(list, ...codes);
    }
  }
  for (const word of words.split(/\s+/u).filter((each) => each !== '')) {
    conditions.push(
      "instr(lower(title || ' ' || case_numbers || ' ' || keywords || ' ' || tags), lower(?)) > 0",
    );
    values.push(word);
  }
  return { sql: conditions.join(' AND '), values };
}

/** Looked up by number for each entry of the walk: a list of what others sent would have to be made first. */
export function inLibrary(library: Library): string {
  return library === 'own'
    ? '+number NOT IN (SELECT record_number FROM received_records)'
    : `EXISTS (SELECT 1 FROM received_records WHERE record_number = +records.number AND library = '${library}')`;
}

export function both(one: Condition, other: Condition): Condition {
  return { sql: `${one.sql} AND ${other.sql}`, values: [...one.values, ...other.values] };
}

export function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
