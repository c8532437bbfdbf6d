import { findInText } from '../../../shared/preflight/find-in-record.ts';
import type { KnownName } from '../../../shared/preflight/finding.ts';
import { bareName, findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import type { HiddenCount } from '../../../shared/preflight/hidden-part.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { heldIn, type AttachedFile, type FileContent } from './attached-file.ts';
import { optionsFor, type FoundHere } from './finding.ts';
import { foundFor } from './remembered-files.ts';
import { ownCopy, wordsAround } from './text-around.ts';

/**
 * What has to be decided about an attachment: its name, its text, and what nobody could read or take out. `key` is that of the
 * names.
 */
export async function examineAttachment(
  row: Pick<AttachmentRow, 'name'>,
  file: AttachedFile,
  { names, key }: { names: readonly KnownName[]; key: string },
  attachment: number,
): Promise<FoundHere[]> {
  const { name } = row;
  const inName = findInText(name, names, { isBeginning: false }).map(
    ({ start, end, ...found }): FoundHere => ({
      ...found,
      ...wordsAround(name, start, end),
      place: { where: 'attachment-name', name, page: 0 },
      pieces: [{ path: ['attachments', attachment, 'name'], start, end }],
      attachment,
      holds: [],
      options: optionsFor(found, ['pseudonym', 'mask', 'keep']),
    }),
  );
  const inContent = await foundFor(file.found, key, () => inside(file, names));
  return [
    ...inName,
    ...inContent.map((found) => placed(found, name, attachment)),
    ...asFile(row, file, attachment),
  ];
}

/** What was found in a file, whatever it is called and wherever it stands among those of a record. */
async function inside(file: AttachedFile, names: readonly KnownName[]): Promise<FoundHere[]> {
  // Of what nobody looks into there are but the bytes, which are searched for names.
  if (file.isOpaque && names.length === 0) return [];
  const content = await file.content();
  const unnamed = { name: '' };
  const found = [
    ...inText(content, names),
    ...inHidden(unnamed, content, names, 0),
    ...inBytes(unnamed, content, names, 0),
  ];
  // Stretches of a text keep the whole of it in memory.
  return found.map((one) => ({
    ...one,
    text: ownCopy(one.text),
    before: ownCopy(one.before),
    after: ownCopy(one.after),
  }));
}

function placed(found: FoundHere, name: string, attachment: number): FoundHere {
  return {
    ...found,
    place: { ...found.place, name },
    pieces: found.pieces.map(({ path: [first = '', , ...rest], start, end }) => ({
      path: [first, attachment, ...rest],
      start,
      end,
    })),
    attachment,
  };
}

function inText({ pages }: FileContent, names: readonly KnownName[]): FoundHere[] {
  return pages.flatMap(({ page, text }) =>
    findInText(text, names, { isBeginning: page <= 1 }).map(
      ({ start, end, ...found }): FoundHere => ({
        ...found,
        ...wordsAround(text, start, end),
        place: { where: 'attachment-text', name: '', page },
        pieces: [{ path: ['attachments', 0, 'text', page], start, end }],
        attachment: 0,
        holds: [],
        pseudonym: null,
        options: optionsFor(found, ['keep']),
      }),
    ),
  );
}

/** What is written in a file beside its pages and leaves with it; what says the same in the same place is found once. */
function inHidden(
  { name }: Pick<AttachmentRow, 'name'>,
  file: FileContent,
  names: readonly KnownName[],
  attachment: number,
): FoundHere[] {
  const first = new Map<string, FoundHere>();
  for (const { part, page, text } of file.texts) {
    for (const { start, end, ...found } of findInText(text, names, { isBeginning: false })) {
      first.set(`${found.kind} ${part} ${page} ${found.text}`, {
        ...found,
        ...wordsAround(text, start, end),
        place: { where: 'attachment-hidden', name, page, part },
        pieces: [],
        attachment,
        holds: [],
        pseudonym: null,
        options: optionsFor(found, ['keep']),
      });
    }
  }
  return [...first.values()];
}

/** Names that no reader showed but the bytes hold: in what is hidden in the file. */
function inBytes(
  { name }: Pick<AttachmentRow, 'name'>,
  file: FileContent,
  names: readonly KnownName[],
  attachment: number,
): FoundHere[] {
  if (names.length === 0) return [];
  const shown = [...file.pages, ...file.texts].map(({ text }) => text).join('\n');
  const searched = names.filter(({ name: real }) => Array.from(bareName(real)).length >= 2);
  const held = new Set(
    heldIn(
      file,
      searched.map((one) => one.name),
    ),
  );
  return searched
    .filter((one) => held.has(one.name) && findPartyNames(shown, [one]).length === 0)
    .map((one) => ({
      kind: 'party-name',
      text: one.name,
      before: '',
      after: '',
      place: { where: 'attachment', name, page: 0 },
      pieces: [],
      attachment,
      holds: [],
      pseudonym: null,
      options: optionsFor({ kind: 'party-name', isMinor: one.isMinor, pseudonym: null }, ['keep']),
    }));
}

/** Remarks go, unless somebody decides that they stay: without who made them, and with their words looked through. */
export function remarksOf(
  row: Pick<AttachmentRow, 'name'>,
  { remarks }: AttachedFile,
  attachment: number,
): FoundHere[] {
  if (remarks === 0) return [];
  const holds = [{ part: 'annotation' as const, count: remarks }];
  return [aboutFile('attachment-remarks', row, attachment, holds, ['mask', 'keep'])];
}

function asFile(
  row: Pick<AttachmentRow, 'name'>,
  { isRead, isCleaned, left }: AttachedFile,
  attachment: number,
): FoundHere[] {
  if (isRead && isCleaned) return [];
  const kind = isRead ? 'attachment-uncleaned' : 'attachment-unread';
  return [aboutFile(kind, row, attachment, left, ['keep'])];
}

function aboutFile(
  kind: FoundHere['kind'],
  { name }: Pick<AttachmentRow, 'name'>,
  attachment: number,
  holds: readonly HiddenCount[],
  options: FoundHere['options'],
): FoundHere {
  return {
    kind,
    text: name,
    before: '',
    after: '',
    place: { where: 'attachment', name, page: 0 },
    pieces: [],
    attachment,
    holds,
    pseudonym: null,
    options,
  };
}
