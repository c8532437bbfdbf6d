// A library to take pictures of, in a process of its own: `FOLDER empty|full`. `full` holds the sample library and, older
// than that, 10,000 invented records. The clock stands still, so that two runs look alike.
import type { StoreContext } from '../../electron/store/context.ts';
import { databaseOf } from '../../electron/store/context.ts';
import { insertRecord } from '../../electron/store/records/insert-record.ts';
import { addSamples } from '../../electron/store/records/samples/add-samples.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { makeRandom } from '../bench/random.ts';
import { makeRecord, makeVocabulary } from '../bench/synthetic-library.ts';
import { lookTime } from './look-time.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = '', size = 'empty'] = process.argv.slice(2);
const RECORDS = 10_000;
const context: StoreContext = { clock: () => lookTime, open: null };

await createWorkspace(
  context,
  {
    folder,
    kind: 'contact-point',
    name: '云汀市人民检察院知识产权检察办公室',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true,
    acceptsFolderRisk: false,
  },
  cheapOptions,
);
if (size === 'full') {
  const db = databaseOf(context);
  const random = makeRandom(17);
  const vocabulary = makeVocabulary(random);
  const kinds = ['precedent', 'typical-case', 'good-practice', 'research-note'] as const;
  db.transaction(() => {
    for (let index = 0; index < RECORDS; index += 1) {
      const kind = kinds[index % kinds.length] ?? 'precedent';
      const { title, keywords, caseNumbers, document } = makeRecord(vocabulary, random);
      const words = { keywords: [...keywords], caseNumbers: [...caseNumbers] };
      const changedAt = lookTime - (RECORDS - index + 1) * 3_600_000;
      insertRecord(db, { kind, title, ...words, document, source: null }, changedAt);
    }
  })();
  const control = { signal: { aborted: false }, report: () => undefined };
  await addSamples(db, 'contact-point', () => lookTime, control);
}
context.open?.close();
