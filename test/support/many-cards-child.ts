// A desk that enrolled many offices, for a window test, in a process of its own: `FOLDER COUNT`. The last three of them are revoked.
import { randomUUID } from 'node:crypto';
import type { StoreContext } from '../../electron/store/context.ts';
import { newAgeIdentity } from '../../electron/store/points/age-identity.ts';
import { writeCard } from '../../electron/store/points/card.ts';
import { fingerprintOf } from '../../electron/store/points/fingerprint.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { newSigningKey } from '../../electron/store/points/signing-key.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

const [folder = '', wanted = '80'] = process.argv.slice(2);
const cities = ['云汀', '岑岭', '折枝', '汐桥', '青屿', '临溪', '望舒', '蓝杉'];
const districts = ['东湖区', '西山区', '南浦区', '北渚区', '上埠县', '下塘县', '高新区', '新港区'];
let now = Date.UTC(2026, 10, 2, 1);
const context: StoreContext = { clock: () => now, open: null };

await createWorkspace(
  context,
  {
    folder,
    kind: 'desk',
    name: '江岚省人民检察院（接收端）',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true,
    acceptsFolderRisk: false,
  },
  cheapOptions,
);
const count = Number(wanted);
for (let index = 0; index < count; index += 1) {
  now += 3_600_000;
  const city = cities[index % cities.length] ?? '';
  const district = districts[Math.floor(index / cities.length) % districts.length] ?? '';
  const round = Math.floor(index / (cities.length * districts.length));
  const name = `${city}市${district}人民检察院${round === 0 ? '' : `第${round + 1}检察部`}`;
  const officeId = randomUUID();
  const facts = { officeId, name, kind: 'contact-point', cardVersion: 1 } as const;
  const card = writeCard({ ...facts, ageRecipient: newAgeIdentity().recipient }, newSigningKey());
  await pointsHandlers['points.enrol'](context, { card, fingerprint: fingerprintOf(card) });
  if (index < count - 3) continue;
  await pointsHandlers['points.revoke'](context, { officeId, reason: '对方来电称存储介质遗失。' });
}
context.open?.close();
