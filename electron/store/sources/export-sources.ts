import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { sources } from '../../../shared/contract/sources.ts';
import { Failure } from '../../../shared/errors.ts';
import type { SourceItem } from '../../../shared/sources/csl-item.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Clock } from '../context.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { storedItem } from './source-row.ts';

type Export = (typeof sources)['sources.export'];
type Row = { id: string; item: string };

/** See `sources.export`. */
export function exportSources(
  db: Database,
  clock: Clock,
  { ids, file }: InputOf<Export>,
): OutputOf<Export> {
  const rows = ids.length === 0 ? everyRow(db) : ids.map((id) => chosenRow(db, id));
  const text = `${JSON.stringify(withIds(rows), null, 2)}\n`;
  const write = db.transaction(() => {
    appendAudit(db, clock, {
      action: 'sources-exported',
      subject: '',
      detail: { count: rows.length },
    });
    writeNewFile(file, text, 0o600);
  });
  write.immediate();
  return { exported: rows.length, file };
}

function everyRow(db: Database): Row[] {
  return db
    .prepare<[], Row>('SELECT id, item FROM sources WHERE trashed_at IS NULL ORDER BY number')
    .all();
}

/** Fails: `source-not-found`, also for one in the trash. */
function chosenRow(db: Database, id: string): Row {
  const row = db
    .prepare<[string], Row>('SELECT id, item FROM sources WHERE id = ? AND trashed_at IS NULL')
    .get(id);
  if (row === undefined) throw new Failure('source-not-found');
  return row;
}

/** Programs tell items apart by `id`: one that has none, or one that another has, goes by its own of here. */
function withIds(rows: readonly Row[]): SourceItem[] {
  const taken = new Set<string>();
  return rows.map(({ id, item }) => {
    const members = storedItem(item);
    const own = members.id === undefined ? null : String(members.id);
    const isFree = own !== null && !taken.has(own);
    taken.add(isFree ? own : id);
    if (isFree) return members;
    return own === null ? { id, ...members } : { ...members, id };
  });
}
