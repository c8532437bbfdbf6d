import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { openTextReader } from '../../../electron/store/attachments/text/text-reader.ts';
import { FIELD_VALUE, PLANTED, plantedPdf, SHOWN } from '../../support/planted-pdf.ts';
import { writeLockedPdf, writePdf } from '../../support/write-pdf.ts';

/** Everything that stands in a file, unpacked as well. */
function everything(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\nendstream/gu)].map(
    ([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      } catch {
        return packed;
      }
    },
  );
  return [text, ...streams].join('\n');
}

describe('a PDF file as it leaves', () => {
  const reader = openTextReader();
  after(() => reader.close());
  const leave = async (bytes: Buffer, keepsRemarks = false) => {
    const left = await reader.leave(
      new Uint8Array(bytes),
      'application/pdf',
      { keepsRemarks },
      () => false,
    );
    assert.ok(left !== null);
    return left;
  };
  const partsOf = (counts: readonly { part: string }[]) => counts.map(({ part }) => part);

  it('shows what its page shows, the values of its fields among it, and holds nothing else', async () => {
    const { bytes, text, texts, removed, left, remarks } = await leave(plantedPdf());
    assert.ok(bytes !== null);
    assert.equal(everything(bytes).includes(PLANTED), false);
    assert.ok(everything(plantedPdf()).includes(PLANTED));
    assert.match(text.pages[0]?.text ?? '', new RegExp(`${SHOWN}[\\s\\S]*${FIELD_VALUE}`, 'u'));
    assert.deepEqual(texts, []);
    assert.deepEqual(left, []);
    assert.equal(remarks, 1);
    const kinds =
      'properties metadata outline page-label embedded-file annotation link form-field script structure picture-data layer other';
    for (const part of kinds.split(' ')) {
      assert.ok(partsOf(removed).includes(part), part);
    }
    // Cleaned again it is the same: nothing was left to take out.
    const again = await leave(Buffer.from(bytes));
    assert.deepEqual(again.removed, []);
  });

  it('holds nothing of the versions before the last', async () => {
    const before = plantedPdf();
    const later = `\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 20 0 R >>\nendobj\n`;
    const content = `BT /F1 14 Tf 90 700 Td (${SHOWN}) Tj ET`;
    const next = `20 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
    const [, start = ''] = /startxref\n(\d+)\n%%EOF\n$/u.exec(before.toString('latin1')) ?? [];
    const at = (offset: number) => String(offset).padStart(10, '0');
    const table = before.length + later.length + next.length;
    const bytes = Buffer.concat([
      before,
      Buffer.from(
        `${later}${next}xref\n3 1\n${at(before.length + 1)} 00000 n \n20 1\n${at(before.length + later.length)} 00000 n \n` +
          `trailer\n<< /Size 21 /Root 1 0 R /Prev ${start} >>\nstartxref\n${table}\n%%EOF\n`,
        'latin1',
      ),
    ]);
    const made = await leave(bytes);
    assert.ok(made.bytes !== null);
    assert.equal(made.text.pages[0]?.text, SHOWN);
    assert.equal(everything(made.bytes).includes(FIELD_VALUE), false);
    assert.deepEqual(
      made.removed.find(({ part }) => part === 'earlier-version'),
      { part: 'earlier-version', count: 1 },
    );
  });

  it('keeps remarks where that was decided: their words are told, who made them and when is gone', async () => {
    const { bytes, texts, left } = await leave(plantedPdf({ remark: 'Ask again' }), true);
    assert.ok(bytes !== null);
    assert.equal(everything(bytes).includes(PLANTED), false);
    assert.match(everything(bytes), /Ask again/u);
    assert.deepEqual(
      texts.map(({ part, page, text }) => [part, page, text]),
      [['annotation', 1, 'Ask again']],
    );
    assert.deepEqual(left, [{ part: 'annotation', count: 1 }]);
  });

  it('does not bring a hidden layer to light: it is told, and a person decides', async () => {
    const layers = '/OCProperties << /OCGs [17 0 R] /D << /OFF [17 0 R] >> >>';
    const content = '/OC /L1 BDC BT /F1 9 Tf 9 9 Td (in the layer) Tj ET EMC';
    const { bytes, text, left } = await leave(plantedPdf({ layers, content }));
    assert.ok(bytes !== null);
    assert.match(everything(bytes), /\/OC \/L1 BDC/u);
    assert.match(everything(bytes), /\/OFF \[/u);
    assert.equal(everything(bytes).includes(PLANTED), false);
    // Its words are looked through like all others.
    assert.match(text.pages[0]?.text ?? '', /in the layer/u);
    assert.deepEqual(left, [{ part: 'hidden-layer', count: 1 }]);
  });

  it('leaves as it is where it cannot be made anew, and everything that is known of it is told', async () => {
    const undrawn = `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${PLANTED}) /V (${FIELD_VALUE}) /Rect [90 600 290 620] >>`;
    const made = await leave(plantedPdf({ field: undrawn }));
    assert.equal(made.bytes, null);
    for (const part of ['properties', 'metadata', 'outline', 'annotation', 'form-field', 'link']) {
      assert.ok(partsOf(made.left).includes(part), part);
      assert.ok(
        made.texts.some((one) => one.part === part && one.text.includes(PLANTED.slice(0, 6))) ||
          part === 'link',
        part,
      );
    }
    for (const other of [writeLockedPdf(), Buffer.from('%PDF-1.7\nnothing')]) {
      const { bytes, text } = await leave(other);
      assert.equal(bytes, null);
      assert.notEqual(text.state, 'text');
    }
  });

  it('says on its pages what it said, in Chinese too, page by page', async () => {
    const pages = ['第一页：欧阳知微到案。', '', '第三页\n两行'];
    const { bytes, text } = await leave(writePdf(pages));
    assert.ok(bytes !== null);
    assert.deepEqual(
      text.pages.map(({ page, text: words }) => [page, words.trim()]),
      [
        [1, pages[0]],
        [3, pages[2]],
      ],
    );
    assert.equal(text.blankPages, 1);
  });
});
