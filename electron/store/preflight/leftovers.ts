import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { findInRecord } from '../../../shared/preflight/find-in-record.ts';
import type { KnownName, PreflightKind } from '../../../shared/preflight/finding.ts';
import { bareName, findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import { scanText } from '../../../shared/text/scan/scan-text.ts';
import { textOfPage } from './text-of-page.ts';

export type Leftover = { kind: PreflightKind; text: string; isMinor: boolean };
/** What was decided to stay as it is, each as often as it may. */
export type Kept = readonly { kind: PreflightKind; textKey: string }[];

const nameKinds: ReadonlySet<PreflightKind> = new Set<PreflightKind>(['party-name', 'named-party']);

/** What is found in a record as it leaves, and in its page, that nobody decided to keep. */
export function leftoversOf(
  record: ExportedRecord,
  names: readonly KnownName[],
  kept: Kept,
): Leftover[] {
  const page = textOfPage(renderRecordHtml(record), record);
  const found = [
    ...uncovered(findInRecord(record, names), kept),
    ...leftoversIn(page, names, kept),
  ];
  const first = new Map(found.map((one) => [`${one.kind} ${bareName(one.text)}`, one]));
  return [...first.values()];
}

/** The same in lines of plain text: real names across lines, everything else line by line. */
export function leftoversIn(text: string, names: readonly KnownName[], kept: Kept): Leftover[] {
  const named = findPartyNames(text, names).map(({ name, start, end }) => ({
    kind: 'party-name' as const,
    text: text.slice(start, end),
    isMinor: names[name]?.isMinor ?? false,
  }));
  const scanned = text.split('\n').flatMap((line) =>
    scanText(line, { isBeginning: false }).map(({ kind, start, end }) => ({
      kind,
      text: line.slice(start, end),
      isMinor: false,
    })),
  );
  return [...named, ...scanned].filter((one) => !isKept(one, kept));
}

/** Names are counted: one that stays in one place does not stay in another for that. */
function uncovered(found: readonly Leftover[], kept: Kept): Leftover[] {
  const left = new Map<string, number>();
  for (const { kind, textKey } of kept) {
    const key = keyOf(kind, textKey);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return found
    .filter((one) => {
      const key = keyOf(one.kind, bareName(one.text));
      const rest = left.get(key) ?? 0;
      left.set(key, rest - 1);
      return rest <= 0 && (nameKinds.has(one.kind) || !isKept(one, kept));
    })
    .map(({ kind, text, isMinor }) => ({ kind, text, isMinor }));
}

/** A name is known as a party's or by what the text calls it: both are the same name. */
function keyOf(kind: PreflightKind, textKey: string): string {
  return nameKinds.has(kind) ? `name ${textKey}` : textKey;
}

/** A number that is part of what stays, such as a telephone in an address, stays with it. */
function isKept({ kind, text }: Leftover, kept: Kept): boolean {
  const key = bareName(text);
  if (kind === 'secrecy-marking') return false;
  const isName = nameKinds.has(kind);
  return kept.some((one) =>
    isName
      ? nameKinds.has(one.kind) && one.textKey === key
      : !nameKinds.has(one.kind) && one.textKey.includes(key),
  );
}
