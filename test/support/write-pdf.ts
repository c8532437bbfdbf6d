import { deflateSync } from 'node:zlib';

/**
 * A PDF file with a page for each text, in a Chinese font that is not in the file, as office programs used to write them. An empty
 * text makes a page without characters, as a scanner does. `catalog` is added to its root.
 */
export function writePdf(pages: readonly string[], { catalog = '' } = {}): Buffer {
  const font =
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font ' +
    '/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
    '/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] ' +
    '/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>';
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  return writeObjects([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    font,
    ...pages.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> ` +
        `/Contents ${5 + index * 2} 0 R >>`,
      stream(contentOf(text)),
    ]),
  ]);
}

function contentOf(text: string): string {
  if (text === '') return '0.8 g 90 400 400 300 re f';
  const lines = text.split('\n').map((line) => {
    const hex = Array.from(line, (char) =>
      (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
    );
    return `<${hex.join('')}> Tj T*`;
  });
  return `BT /F1 16 Tf 28 TL 72 740 Td ${lines.join(' ')} ET`;
}

function stream(content: string | Buffer, more = ''): string {
  const bytes = typeof content === 'string' ? content : content.toString('latin1');
  return `<< /Length ${bytes.length} ${more}>>\nstream\n${bytes}\nendstream`;
}

/** Objects 1, 2, 3 … with their table; the first is the root. */
export function writeObjects(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.7\n'];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const offset = length;
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n` +
      `<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

/** A page whose content unpacks to `sizeInBytes` of spaces. */
export function writePdfBomb(sizeInBytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(sizeInBytes, ' '));
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    stream(packed, '/Filter /FlateDecode '),
  ]);
}

/** Pages of a tree that is one long list. */
export function writePdfOfPages(count: number): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>';
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  return writeObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`,
    ...Array.from({ length: count }, () => page),
  ]);
}

/** It says that it is locked, and with what nobody has. */
export function writeLockedPdf(): Buffer {
  const key = '00'.repeat(32);
  return writeObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 0 /Kids [] >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${'11'.repeat(32)}> >>`,
    ],
    `/Encrypt 3 0 R /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`,
  );
}
