import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Decrypter } from 'age-encryption';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

// A second reader of packs, for tests: age, a zip, JSON. Nothing of the program's own reading is in it.

export type Inside = {
  folder: string;
  files: Map<string, Buffer>;
  pack: {
    packId: string;
    epoch: string;
    sequence: number;
    channel: string;
    contents: {
      id: string;
      title: string;
      revision: number;
      sha256: string;
      attachments: { name: string; sha256: string }[];
    }[];
  };
  statement: {
    kind: string;
    messageId?: string;
    threadId?: string;
    inReplyTo?: string | null;
    about?: { senderId: string; recordId: string } | null;
    text?: string;
    answers?: {
      packId: string;
      records: { recordId: string; outcome: string; comments: ReturnedRemark[] }[];
    }[];
  };
};
export type ReturnedRemark = { id: string; passage: string; text: string };

export async function openBag(file: string, ageIdentity: string): Promise<Inside> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity);
  const zip = Buffer.from(await decrypter.decrypt(readFileSync(file)));
  const all = await unzip(zip);
  const [first = ''] = all.keys();
  const folder = first.slice(0, first.indexOf('/'));
  const files = new Map([...all].map(([name, bytes]) => [name.slice(folder.length + 1), bytes]));
  const json = (path: string): unknown => JSON.parse(String(files.get(path)));
  return {
    folder,
    files,
    pack: json('pack.json') as Inside['pack'],
    statement: json('data/statement.json') as Inside['statement'],
  };
}

export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, opened) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve(files));
    archive.on('entry', (entry: Entry) => {
      archive.openReadStream(entry, (error, stream) => {
        if (error !== null) return reject(error);
        buffer(stream).then((bytes) => {
          files.set(entry.fileName, bytes);
          archive.readEntry();
        }, reject);
      });
    });
    archive.readEntry();
  });
}
