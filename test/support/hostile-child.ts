// A desk beside a window test, in a process of its own: below `FOLDER` its workspace `desk` with one record of its own, and `brought`, a folder with one hostile pack
// of every sort for it and, last by name, a good one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsHandlers } from '../../electron/store/records/handlers.ts';
import { makeRandom } from '../bench/random.ts';
import { rawZip, zipEntries } from './forge.ts';
import { attacks, seal } from './hostile-packs.ts';
import { openHostileScene } from './hostile-scene.ts';
import { statementAttacks } from './hostile-statements.ts';

const [folder = '', title = '', own = ''] = process.argv.slice(2);
const { scene, close } = await openHostileScene(folder, title);
const brought = join(folder, 'brought');
mkdirSync(brought);
await recordsHandlers['records.create'](scene.desk.context, { kind: 'typical-case', title: own });
const all = Object.values({ ...attacks, ...statementAttacks });
for (const [number, attack] of all.entries()) {
  const name = `${String(number + 1).padStart(3, '0')}.jzpack`;
  writeFileSync(join(brought, name), await attack(scene, makeRandom(number)));
}
const good = await seal(scene.desk, rawZip(zipEntries(scene.drafts.submission)));
writeFileSync(join(brought, '最后.jzpack'), good);
close();
