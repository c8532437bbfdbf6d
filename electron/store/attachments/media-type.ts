import { splitFileName } from '../../../shared/text/file-name.ts';
import { isText } from './decode-beginning.ts';

/** Container formats: what is inside is told by the name, and believed only if the container is there. */
const ZIPPED: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  ofd: 'application/ofd',
};
const COMPOUND: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};
const WRITTEN: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  htm: 'text/html',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};
const OTHER = 'application/octet-stream';
/** The longest mark, and what follows it. */
const START_IN_BYTES = 32;

/** All of the beginning of a file that has to be known to tell what it is: some bytes, and whether it reads as a text. */
export type Beginning = { start: Buffer; isText: boolean };

export function beginningOf(head: Buffer): Beginning {
  return { start: Buffer.from(head.subarray(0, START_IN_BYTES)), isText: isText(head) };
}

/** What bytes are, told by their beginning; the name only says which of several things with the same beginning it is. */
export function mediaTypeOf({ start: head, isText }: Beginning, name: string): string {
  const { extension } = splitFileName(name);
  const picture = pictureTypeOf(head);
  if (picture !== null) return picture;
  if (startsWith(head, '%PDF-')) return 'application/pdf';
  if (startsWith(head, 'PK\u0003\u0004')) return ZIPPED[extension] ?? 'application/zip';
  if (startsWith(head, '\u00d0\u00cf\u0011\u00e0')) return COMPOUND[extension] ?? OTHER;
  return isText ? (WRITTEN[extension] ?? 'text/plain') : OTHER;
}

/** One of the picture formats that the window shows, or null. SVG is a program more than a picture, and not among them. */
export function pictureTypeOf(head: Buffer): string | null {
  if (startsWith(head, '\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (startsWith(head, '\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'image/gif';
  if (startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (startsWith(head, 'BM') && head.length >= 26 && head.readUInt32LE(6) === 0) return 'image/bmp';
  return null;
}

function startsWith(head: Buffer, mark: string): boolean {
  return head.toString('latin1', 0, mark.length) === mark;
}
