import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { caseloadHandlers } from '../../../electron/store/caseload/handlers.ts';
import { bagInfoText, sha256, textFile } from '../../../electron/store/packs/bag.ts';
import { registryHandlers } from '../../../electron/store/registry/handlers.ts';
import { situationHandlers } from '../../../electron/store/situation/handlers.ts';
import { plainSubmission, STATEMENT, statementText } from '../../../shared/packs/statement.ts';
import type { RegistryId } from '../../../shared/contract/registry.ts';
import { sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { draftPack, rawZip, sealTo, setText, sign, zipEntries } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';

describe('figures that a submission brings', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('知识产权检察厅', { kind: 'desk' });
  let office: RegistryId;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    ({ id: office } = await registryHandlers['registry.create'](desk.context, {
      name: '云汀市人民检察院',
      region: '320000',
      level: null,
      batches: ['2024'],
      provincial: '',
      demonstrationZone: '',
      contacts: [],
      notes: '',
    }));
    await registryHandlers['registry.link'](desk.context, { id: office, cardOfficeId: point.id });
  });
  after(() => [point, desk].forEach((one) => one.close()));

  const figures = (count: string | number) => `kind,name,count\ncivil,民事检察监督,${count}\n`;
  const send = (period: string, text: string, hash = sha256(Buffer.from(text))) =>
    sendPack(
      point,
      desk,
      [addRecord(point)],
      { ...plainSubmission(''), caseload: [{ period, sha256: hash }] },
      [textFile(`data/caseload/${period}.csv`, text)],
    );
  const periods = async () =>
    (await caseloadHandlers['caseload.ofOffice'](desk.context, { officeId: office })).periods;

  it('stand at the desk and on its page of the situation', async () => {
    await takePackIn(desk, await send('2026-q3', figures(7)));
    assert.deepEqual(await periods(), [
      {
        period: '2026-Q3',
        origin: 'pack',
        changedAt: desk.context.clock(),
        figures: [{ kind: 'civil', count: 7 }],
        otherWords: [],
      },
    ]);
    const { regions } = await situationHandlers['situation.overview'](desk.context, {
      kind: 'total',
    });
    assert.equal(regions.find(({ region }) => region === '320000')?.caseload, 7);
  });

  it('are corrected by the word sent last, whichever comes last, and the others stay readable', async () => {
    const [late, last] = [await send('2026-q3', figures(8)), await send('2026-q3', figures(9))];
    await takePackIn(desk, last);
    await takePackIn(desk, late);
    const [standing] = await periods();
    assert.deepEqual(standing?.figures, [{ kind: 'civil', count: 9 }]);
    const words = standing?.otherWords.map((word) => word.figures[0]?.count);
    assert.deepEqual(words, [8, 7]);
  });

  it('do not leave if a line, a period or a hash is not right', async () => {
    const text = figures(1);
    await assert.rejects(send('2026-q4', figures('-1')), failsWith('caseload-invalid'));
    await assert.rejects(send('2026-13', text), failsWith('caseload-invalid'));
    await assert.rejects(
      send('2026-q4', text, '0'.repeat(64)),
      failsWith('pack-statement-invalid'),
    );
  });

  it('refuse the whole pack of a sender who sends them all the same', async () => {
    const before = desk.db.prepare('SELECT count(*) FROM records').pluck().get();
    const draft = await draftPack(point, desk);
    const text = figures('7,000');
    const caseload = [{ period: '2026-q4', sha256: sha256(Buffer.from(text)) }];
    setText(draft, 'data/caseload/2026-q4.csv', text);
    setText(draft, STATEMENT, statementText({ ...plainSubmission(''), caseload }));
    const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
    const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
    setText(draft, 'bag-info.txt', bagInfoText(draft.pack, bytes, payload.length));
    sign(draft, point);
    const file = await sealTo(desk, rawZip(zipEntries(draft)));
    await assert.rejects(takePackIn(desk, file), failsWith('caseload-invalid'));
    assert.equal(desk.db.prepare('SELECT count(*) FROM records').pluck().get(), before);
    assert.equal((await periods()).length, 1);
  });
});
