import { setInterval } from 'node:timers';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { Failure } from '../../shared/errors.ts';
import { cheapOptions, testPassphrase } from './temp-workspace.ts';

/**
 * A second program, to be killed. `hold FOLDER`: opens, says "open" (or why not) and stays. `write FOLDER`: writes without end and
 * says each number after its transaction has ended. `die-creating FOLDER`: is killed in the middle of a creation.
 */
const [verb, folder = ''] = process.argv.slice(2);
const context: StoreContext = { clock: Date.now, open: null };

if (verb === 'die-creating') {
  const dying = () => void process.kill(process.pid, 'SIGKILL');
  await createWorkspace(
    context,
    {
      folder,
      kind: 'desk',
      name: '半途',
      passphrase: testPassphrase,
      acceptsNoStateSecrets: true,
      acceptsFolderRisk: false,
    },
    { ...cheapOptions, migrations: [...migrations, dying] },
  );
}

try {
  const input = { folder, passphrase: testPassphrase, acceptsFolderRisk: false };
  await openWorkspace(context, input, cheapOptions);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stdout.write(`${error.code}\n`);
  process.exit(3);
}
if (verb === 'hold') {
  process.stdout.write('open\n');
  setInterval(() => {}, 1000);
} else {
  const db = databaseOf(context);
  const insert = db.prepare('INSERT INTO workspace_facts VALUES (?, ?)');
  for (let number = 0; ; number++) {
    insert.run(`write ${number}`, '云汀晨雾'.repeat(200));
    process.stdout.write(`${number}\n`);
  }
}
