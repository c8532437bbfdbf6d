import {
  AttachmentId,
  MAX_PICTURE_IN_BYTES,
  type Attachment,
  type PictureRefusal,
} from '../../../shared/contract/attachments.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { attachmentIds, withAttachments } from '../../../shared/document/attachment-ids.ts';
import type { Block } from '../../../shared/document/tree.ts';
import { callCommand } from '../../api/use-command.ts';
import type { PastedPicture } from './pasted.ts';

/** A picture as it was pasted, dropped or chosen. */
export type NewPicture = {
  name: string;
  read: () => Promise<Uint8Array<ArrayBuffer>>;
  sizeInBytes: number;
};
export type Stored = { attachment: Attachment } | { name: string; code: PictureRefusal };

/** Stores pictures one after another; what is too large is not even read. Throws `CallFailure`. */
export async function storePictures(
  recordId: string,
  pictures: readonly NewPicture[],
): Promise<Stored[]> {
  const stored: Stored[] = [];
  for (const { name, read, sizeInBytes } of pictures) {
    if (sizeInBytes > MAX_PICTURE_IN_BYTES) stored.push({ name, code: 'picture-too-large' });
    else {
      const input = { recordId: RecordId.parse(recordId), pasted: [{ name, bytes: await read() }] };
      stored.push(...(await callCommand('attachments.addPictures', input)).pictures);
    }
  }
  return stored;
}

/** A picture of the clipboard or of a drop. `image.png` is what every clipboard calls it. */
export function pictureOfFile(file: File, usualName: string): NewPicture {
  return {
    name: file.name === '' || file.name === 'image.png' ? usualName : file.name,
    sizeInBytes: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** A picture that is its own address. */
export function pictureOfAddress({ address }: PastedPicture, name: string): NewPicture {
  const digits = address.slice(address.indexOf(',') + 1).replaceAll(/\s+/g, '');
  return {
    name,
    sizeInBytes: Math.floor((digits.length * 3) / 4),
    read: () => Promise.resolve(bytesIn(digits)),
  };
}

/** Empty for what is no base64: no picture either. */
function bytesIn(digits: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** The pictures and links of another record's text become this one's own. Throws `CallFailure`. */
export async function adopt(recordId: string, blocks: readonly Block[]): Promise<Block[]> {
  const ids = [...new Set(attachmentIds(blocks))].slice(0, 1000);
  const { adopted } = await callCommand('attachments.adopt', {
    recordId: RecordId.parse(recordId),
    ids: ids.map((id) => AttachmentId.parse(id)),
  });
  const own = new Map(adopted.map(({ from, id, name }) => [String(from), { id, name }]));
  // What is not there any more is shown as missing, here as there.
  return withAttachments(blocks, (id) => own.get(id) ?? { id });
}
