import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { after, describe, it } from 'node:test';
import { beginningOf, mediaTypeOf } from '../../../electron/store/attachments/media-type.ts';
import { noise, openTempAttachments } from '../../support/temp-attachments.ts';

const hostile = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('the preview of an attachment', () => {
  const store = openTempAttachments();
  after(() => store.close());

  it('shows a picture as it is, and says how large it is', async () => {
    const bytes = png(3, 2);
    assert.deepEqual(await store.preview('photo.png', bytes), {
      kind: 'image',
      mediaType: 'image/png',
      width: 3,
      height: 2,
      base64: bytes.toString('base64'),
    });
  });

  it('knows a picture by its bytes, not by its name', async () => {
    const shown = await store.preview('photo.html', png(1, 1));
    assert.equal(shown.kind === 'image' && shown.mediaType, 'image/png');
    assert.equal((await store.preview('photo.jpg', 'not a photo')).kind, 'text');
  });

  for (const [name, [width, height]] of [
    ['a side too long', [20_001, 1]],
    ['the other side', [1, 20_001]],
    ['too many pixels', [10_000, 10_000]],
    ['the largest there are', [0xffffffff, 0xffffffff]],
  ] as const) {
    it(`refuses a bomb by its header: ${name}`, async () => {
      assert.deepEqual(await store.preview('bomb.png', png(width, height)), {
        kind: 'none',
        reason: 'too-many-pixels',
      });
    });
  }

  it('reads the size of every format it shows', async () => {
    const large = { kind: 'none', reason: 'too-many-pixels' };
    for (const [name, make] of Object.entries({
      jpeg,
      gif,
      webpLossy,
      webpLossless,
      webpWide,
      bmp,
    })) {
      const small = await store.preview(name, make(320, 200));
      assert.deepEqual(small.kind === 'image' && [small.width, small.height], [320, 200], name);
      // The lossy and lossless forms end at 16,383 pixels a side.
      assert.deepEqual(await store.preview(name, make(16_000, 16_000)), large, name);
    }
  });

  it('follows the frame of a GIF that is larger than its screen', async () => {
    const bytes = gif(10, 10);
    bytes.writeUInt16LE(30_000, 18);
    assert.deepEqual(await store.preview('frame.gif', bytes), {
      kind: 'none',
      reason: 'too-many-pixels',
    });
  });

  it('does not hand a picture on whose header is cut off or broken, nor one too large', async () => {
    const damaged = { kind: 'none', reason: 'damaged' };
    const cut = { 'a.png': png(9, 9).subarray(0, 20), 'b.jpg': jpeg(9, 9).subarray(0, 8) };
    for (const [name, bytes] of Object.entries(cut)) {
      assert.deepEqual(await store.preview(name, bytes), damaged, name);
    }
    assert.deepEqual(await store.preview('zero.png', png(0, 5)), damaged);
    const heavy = Buffer.concat([png(5, 5), noise(20 * 1024 ** 2)]);
    assert.deepEqual(await store.preview('heavy.png', heavy), {
      kind: 'none',
      reason: 'too-large',
    });
  });

  it('gives SVG and HTML as characters, never as a picture or page', async () => {
    for (const name of ['drawing.svg', 'page.html', 'drawing.png', 'text.txt']) {
      assert.deepEqual(await store.preview(name, hostile), {
        kind: 'text',
        text: hostile,
        isCut: false,
      });
    }
  });

  it('reads texts of the field: UTF-8, GB 18030, UTF-16, with their line ends', async () => {
    const wanted = { kind: 'text', text: '岑岭\n茶', isCut: false };
    const utf16 = Buffer.from('\ufeff岑岭\r\n茶', 'utf16le');
    const gb = Buffer.from('e1afc1ebd22d'.slice(0, 8), 'hex');
    assert.deepEqual(await store.preview('a.txt', '\ufeff岑岭\r\n茶'), wanted);
    assert.deepEqual(await store.preview('b.txt', utf16), wanted);
    assert.deepEqual(await store.preview('c.txt', gb), {
      kind: 'text',
      text: '岑岭',
      isCut: false,
    });
    assert.deepEqual(await store.preview('empty.txt', ''), {
      kind: 'text',
      text: '',
      isCut: false,
    });
  });

  it('shows the beginning of a long text, cut between characters', async () => {
    const shown = await store.preview('long.txt', 'a' + '茶'.repeat(200_000));
    assert.ok(shown.kind === 'text' && shown.isCut);
    assert.match(shown.text, /^a茶+$/u);
    assert.ok(shown.text.length > 80_000 && shown.text.length <= 256 * 1024);
  });

  it('takes marks that turn the direction of writing out of what it shows', async () => {
    const shown = await store.preview('turned.txt', 'a\u202eb\u2066c');
    assert.equal(shown.kind === 'text' && shown.text, 'abc');
  });

  it('says in one word why something is not shown', async () => {
    assert.deepEqual(await store.preview('a.pdf', '%PDF-1.7\n'), { kind: 'pdf' });
    assert.deepEqual(await store.preview('a.exe', Buffer.from('MZ\u0000\u0001')), {
      kind: 'none',
      reason: 'kind',
    });
  });

  it('believes a name only where the bytes do not contradict it', () => {
    const type = (name: string, bytes: string) =>
      mediaTypeOf(beginningOf(Buffer.from(bytes, 'latin1')), name);
    assert.match(type('a.docx', 'PK\u0003\u0004'), /wordprocessingml/u);
    assert.equal(type('a.docx', 'MZ\u0000'), 'application/octet-stream');
    assert.equal(type('a.pdf', 'MZ\u0000'), 'application/octet-stream');
    assert.equal(type('a.zip', 'PK\u0003\u0004'), 'application/zip');
    assert.equal(type('a.doc', '\u00d0\u00cf\u0011\u00e0'), 'application/msword');
    assert.equal(type('a.svg', hostile), 'image/svg+xml');
    assert.equal(type('a.txt', hostile), 'text/plain');
  });
});

function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(2, 9);
  const rows = Buffer.alloc(width * height < 100 ? height * (1 + width * 3) : 64);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** With a picture of another size in the segment before, as cameras put one there. */
function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from([
    0xff,
    0xc2,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
  ]);
  const thumb = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1]);
  const before = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 2 + thumb.length]), thumb]);
  return Buffer.concat([before, frame, Buffer.alloc(20)]);
}

function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes.writeUInt8(0x2c, 13);
  bytes.writeUInt16LE(width, 18);
  bytes.writeUInt16LE(height, 20);
  return bytes;
}

function webp(form: string): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write(`RIFF    WEBP${form}`, 'latin1');
  return bytes;
}
function webpLossy(width: number, height: number): Buffer {
  const bytes = webp('VP8 ');
  bytes.writeUInt16LE(width, 26);
  bytes.writeUInt16LE(height, 28);
  return bytes;
}
function webpLossless(width: number, height: number): Buffer {
  const bytes = webp('VP8L');
  bytes.writeUInt8(0x2f, 20);
  bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  return bytes;
}
function webpWide(width: number, height: number): Buffer {
  const bytes = webp('VP8X');
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(-height, 22);
  return bytes;
}
