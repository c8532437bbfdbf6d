import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Random } from '../../bench/random.ts';
import { drawnPng } from '../drawn-png.ts';
import { paragraph, wordParts, zipOf } from '../word-file.ts';
import { writeObjects, writePdf } from '../write-pdf.ts';

// Small files as people attach them; some hold words that nobody sees and that may not leave.

export const PLANTED = 'Linmou-hidden-author';
export type MadeFile = { name: string; bytes: Buffer; planted: string | null };

type Maker = (number: string) => Promise<MadeFile> | MadeFile;
const picture: Maker = (number) =>
  plain(`示意图 ${number}.png`, drawnPng(1 + (Number(number) % 50), 3));
const withText: readonly Maker[] = [
  (number) => plain(`说明 ${number}.txt`, Buffer.from(`第${number}号说明：现场照片共四张。\n`)),
  (number) => plain(`清单 ${number}.pdf`, writePdf([`扣押清单第${number}号`])),
  async (number) =>
    plain(
      `报告 ${number}.docx`,
      await zipOf(wordParts({ body: paragraph(`鉴定报告第${number}号。`) })),
    ),
  async (number) => {
    const parts = wordParts({ body: paragraph(`审查报告第${number}号。`) });
    parts.set('docProps/core.xml', Buffer.from(coreProperties));
    return { name: `审查 ${number}.docx`, bytes: await zipOf(parts), planted: PLANTED };
  },
  (number) => ({ name: `笔录 ${number}.pdf`, bytes: pdfOf(number), planted: PLANTED }),
];

const plain = (name: string, bytes: Buffer): MadeFile => ({ name, bytes, planted: null });

/** A file of some kind, the same for the same draw. */
export function makeFile(random: Random): Promise<MadeFile> | MadeFile {
  // Text is read in a thread that takes half a second to start: most are pictures.
  const make = random.below(10) === 0 ? random.pick(withText) : picture;
  return make(String(1000 + random.below(9000)));
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${PLANTED}</dc:creator></cp:coreProperties>`;

/** With an author among its facts. */
function pdfOf(number: string): Buffer {
  const drawing = `BT /F1 14 Tf 90 700 Td (Record no. ${number}, ${String(crc32(number))}) Tj ET`;
  return writeObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      `<< /Length ${String(drawing.length)} >>\nstream\n${drawing}\nendstream`,
      `<< /Author (${PLANTED}) >>`,
    ],
    '/Info 6 0 R',
  );
}
