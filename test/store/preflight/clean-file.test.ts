import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { describe, it } from 'node:test';
import { fromBufferPromise } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { cleanFile } from '../../../electron/store/preflight/clean/clean-file.ts';
import { readTextOf } from '../../support/read-text-of.ts';
import { drawnPng } from '../../support/drawn-png.ts';
import { wordParts, zipOf } from '../../support/word-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const WHO = '欧阳明远';

function segment(marker: number, content: string | Buffer): Buffer {
  const body = Buffer.from(content as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
const facts = Buffer.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);
const plainFacts = Buffer.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);
const quantisation = segment(0xdb, Buffer.alloc(65, 1));
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
]);

describe('what nobody sees in a file', () => {
  it('goes from a JPEG: place, camera, author, remarks, previews, what follows its end', async () => {
    const dirty = Buffer.concat([
      start,
      segment(0xe0, facts),
      segment(0xe1, 'Exif\0\0GPS 30.1 120.2'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'),
      segment(0xed, 'Photoshop 3.0\0by-line'),
      segment(0xfe, 'remark'),
      quantisation,
      scan,
      segment(0xfe, 'between scans'),
      scan,
      end,
      Buffer.from(WHO),
    ]);
    const clean = await cleanFile(dirty, 'image/jpeg');
    const expected = [start, segment(0xe0, plainFacts), quantisation, scan, scan, end];
    assert.deepEqual(clean, Buffer.concat(expected));
  });

  it('leaves a photograph the right way up, and says nothing else of what the camera noted', async () => {
    /** A directory of two entries: the maker, and which way up; in the byte order of most cameras, and in the other. */
    const exif = (isLittle: boolean, orientation: number) => {
      const tiff = Buffer.alloc(38 + WHO.length * 3);
      tiff.write(isLittle ? 'II' : 'MM', 'latin1');
      const word = (value: number, at: number) =>
        isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
      const long = (value: number, at: number) =>
        isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
      word(42, 2);
      long(8, 4);
      word(2, 8);
      [0x010f, 2, 0x0112, 3].forEach((value, at) =>
        word(value, at < 2 ? 10 + at * 2 : 18 + at * 2),
      );
      long(WHO.length * 3, 14);
      long(38, 18);
      long(1, 26);
      word(orientation, 30);
      tiff.write(WHO, 38);
      return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
    };
    const clean = async (isLittle: boolean, orientation: number) =>
      cleanFile(
        Buffer.concat([start, exif(isLittle, orientation), quantisation, scan, end]),
        'image/jpeg',
      );
    for (const isLittle of [true, false]) {
      const turned = await clean(isLittle, 6);
      assert.ok(turned);
      assert.equal(turned.subarray(2, 38).toString('hex').slice(-16, -12), '0006');
      assert.deepEqual(turned.subarray(38), Buffer.concat([quantisation, scan, end]));
      assert.deepEqual(await clean(isLittle, 1), Buffer.concat([start, quantisation, scan, end]));
      assert.deepEqual(await clean(isLittle, 900), Buffer.concat([start, quantisation, scan, end]));
      // Cleaned once more it is the same: a receiver's program may read it as it is.
      assert.deepEqual(await cleanFile(turned, 'image/jpeg'), turned);
    }
  });

  it('makes a JPEG that is cut off one that a person has to look at', async () => {
    assert.equal(await cleanFile(Buffer.concat([start, quantisation, scan]), 'image/jpeg'), null);
  });

  it('goes from a PNG, and the picture stays', async () => {
    const picture = drawnPng(4, 4);
    const chunk = (type: string, data: string) => {
      const body = Buffer.from(`${type}${data}`);
      const frame = Buffer.alloc(8);
      frame.writeUInt32BE(body.length - 4, 0);
      frame.writeUInt32BE(crc32(body), 4);
      return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    };
    const dirty = Buffer.concat([
      picture.subarray(0, 33),
      chunk('tEXt', `Author\0${WHO}`),
      chunk('eXIf', 'II*'),
      chunk('prVt', WHO),
      picture.subarray(33),
      Buffer.from(WHO),
    ]);
    assert.deepEqual(await cleanFile(dirty, 'image/png'), picture);
    dirty[60] = (dirty[60] ?? 0) ^ 1;
    assert.equal(await cleanFile(dirty, 'image/png'), null);
  });

  it('goes from a Word file: authors, comments, what was struck out; what was inserted stays', async () => {
    const parts = wordParts({
      body:
        `<w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="0"/><w:r><w:t>正文</w:t></w:r><w:commentRangeEnd w:id="0"/>` +
        `<w:r><w:commentReference w:id="0"/></w:r>` +
        `<w:del w:id="1" w:author="${WHO}" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>删去的话</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" w:author="${WHO}"><w:r><w:t>添上的话</w:t></w:r></w:ins></w:p>`,
      comments: `<w:comment w:id="0" w:author="${WHO}"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment>`,
    });
    parts.set(
      'docProps/core.xml',
      Buffer.from(`<cp:coreProperties><dc:creator>${WHO}</dc:creator></cp:coreProperties>`),
    );
    parts.set('docProps/thumbnail.jpeg', Buffer.from(WHO));
    parts.set('customXml/item1.xml', Buffer.from(`<a>${WHO}</a>`));
    const clean = await cleanFile(await zipOf(parts), DOCX);
    assert.ok(clean !== null);
    // Its parts are stored as they are, so that this sees everything.
    for (const gone of [
      WHO,
      '删去的话',
      '批注',
      'comments.xml',
      'thumbnail',
      'customXml',
      'rsid',
      'w:ins',
      'w:comment',
    ]) {
      assert.ok(!clean.includes(gone), gone);
    }
    assert.equal(await readTextOf(clean, DOCX), '正文添上的话');
    const zip = await fromBufferPromise(clean, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'word/document.xml') {
        assert.match(
          (await buffer(await zip.openReadStreamPromise(entry))).toString(),
          /添上的话/u,
        );
      }
    }
    assert.deepEqual(await cleanFile(await zipOf(parts), DOCX), clean);
  });

  it('is not known of a Word file with macros, embedded files or other pictures', async () => {
    for (const name of ['word/vbaProject.bin', 'word/embeddings/a.xlsx', 'word/media/image1.emf']) {
      const parts = wordParts({ body: '<w:p><w:r><w:t>正文</w:t></w:r></w:p>' });
      parts.set(name, Buffer.from('x'));
      assert.equal(await cleanFile(await zipOf(parts), DOCX), null, name);
    }
    assert.equal(await cleanFile(Buffer.from('%PDF-1.7'), 'application/pdf'), null);
  });
});
