import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cleanFileName,
  freeFileName,
  portableFileName,
  splitFileName,
} from '../../../shared/text/file-name.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe('the name of a file', () => {
  it('is kept in NFC, on one line, without path separators or marks that turn its direction', () => {
    assert.equal(cleanFileName('e\u0301te\u0301.txt'), '\u00e9t\u00e9.txt');
    assert.equal(cleanFileName('..\\..\\evil.exe'), '.._.._evil.exe');
    assert.equal(cleanFileName('a/b\u0000\n.txt'), 'a_b.txt');
    assert.equal(cleanFileName('invoice\u202efdp.exe'), 'invoicefdp.exe');
    assert.equal(cleanFileName('\ud800.txt'), '\ufffd.txt');
    assert.equal(cleanFileName('岑岭（样张）：1.jpg'), '岑岭（样张）：1.jpg');
  });

  it('is none when nothing is left', () => {
    for (const name of ['', ' ', '.', '..', '/', '../..', '\u200b'])
      assert.equal(cleanFileName(name), '');
  });

  it('can be written everywhere once it is saved out', () => {
    for (const [name, written] of Object.entries({
      'CON.txt': '_CON.txt',
      nul: '_nul',
      'com1 .log': '_com1 .log',
      'conference.txt': 'conference.txt',
      'a:b?.txt': 'a_b_.txt',
      'end. ': 'end',
      '..': 'file',
    })) {
      assert.equal(portableFileName(name), written, name);
    }
  });

  it('is shortened to what file systems take, and keeps its extension', () => {
    const long = cleanFileName(`${'茶'.repeat(300)}.pdf`);
    assert.match(long, /^茶+\.pdf$/u);
    assert.ok(bytesOf(long) <= 200 && bytesOf(long) > 190);
  });

  it('keeps all of this whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const kept = cleanFileName(raw);
        assert.equal(cleanFileName(kept), kept);
        assert.ok(bytesOf(kept) <= 200);
        const written = portableFileName(raw);
        assert.ok(written !== '' && bytesOf(written) <= 201);
        assert.doesNotMatch(written, /[<>:"/\\|?*\p{Cc}]|[. ]$/u);
      }),
    );
  });

  it('gets a number when it is taken, whatever the case', () => {
    assert.equal(freeFileName('a.pdf', []), 'a.pdf');
    assert.equal(freeFileName('a.pdf', ['A.PDF', 'a (2).pdf']), 'a (3).pdf');
    assert.equal(freeFileName('合同', ['合同']), '合同 (2)');
    const long = `${'茶'.repeat(65)}.pdf`;
    assert.ok(bytesOf(freeFileName(long, [long])) <= 200);
  });

  it('has an extension if it ends like one', () => {
    assert.deepEqual(splitFileName('合同.PDF'), { stem: '合同', extension: 'pdf' });
    assert.deepEqual(splitFileName('a.tar.gz'), { stem: 'a.tar', extension: 'gz' });
    assert.equal(splitFileName('.gitignore').extension, '');
    assert.equal(splitFileName('第1.条').extension, '');
  });
});
