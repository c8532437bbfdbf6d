import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import { documentsHandlers } from '../../../electron/store/documents/handlers.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { sourcesHandlers } from '../../../electron/store/sources/handlers.ts';
import { documents } from '../../../shared/contract/documents.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { paragraphsOf } from '../../../shared/document/tree.ts';
import { decideAll } from '../../support/decide.ts';
import { addRecord, openOffice, watchJob } from '../../support/office.ts';

const NAME = '欧阳知微';
const MOBILE = '13912345678';

describe('what leaves beside packs', () => {
  const point = openOffice('云汀市人民检察院');
  after(() => point.close());
  const id = addRecord(point, {
    title: `${NAME}侵犯著作权案`,
    document: {
      version: 2,
      sections: [{ id: 'facts', heading: '案情', blocks: paragraphsOf(`${NAME}，${MOBILE}。`) }],
    },
  });
  const addParty = () =>
    partiesHandlers['parties.save'](
      point.context,
      parties['parties.save'].input.parse({
        recordId: id,
        id: null,
        name: NAME,
        role: 'defendant',
        isMinor: false,
        pseudonym: null,
      }),
    );

  it('of the library of sources, none that names a party or has a personal number', async () => {
    await addParty();
    const titles = ['损失数额的认定', `评${NAME}案`, `联系${MOBILE}`, '机密★10年 汇编'];
    for (const title of titles) {
      await sourcesHandlers['sources.create'](point.context, { item: { type: 'book', title } });
    }
    const file = join(point.folder, 'sources.json');
    const done = await sourcesHandlers['sources.export'](
      point.context,
      { ids: [], file },
      watchJob(),
    );
    assert.deepEqual([done.exported, done.leftOut], [1, 3]);
    const text = readFileSync(file, 'utf8');
    assert.match(text, /损失数额的认定/u);
    assert.doesNotMatch(text, /欧阳|13912345678|机密/u);
  });

  it('of the audit trail, every line, and in none a word of a case', async () => {
    await decideAll(point, { recordIds: [id] }, ({ options }) => ({
      decision: options[0] ?? 'mask',
    }));
    const input = documents['documents.write'].input.parse({
      recordIds: [id],
      file: join(point.folder, '欧阳知微案.docx'),
    });
    await documentsHandlers['documents.write'](point.context, input, watchJob());
    const file = join(point.folder, 'audit.jsonl');
    const { lines } = await auditHandlers['audit.export'](point.context, { file });
    const text = readFileSync(file, 'utf8');
    assert.equal(text.trimEnd().split('\n').length, lines);
    for (const action of ['preflight-decided', 'document-written', 'sources-exported']) {
      assert.ok(text.includes(action), action);
    }
    assert.doesNotMatch(text, /欧阳|知微|139123|侵犯|著作权|评.案/u);
  });
});
