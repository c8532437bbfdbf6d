import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutInfo } from '../../../electron/store/documents/without-info.ts';

const fileWith = (info: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<<${info}>>\nendobj\n2 0 obj\n<</Note (stays)>>\nendobj\ntrailer\n<</Root 2 0 R\n/Info 1 0 R>>\n%%EOF\n`,
  );

describe('a PDF file without what it says of itself', () => {
  it('keeps its length, and nothing of program and time', () => {
    const before = fileWith("/Creator (Mozilla \\(X11\\) 5.0)\n/CreationDate (D:20261123+00'00')");
    const after = withoutInfo(before);
    assert.equal(after?.length, before.length);
    assert.match(String(after), /\/Creator \( +\)\n\/CreationDate \( +\)/u);
    assert.match(String(after), /\(stays\)/u);
  });

  it('is none where the dictionary is not found or holds what is not understood', () => {
    assert.equal(withoutInfo(Buffer.from('%PDF-1.4\n%%EOF')), null);
    assert.equal(withoutInfo(fileWith('/Author <FEFF9646>')), null);
  });
});
