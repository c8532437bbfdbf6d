import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { leftoversIn } from '../preflight/leftovers.ts';
import { openNames } from '../preflight/known-names.ts';

/**
 * What somebody writes to another office beside the records must hold nothing that the scanner finds and no real name that this
 * workspace knows; nobody decides to keep something of it. `about`: the number of the record it is about, if it is one here.
 * Fails: `state-secret-marked`, `answer-reveals` (`kind`: what was found first).
 */
export function refuseRevealing(db: Database, text: string, about: number | null): void {
  const [found] = revealedIn(db, text, about);
  if (found === undefined) return;
  if (found.kind === 'secrecy-marking') throw new Failure('state-secret-marked');
  throw new Failure('answer-reveals', { kind: found.kind });
}

/** The same for what can be left out instead: the words, or nothing where they may not leave. */
export function unlessRevealing(db: Database, text: string, about: number | null): string {
  return revealedIn(db, text, about).length === 0 ? text : '';
}

function revealedIn(db: Database, text: string, about: number | null) {
  const own = about ?? 0;
  const { names } = openNames(db, [own]).of(own, text);
  return leftoversIn(text, names, []);
}
