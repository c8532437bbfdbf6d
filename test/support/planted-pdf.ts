import { deflateSync } from 'node:zlib';
import { writeObjects } from './write-pdf.ts';

/** A person and a telephone's number that are hidden wherever a PDF file can hide them. */
export const PLANTED = 'Ouyang-Zhiwei-13912345678';
/** What its page says, and what its field shows. */
export const SHOWN = 'Plain words of the page';
export const FIELD_VALUE = 'Value in the field';

const stream = (content: string | Buffer, more = '') => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  return `<< /Length ${bytes.length} ${more}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
};
const packed = (content: string, more = '') =>
  stream(deflateSync(Buffer.from(content)), `/Filter /FlateDecode ${more}`);

type Wish = {
  catalog?: string;
  layers?: string;
  remark?: string;
  field?: string;
  content?: string;
};

/** One page, with everything that hides: facts, outline, files, remarks, links, fields, programs, descriptions, notes of a camera. */
export function plantedPdf({
  catalog = '',
  layers = '',
  remark = '',
  field,
  content = '',
}: Wish = {}): Buffer {
  const note = (subtype: string, more = '') =>
    `<< /Type /Annot /Subtype /${subtype} /Rect [50 50 150 70] /T (${PLANTED}) /NM (${PLANTED}) /M (D:20261101) ${more} >>`;
  const drawing =
    `% ${PLANTED}\nq BT /Span << /ActualText (${PLANTED}) /E (${PLANTED}) >> BDC /F1 14 Tf 90 700 Td (${SHOWN}) Tj EMC ET Q\n` +
    `/Artifact << /Contents (${PLANTED}) >> BDC 0 0 m 10 10 l S EMC /Tag << /Secret (${PLANTED}) >> DP (${PLANTED}) Nothing\n` +
    `[ (a) % ${PLANTED}\n] TJ q 20 0 0 20 300 300 cm /Im1 Do Q q 1 0 0 1 0 0 cm /Fm1 Do Q ${content}`;
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, PLANTED.length + 2]),
    Buffer.from(PLANTED),
    Buffer.from([0xff, 0xdb, 0, 67]),
    Buffer.alloc(65, 1),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0xd9]),
  ]);
  return writeObjects(
    [
      `<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Outlines 7 0 R /Lang (${PLANTED}) /PageLabels << /Nums [0 << /P (${PLANTED}) >>] >>
        /Names << /EmbeddedFiles << /Names [(${PLANTED}) 9 0 R] >> /JavaScript << /Names [(${PLANTED}) 11 0 R] >> >>
        /OpenAction 11 0 R /AA << /WC 11 0 R >> /AcroForm << /Fields [14 0 R] >> /StructTreeRoot 15 0 R ${layers} ${catalog} >>`,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Metadata 6 0 R /LastModified (${PLANTED})
        /PieceInfo << /Word << /Private (${PLANTED}) >> >> /AA << /O 11 0 R >>
        /Resources << /Font << /F1 4 0 R >> /XObject << /Im1 12 0 R /Fm1 16 0 R >> /Properties << /MC0 << /ActualText (${PLANTED}) >> /L1 17 0 R >> >>
        /Annots [13 0 R 14 0 R ${note('Link', `/A << /S /URI /URI (http://example.com/${PLANTED}) >>`)}
          ${note('FileAttachment', '/FS 9 0 R')} ${note('Popup', `/Contents (${PLANTED})`)}] >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      packed(drawing),
      stream(
        `<x:xmpmeta><dc:creator>${PLANTED}</dc:creator></x:xmpmeta>`,
        '/Type /Metadata /Subtype /XML ',
      ),
      '<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>',
      `<< /Title (${PLANTED}) /Parent 7 0 R /Dest [3 0 R /Fit] >>`,
      `<< /Type /Filespec /F (${PLANTED}.txt) /UF (${PLANTED}.txt) /Desc (${PLANTED}) /EF << /F 10 0 R >> >>`,
      packed(PLANTED, '/Type /EmbeddedFile '),
      `<< /Type /Action /S /JavaScript /JS (app.alert\\("${PLANTED}"\\)) >>`,
      stream(
        jpeg,
        `/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Metadata 6 0 R `,
      ),
      note(
        'Text',
        remark === '' ? `/Contents (${PLANTED}) /RC (<p>${PLANTED}</p>)` : `/Contents (${remark})`,
      ),
      field ??
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${PLANTED}) /TU (${PLANTED}) /V (${FIELD_VALUE}) /DV (${PLANTED}) /Rect [90 600 290 620] /AP << /N 18 0 R >> /AA << /K 11 0 R >> >>`,
      `<< /Type /StructTreeRoot /K << /S /Figure /Alt (${PLANTED}) /T (${PLANTED}) >> >>`,
      packed(
        `/Span << /ActualText (${PLANTED}) >> BDC EMC`,
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /PieceInfo << /X << /Private (${PLANTED}) >> >> /Metadata 6 0 R /OPI << /V (${PLANTED}) >> `,
      ),
      `<< /Type /OCG /Name (${PLANTED}) >>`,
      packed(
        `/Tx BMC BT /F1 12 Tf 2 4 Td (${FIELD_VALUE}) Tj ET EMC`,
        '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 4 0 R >> >> ',
      ),
      `<< /Title (${PLANTED}) /Author (${PLANTED}) /Subject (${PLANTED}) /Keywords (${PLANTED}) /Own (${PLANTED}) >>`,
    ],
    `/Info 19 0 R /ID [(${PLANTED}) (${PLANTED})]`,
  );
}
