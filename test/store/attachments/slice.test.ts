import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { failsWith } from '../../support/failure.ts';
import { noise, openTempAttachments } from '../../support/temp-attachments.ts';

const MIB = 1024 ** 2;

describe('a slice of an attachment', () => {
  const store = openTempAttachments();
  after(() => store.close());
  const slice = async (id: AttachmentId, from: number, length: number) =>
    (await attachmentsHandlers['attachments.slice'](store.context, { id, from, length })).bytes;

  it('is the bytes from there on, over the ends of chunks and up to the end', async () => {
    const bytes = noise(2 * MIB + 777);
    const { id } = await store.attach(store.create(), store.file('a.pdf', bytes));
    const places = fc.tuple(fc.nat({ max: bytes.length + 10 }), fc.integer({ min: 1, max: MIB }));
    await fc.assert(
      fc.asyncProperty(places, async ([from, length]) => {
        const expected = bytes.subarray(from, from + length);
        assert.ok(Buffer.compare(await slice(id, from, length), expected) === 0);
      }),
      {
        numRuns: 50,
        examples: [[[MIB - 1, 2]], [[0, MIB]], [[2 * MIB, MIB]], [[bytes.length, 1]]],
      },
    );
  });

  it('carries no bytes of its neighbours along', async () => {
    const { id } = await store.attach(store.create(), store.file('b.pdf', noise(MIB)));
    assert.equal((await slice(id, 5, 10)).buffer.byteLength, 10);
  });

  it('of what is not there is refused', async () => {
    const nobody = AttachmentId.parse('0196a5f3-0000-7000-8000-000000000000');
    await assert.rejects(slice(nobody, 0, 1), failsWith('attachment-not-found'));
  });
});
