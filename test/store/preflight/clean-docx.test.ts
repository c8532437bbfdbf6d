import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openTextReader } from '../../../electron/store/attachments/text/text-reader.ts';
import { cleanDocx } from '../../../electron/store/preflight/clean/clean-docx.ts';
import { paragraph, wordParts, zipOf } from '../../support/word-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MOBILE = '13912345678';

/** What a Word file becomes: its bytes (stored, so that they can be searched), and the text that is read of it. */
describe('a Word file as it leaves', () => {
  const reader = openTextReader();
  after(() => reader.close());

  const clean = async (body: string, change = (xml: string) => xml) => {
    const parts = wordParts({ body: paragraph('材料') + body });
    const document = parts.get('word/document.xml')?.toString() ?? '';
    parts.set('word/document.xml', Buffer.from(change(document)));
    return cleanDocx(await zipOf(parts));
  };
  const textOf = async (bytes: Buffer) => {
    const read = await reader.read(new Uint8Array(bytes), DOCX, () => false);
    return read?.pages.map(({ text }) => text).join('\n') ?? '';
  };

  it('holds no word that was not read', async () => {
    const hidden = {
      instruction: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "tel:${MOBILE}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      'simple field': `<w:p><w:fldSimple w:instr="AUTHOR ${MOBILE}"><w:r><w:t>作者</w:t></w:r></w:fldSimple></w:p>`,
      control: `<w:sdt><w:sdtPr><w:alias w:val="${MOBILE}"/><w:tag w:val="${MOBILE}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>`,
      bookmark: `<w:p><w:bookmarkStart w:id="1" w:name="t${MOBILE}"/><w:r><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`,
      deletion: `<w:p><w:del w:id="1" w:author="林某"><w:r><w:delText>${MOBILE}</w:delText></w:r></w:del></w:p>`,
    };
    for (const [name, body] of Object.entries(hidden)) {
      const bytes = await clean(body);
      assert.ok(bytes !== null, name);
      assert.equal(bytes.includes(MOBILE), false, name);
    }
  });

  it('shows what was hidden from the eye to whoever decides', async () => {
    for (const body of [
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${MOBILE}</w:t></w:r></w:p>`,
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>${MOBILE}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    ]) {
      const bytes = await clean(body);
      assert.ok(bytes !== null);
      assert.match(await textOf(bytes), new RegExp(MOBILE, 'u'));
    }
  });

  it('is not called clean when it is written so that hidden things may be overlooked', async () => {
    const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const two = `<mc:AlternateContent><mc:Choice Requires="wps">${line(MOBILE)}</mc:Choice><mc:Fallback>${line('无')}</mc:Fallback></mc:AlternateContent>`;
    assert.equal(await clean(two), null);
    assert.equal(await clean('<w:p><w:r><w:t><![CDATA[甲]]></w:t></w:r></w:p>'), null);
    assert.equal(await clean(`<w:p><w:ins w:author='林某'/></w:p>`), null);
    const renamed = (xml: string) => xml.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x=');
    assert.equal(await clean(line('乙'), renamed), null);
    const same = two.replaceAll(MOBILE, '无');
    assert.notEqual(await clean(same), null);
  });

  it('keeps the numbers of its pages', async () => {
    const bytes = await clean(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    );
    assert.ok(bytes?.includes('PAGE'));
  });
});
