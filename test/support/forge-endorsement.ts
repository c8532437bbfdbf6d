import { bagInfoText } from '../../electron/store/packs/bag.ts';
import { packJsonText, trustedCommentOf } from '../../electron/store/packs/pack-json.ts';
import { sha256, TAG_MANIFEST } from '../../electron/store/packs/bag.ts';
import { STATEMENT, statementText, type StatementOf } from '../../shared/packs/statement.ts';
import { draftPack, setText, sign, textOf, type Draft } from './forge.ts';
import type { TestOffice } from './office.ts';

const ORIGINAL = 'data/original/';

/** An endorsement by `by` to `to` of whatever bag lies in `inner`, rightly signed outside; what it says of the inner may be changed. */
export async function forgeEndorsement(
  by: TestOffice,
  to: TestOffice,
  inner: Draft,
  change: (statement: StatementOf<'endorsement'>) => StatementOf<'endorsement'> = (one) => one,
): Promise<Draft> {
  const draft = await draftPack(by, to);
  const statement = change({
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'endorsement',
    note: '',
    original: {
      packId: inner.pack.packId,
      hash: sha256(inner.files.get(TAG_MANIFEST) ?? Buffer.alloc(0)),
      senderId: inner.pack.sender.officeId,
    },
    opinions: inner.pack.contents.map(({ id }) => ({
      recordId: id,
      opinion: 'recommended',
      text: '',
    })),
  });
  for (const path of draft.files.keys()) if (path.startsWith('data/')) draft.files.delete(path);
  for (const [path, bytes] of inner.files) draft.files.set(`${ORIGINAL}${path}`, bytes);
  setText(draft, STATEMENT, statementText(statement));
  draft.pack = {
    ...draft.pack,
    kind: 'endorsement',
    contents: [],
    highestMarking: inner.pack.highestMarking,
    preflight: { scanned: true, decisions: [] },
  };
  draft.comment = trustedCommentOf(draft.pack);
  setText(draft, 'pack.json', packJsonText(draft.pack));
  return resign(draft, by);
}

/** Makes the outer bag fit its files again. */
export function resign(draft: Draft, by: TestOffice): Draft {
  const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
  setText(draft, 'bag-info.txt', bagInfoText(draft.pack, bytes, payload.length));
  sign(draft, by);
  return draft;
}

/** One character of a file inside the original is another. */
export function alterInner(draft: Draft, path: string): void {
  const text = textOf(draft, `${ORIGINAL}${path}`);
  const at = Math.floor(text.length / 2);
  const other = text[at] === 'a' ? 'b' : 'a';
  setText(draft, `${ORIGINAL}${path}`, text.slice(0, at) + other + text.slice(at + 1));
}
