import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { bagInfoText } from '../../../electron/store/packs/bag.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { plainSubmission, STATEMENT, statementText } from '../../../shared/packs/statement.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { failsWith } from '../../support/failure.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  setText,
  sign,
  zipEntries,
  type Draft,
} from '../../support/forge.ts';
import { enrolAt, openOffice, watchJob } from '../../support/office.ts';

describe('the statement of a pack', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  let draft: Draft;
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  beforeEach(async () => {
    draft = await draftPack(point, desk);
  });
  after(() => [point, desk].forEach((office) => office.close()));

  async function verify() {
    const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
    const bytes = payload.reduce((sum, [, file]) => sum + file.length, 0);
    setText(draft, 'bag-info.txt', bagInfoText(draft.pack, bytes, payload.length));
    sign(draft, point);
    const file = await sealTo(desk, rawZip(zipEntries(draft)));
    return packsHandlers['packs.verify'](desk.context, { file }, watchJob());
  }
  async function refuses(code: FailureCode): Promise<void> {
    await assert.rejects(verify(), failsWith(code));
  }

  it('is told to the receiver', async () => {
    setText(draft, STATEMENT, statementText(plainSubmission('附言')));
    assert.deepEqual((await verify()).statement, plainSubmission('附言'));
  });

  it('is missed', async () => {
    draft.files.delete(STATEMENT);
    await refuses('pack-file-missing');
  });

  it('has one spelling', async () => {
    setText(draft, STATEMENT, ` ${statementText(plainSubmission(''))}`);
    await refuses('pack-statement-invalid');
  });

  it('is of the kind of the pack', async () => {
    const statement = {
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'guidance',
      note: '',
      regarding: [],
      cards: [],
    } as const;
    setText(draft, STATEMENT, statementText({ ...statement, regarding: [], cards: [] }));
    await refuses('pack-statement-invalid');
  });

  it('names every file that goes along beside records', async () => {
    const caseload = [{ period: '2026-10', sha256: '0'.repeat(64) }];
    setText(draft, STATEMENT, statementText({ ...plainSubmission(''), caseload }));
    await refuses('pack-file-missing');
    setText(draft, STATEMENT, statementText(plainSubmission('')));
    setText(draft, 'data/caseload/2026-10.csv', 'x');
    await refuses('pack-structure-invalid');
  });
});

describe('a pack for an office of the wrong kind', () => {
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const point = openOffice('云汀市人民检察院');
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => [point, desk].forEach((office) => office.close()));

  it('is not made', async () => {
    await assert.rejects(draftPack(desk, point), failsWith('pack-not-for-office'));
  });
});
