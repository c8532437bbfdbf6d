import type Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import { fold } from '../../shared/text/fold.ts';
import { termsOf } from '../../shared/text/terms.ts';

/** What search would be with LIKE alone: every row's texts are read. The same first twenty, without snippets. */
export function createLike(db: Database.Database): (query: string) => unknown {
  return (query) => {
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    const each = "(title || keywords || case_numbers || document) LIKE ? ESCAPE '\\'";
    return db
      .prepare(
        `SELECT number FROM records WHERE trashed_at IS NULL AND ${terms.map(() => each).join(' AND ')}
         ORDER BY number DESC LIMIT 20`,
      )
      .pluck()
      .all(...terms.map((term) => `%${term.replaceAll(/[\\%_]/g, '\\$&')}%`));
  };
}

/** MiniSearch over titles and keywords, a token a character: it knows no phrases and no texts. */
export function createMiniSearch(db: Database.Database): (query: string) => unknown {
  const index = new MiniSearch<{ id: number; title: string; keywords: string }>({
    fields: ['title', 'keywords'],
    tokenize: (text) => Array.from(fold(text)).filter((one) => one.trim() !== ''),
  });
  index.addAll(
    db.prepare('SELECT number AS id, title, keywords FROM records').all() as {
      id: number;
      title: string;
      keywords: string;
    }[],
  );
  return (query) => index.search(query, { combineWith: 'AND' }).slice(0, 20);
}
