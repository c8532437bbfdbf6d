// A desk's workspace beside a window test, in a process of its own: `FOLDER [--full]` makes it. With `--full` it has the sample registry,
// cards for some of the offices (one not linked yet) and what they sent in the course of a year. Prints a card that is not enrolled.
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { newAgeIdentity } from '../../electron/store/points/age-identity.ts';
import { writeCard } from '../../electron/store/points/card.ts';
import { fingerprintOf } from '../../electron/store/points/fingerprint.ts';
import { newSigningKey } from '../../electron/store/points/signing-key.ts';
import { registryHandlers } from '../../electron/store/registry/handlers.ts';
import { searchHandlers } from '../../electron/store/search/handlers.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { makeRandom } from '../bench/random.ts';
import { enrolOffice, receiveRecord } from './temp-desk.ts';
import { recordingControl } from './temp-records.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = '', flag = ''] = process.argv.slice(2);
const context: StoreContext = { clock: Date.now, open: null };
await createWorkspace(
  context,
  {
    folder,
    kind: 'desk',
    name: '知识产权检察厅（示例）',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true,
    acceptsFolderRisk: false,
  },
  cheapOptions,
);
if (flag === '--full') {
  const db = databaseOf(context);
  await registryHandlers['registry.addSamples'](context, {});
  const offices = db
    .prepare("SELECT id, name FROM registry_offices WHERE batches <> '' ORDER BY number")
    .all() as { id: string; name: string }[];
  const random = makeRandom(42);
  const states = ['received', 'received', 'accepted', 'returned', 'adopted'];
  const keywords = [
    '商标',
    '地理标志',
    '商业秘密',
    '著作权',
    '双报',
    '综合履职',
    '网络侵权',
    '专利',
  ];
  offices.forEach(({ id, name }, at) => {
    enrolOffice(db, `card-${at}`, `${name.replace('（示例）', '')}知识产权检察办公室`);
    // The last one is still to be linked, and one that is linked has never sent anything.
    if (at < offices.length - 1)
      db.prepare('UPDATE registry_offices SET card_office_id = ? WHERE id = ?').run(
        `card-${at}`,
        id,
      );
    if (at === 3) return;
    for (let count = 2 + random.below(14); count > 0; count -= 1) {
      const at_ = Date.now() - (at === 5 ? 200 : 2 + random.below(360)) * 86_400_000;
      const chosen = keywords.filter(() => random.below(4) === 0);
      receiveRecord(db, {
        sender: `card-${at}`,
        at: at_,
        state: random.pick(states),
        keywords: chosen,
      });
    }
  });
  await searchHandlers['search.rebuild'](context, {}, recordingControl());
}
const key = newSigningKey();
const card = writeCard(
  {
    officeId: '0199aa00-0000-7000-8000-000000000001',
    name: '临江市人民检察院知识产权检察办公室',
    kind: 'contact-point',
    cardVersion: 1,
    ageRecipient: newAgeIdentity().recipient,
  },
  key,
);
console.log(JSON.stringify({ text: card, fingerprint: fingerprintOf(card) }));
context.open?.close();
