import type { ExportedRecord } from '../document/exported-record.ts';
import { namedParties } from '../text/parties/named-parties.ts';
import { basePseudonym } from '../text/parties/pseudonym.ts';
import { passagesOf, piecesOf, scanRecord, type Strip } from '../text/scan/scan-record.ts';
import { scanText } from '../text/scan/scan-text.ts';
import type { KnownName, PreflightKind, TextFinding } from './finding.ts';
import { findPartyNames } from './find-party-names.ts';

/** How the name of somebody who is in no table is hidden, unless it is kept. */
export type Suggest = (name: string) => string;

/**
 * Everything in the texts of a record that somebody has to decide about before it leaves: what the scanner finds, the real
 * names, and whoever is named like a party, wherever else that name stands.
 */
export function findInRecord(
  record: ExportedRecord,
  names: readonly KnownName[],
  suggest: Suggest = basePseudonym,
): TextFinding[] {
  const scanned: TextFinding[] = scanRecord(record).map((found) => ({
    ...found,
    pseudonym: null,
    isMinor: false,
  }));
  const passages = passagesOf(record);
  const whole = passages.map(({ strips }) => joined(strips)).join('\n');
  const others = namedIn(whole, names, suggest);
  const named = passages.flatMap(({ strips }) =>
    namesIn(joined(strips), names, others).map((found) => ({
      ...found,
      pieces: piecesOf(found, strips),
    })),
  );
  return [...scanned, ...named];
}

function joined(strips: readonly Strip[]): string {
  return strips.map(({ text }) => text).join('\n');
}

type PlainFinding = Omit<TextFinding, 'pieces'> & { start: number; end: number };

/** The same in a plain text, such as an attachment's or a reason's. */
export function findInText(
  text: string,
  names: readonly KnownName[],
  { isBeginning = true }: { isBeginning?: boolean } = {},
): PlainFinding[] {
  const scanned = scanText(text, { isBeginning }).map(({ kind, start, end }) => ({
    kind: kind as PreflightKind,
    start,
    end,
    text: text.slice(start, end),
    pseudonym: null,
    isMinor: false,
  }));
  return [...scanned, ...namesIn(text, names, namedIn(text, names, basePseudonym))];
}

/** Whoever a text names like a party and who is not known. */
function namedIn(text: string, known: readonly KnownName[], suggest: Suggest): KnownName[] {
  return namedParties(text)
    .filter(
      ({ name }) =>
        !findPartyNames(name, known).some((hit) => hit.start === 0 && hit.end === name.length),
    )
    .map(({ name, role }) => ({ name, pseudonym: suggest(name), isMinor: role === 'minor' }));
}

function namesIn(
  text: string,
  known: readonly KnownName[],
  others: readonly KnownName[],
): PlainFinding[] {
  const all = [...known, ...others];
  return findPartyNames(text, all).map(({ name: at, start, end }) => ({
    kind: at < known.length ? 'party-name' : 'named-party',
    start,
    end,
    text: text.slice(start, end),
    pseudonym: all[at]?.pseudonym ?? null,
    isMinor: all[at]?.isMinor ?? false,
  }));
}
