import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { workspaceHandlers } from '../../../electron/store/workspace/handlers.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import type { Revision } from '../../../shared/contract/revisions.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';
import { textOf } from '../../support/temp-history.ts';
import { documentOf } from '../../support/temp-records.ts';
import { cheapOptions, createTempWorkspace, testPassphrase } from '../../support/temp-workspace.ts';

describe('what is exported', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let files = 0;
  before(async () => {
    await enrolAt(point, desk);
  });
  after(() => {
    point.close();
    desk.close();
  });

  const send = (id: RecordId, file = join(point.folder, `${String((files += 1))}.jzpack`)) =>
    packsHandlers['packs.export'](
      point.context,
      { recordIds: [id], to: desk.id, file },
      watchJob(),
    );
  const history = async (recordId: RecordId) => {
    const page = await revisionsHandlers['revisions.list'](point.context, {
      recordId,
      offset: 0,
      limit: 500,
    });
    return page.items;
  };
  async function write(id: RecordId, facts: string): Promise<void> {
    const record = await recordsHandlers['records.get'](point.context, { id });
    await recordsHandlers['records.save'](point.context, {
      ...record,
      document: documentOf({ facts }),
    });
  }
  const facts = ({ number, reason, packs }: Revision) => [
    number,
    reason,
    packs.map(({ sequence }) => sequence),
  ];

  it('is a revision: its number stands in the pack, and the pack stands with it', async () => {
    const id = RecordId.parse(addRecord(point));
    const sent = await send(id);
    assert.deepEqual(
      sent.verification.contents.map(({ revision }) => revision),
      [1],
    );
    assert.deepEqual((await history(id)).map(facts), [[1, 'exported', [1]]]);
    assert.equal((await history(id))[0]?.packs[0]?.recipientName, desk.name);
  });

  it('is kept once however often it is sent, and again when it was changed', async () => {
    const id = RecordId.parse(addRecord(point));
    await send(id);
    await send(id);
    await write(id, '补充了证据。');
    await write(id, '补充了鉴定意见。');
    const third = await send(id);
    assert.deepEqual(
      third.verification.contents.map(({ revision }) => revision),
      [2],
    );
    assert.deepEqual((await history(id)).map(facts), [
      [2, 'exported', [4]],
      [1, 'exported', [2, 3]],
    ]);
  });

  it('is reached from the pack by its number, as it left, whatever was written since', async () => {
    const id = RecordId.parse(addRecord(point));
    await write(id, '报送时的文字。');
    await send(id);
    await write(id, '后来的文字。');
    const [pack] = (await packsHandlers['packs.list'](point.context, { offset: 0, limit: 1 }))
      .items;
    const revision = pack?.contents[0]?.revision ?? 0;
    const found = await revisionsHandlers['revisions.find'](point.context, {
      recordId: id,
      number: revision,
    });
    const { content } = await revisionsHandlers['revisions.get'](point.context, {
      id: found.revision.id,
    });
    assert.equal(textOf(content.document), '报送时的文字。');
  });

  it('and could not be placed is kept without a pack', async () => {
    const id = RecordId.parse(addRecord(point));
    await assert.rejects(
      send(id, join(point.folder, 'nowhere', 'x.jzpack')),
      failsWith('file-not-writable'),
    );
    assert.deepEqual((await history(id)).map(facts), [[1, 'exported', []]]);
  });
});

describe('what was being written', () => {
  it('is kept when the workspace is locked, and after a crash when it is opened', async () => {
    const temp = await createTempWorkspace();
    const { context, folder } = temp;
    const reopen = () =>
      openWorkspace(
        context,
        { folder, passphrase: testPassphrase, acceptsFolderRisk: false },
        cheapOptions,
      );
    const { id } = await recordsHandlers['records.create'](context, {
      kind: 'typical-case',
      title: '案',
    });
    const write = async (text: string) => {
      const record = await recordsHandlers['records.get'](context, { id });
      await recordsHandlers['records.save'](context, {
        ...record,
        document: documentOf({ facts: text }),
      });
    };
    const reasons = async () => {
      const page = await revisionsHandlers['revisions.list'](context, {
        recordId: id,
        offset: 0,
        limit: 9,
      });
      return page.items.map(({ reason }) => reason);
    };
    try {
      await write('锁定之前。');
      await workspaceHandlers['workspace.lock'](context, {});
      await reopen();
      assert.deepEqual(await reasons(), ['left']);
      await write('崩溃之前。');
      // A crash: nobody is told. The next opening through the operation finds it.
      context.open?.close();
      context.open = null;
      await workspaceHandlers['workspace.open'](context, {
        folder,
        passphrase: testPassphrase,
        acceptsFolderRisk: false,
      });
      assert.deepEqual(await reasons(), ['left', 'left']);
    } finally {
      temp.cleanUp();
    }
  });
});
