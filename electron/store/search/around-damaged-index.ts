import { Failure } from '../../../shared/errors.ts';
import { emptyPageIndex } from '../attachments/text/reindex-pages.ts';
import type { StoreContext } from '../context.ts';
import { isCorruptIndex } from './corrupt-index.ts';
import { emptyIndex } from './rebuild-index.ts';

/**
 * Does a command; a damaged full-text index keeps nobody from saving. FTS5 may find the damage only when the transaction is
 * committed, so the whole command has then changed nothing: the index is emptied, counts as incomplete, which offers to make it
 * anew, and the command is done once more.
 */
export async function aroundDamagedIndex<Value>(
  { open }: StoreContext,
  command: () => Promise<Value>,
): Promise<Value> {
  try {
    return await command();
  } catch (error) {
    const cause = error instanceof Failure ? error.cause : error;
    if (open === null || !isCorruptIndex(cause)) throw error;
    emptyIndex(open.db);
    emptyPageIndex(open.db);
    return command();
  }
}
