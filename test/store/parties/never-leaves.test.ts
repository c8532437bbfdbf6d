import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { commands } from '../../../electron/cli/commands.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import type { StoreContext } from '../../../electron/store/context.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

const NAME = '独孤求败';
const PSEUDONYM = '独孤某甲乙';

async function addParty(context: StoreContext, recordId: string): Promise<void> {
  const input = parties['parties.save'].input.parse({
    recordId,
    id: null,
    name: NAME,
    role: 'defendant',
    isMinor: false,
    pseudonym: PSEUDONYM,
  });
  await partiesHandlers['parties.save'](context, input);
}

describe('the table of parties never leaves:', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => {
    point.close();
    desk.close();
  });

  it('no file of a pack holds a name or a pseudonym of it', async () => {
    const id = addRecord(point, { title: '假冒注册商标案' });
    await addParty(point.context, id);
    const draft = await draftPack(point, desk, { recordIds: [id], attachmentIds: [] });
    const bytes = Buffer.concat([...draft.files.values()].map((file) => Buffer.from(file)));
    assert.ok(bytes.includes('假冒注册商标案'));
    assert.ok(!bytes.includes('独孤') && !bytes.includes('defendant'));
  });

  it('the command line has no word for it', () => {
    const words = Object.entries(commands).map(([name, { usage }]) => `${name} ${usage}`);
    assert.doesNotMatch(words.join('\n'), /part(?:y|ies)|pseudonym/iu);
  });

  it('no operation takes it to a place on the disk', () => {
    assert.deepEqual(
      Object.values(parties).flatMap(({ paths }) => paths),
      [],
    );
  });

  it('in the folder of the workspace and in its backups it is not readable', async () => {
    const { context, db, folder, cleanUp } = await createTempWorkspace({ name: '云汀' });
    const id = addRecord({ context, db, id: '', name: '', folder, close: () => {} });
    await addParty(context, RecordId.parse(id));
    const findIn = () => spawnSync('grep', ['-rlaF', NAME, folder], { encoding: 'utf8' }).stdout;
    assert.equal(findIn(), '');
    context.open?.close();
    context.open = null;
    // A newer version takes a backup before it changes anything.
    await openWorkspace(
      context,
      { folder, passphrase: testPassphrase, acceptsFolderRisk: false },
      { ...cheapOptions, migrations: [...cheapOptions.migrations, () => {}] },
    );
    assert.equal(findIn(), '');
    const kept = await partiesHandlers['parties.list'](context, { recordId: RecordId.parse(id) });
    assert.equal(kept.parties[0]?.name, NAME);
    cleanUp();
  });
});
