import type { Database } from 'better-sqlite3';
import { setImmediate } from 'node:timers/promises';
import type { JobControl } from '../../../../shared/contract/define.ts';
import type { ImportCandidate } from '../../../../shared/contract/imports.ts';
import type { RecordId } from '../../../../shared/contract/records.ts';
import { sectionText, type DocumentTree } from '../../../../shared/document/tree.ts';
import { Failure } from '../../../../shared/errors.ts';
import { fold } from '../../../../shared/text/fold.ts';
import { resemblanceOf, sketchOf } from '../../../../shared/text/shingles.ts';

type Near = ImportCandidate['near'];
type Known = { id: RecordId | null; title: string; sketch: Uint32Array };
/** A text as it is compared: by its sketch (`sketchOf`) and its numbers. */
type Compared = { title: string; caseNumbers: readonly string[]; sketch: Uint32Array };
type Text = { title: string; caseNumbers: readonly string[]; lines: readonly string[] };

/**
 * At least so much of the text must be the same. In the sample library the most alike of different records share 16 %
 * of their runs; a record with a tenth of its clauses rewritten shares 68 % or more with itself, with a fifth 55 %.
 */
const LEAST_ALIKE = 0.4;
/** Texts are compared only if they share two of their first 24: for texts that alike it is all but certain. */
const PROBES = 24;
const LEAST_SHARED = 2;
/** Records between two pauses. */
const AT_ONCE = 10;

/** Texts seen so far: `meet` says which one much resembles a text, and remembers the text. */
export type NearDuplicates = { meet(text: Compared): Near };

/** Starts from all records that are not in the trash. Fails: `cancelled`. */
export async function startNearDuplicates(
  db: Database,
  control: JobControl,
): Promise<NearDuplicates> {
  const byProbe = new Map<number, Known[]>();
  const byNumber = new Map<string, Known>();
  const remember = (known: Known, caseNumbers: readonly string[]) => {
    for (const probe of known.sketch.subarray(0, PROBES)) {
      const others = byProbe.get(probe);
      if (others === undefined) byProbe.set(probe, [known]);
      else others.push(known);
    }
    for (const number of caseNumbers)
      if (!byNumber.has(fold(number))) byNumber.set(fold(number), known);
  };
  for await (const { id, text } of storedTexts(db, control)) {
    remember({ id, title: text.title, sketch: sketchOf(text.lines) }, text.caseNumbers);
  }
  const meet = ({ title, caseNumbers, sketch }: Compared): Near => {
    const alike = mostAlike(byProbe, sketch);
    const numbered = caseNumbers
      .map((number) => byNumber.get(fold(number)))
      .find((known) => known !== undefined);
    remember({ id: null, title, sketch }, caseNumbers);
    if (alike !== null) return { id: alike.id, title: alike.title, because: 'text' };
    return numbered === undefined
      ? null
      : { id: numbered.id, title: numbered.title, because: 'case-number' };
  };
  return { meet };
}

function mostAlike(byProbe: ReadonlyMap<number, Known[]>, sketch: Uint32Array): Known | null {
  const shared = new Map<Known, number>();
  for (const probe of sketch.subarray(0, PROBES)) {
    for (const known of byProbe.get(probe) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  }
  let best: { known: Known; alike: number } | null = null;
  for (const [known, times] of shared) {
    if (times < Math.min(LEAST_SHARED, sketch.length)) continue;
    const alike = resemblanceOf(known.sketch, sketch);
    if (alike >= LEAST_ALIKE && alike > (best?.alike ?? 0)) best = { known, alike };
  }
  return best?.known ?? null;
}

async function* storedTexts(
  db: Database,
  control: JobControl,
): AsyncGenerator<{ id: RecordId; text: Text }> {
  const total = db
    .prepare('SELECT count(*) FROM records WHERE trashed_at IS NULL')
    .pluck()
    .get() as number;
  const page = db.prepare(
    `SELECT number, id, title, case_numbers AS numbers, document FROM records
     WHERE trashed_at IS NULL AND number > ? ORDER BY number LIMIT ?`,
  );
  let [last, done] = [0, 0];
  for (;;) {
    control.report({ done, total, phase: 'comparing' });
    await setImmediate();
    if (control.signal.aborted) throw new Failure('cancelled');
    const rows = page.all(last, AT_ONCE) as {
      number: number;
      id: RecordId;
      title: string;
      numbers: string;
      document: string;
    }[];
    for (const row of rows) {
      const document = JSON.parse(row.document) as DocumentTree;
      const lines = [
        row.title,
        ...document.sections.flatMap((section) => [section.heading, sectionText(section)]),
      ];
      yield {
        id: row.id,
        text: { title: row.title, caseNumbers: JSON.parse(row.numbers) as string[], lines },
      };
      last = row.number;
    }
    done += rows.length;
    if (rows.length < AT_ONCE) return;
  }
}
