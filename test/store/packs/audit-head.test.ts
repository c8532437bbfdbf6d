import { bagInfoText } from '../../../electron/store/packs/bag.ts';
import { STATEMENT } from '../../../shared/packs/statement.ts';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { appendAudit } from '../../../electron/store/audit/append-audit.ts';
import { hashLine, NO_LINE, type StoredLine } from '../../../electron/store/audit/chain.ts';
import { verifyAudit } from '../../../electron/store/audit/verify-audit.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { draftPack, rawZip, sealTo, setText, sign, zipEntries } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

describe('the head of the audit trail in a pack', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const file = join(point.folder, 'out.jzpack');
  let atFirst: { lines: number; head: string };
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    atFirst = verifyAudit(point.db);
    await packsHandlers['packs.export'](
      point.context,
      { recordIds: [RecordId.parse(addRecord(point))], to: desk.id, file },
      watchJob(),
    );
  });
  after(() => {
    for (const office of [point, desk]) office.close();
  });
  const auditAt = async (office: TestOffice) =>
    (await packsHandlers['packs.verify'](office.context, { file }, watchJob())).audit;

  it('says where the sender’s trail stood, to the receiver as well, who cannot judge it', async () => {
    const { lines, head: hash } = atFirst;
    assert.deepEqual(await auditAt(desk), { lines, hash, isInTrail: null });
    assert.deepEqual(await auditAt(point), { lines, hash, isInTrail: true });
  });

  it('is still led to when more has been noted', async () => {
    appendAudit(point.db, Date.now, { action: 'record-purged', subject: 'x', detail: {} });
    assert.equal((await auditAt(point))?.isInTrail, true);
  });

  it('is not in packs of version 5, which are read as before', async () => {
    const draft = await draftPack(point, desk);
    const { audit: _audit, ...rest } = draft.pack;
    setText(draft, 'pack.json', `${canonicalJson({ ...rest, formatVersion: 5 })}\n`);
    draft.files.delete(STATEMENT);
    setText(draft, 'bag-info.txt', bagInfoText(draft.pack, payloadBytes(draft), 2));
    sign(draft, point);
    const old = await sealTo(desk, rawZip(zipEntries(draft)), 'old.jzpack');
    const found = await packsHandlers['packs.verify'](desk.context, { file: old }, watchJob());
    assert.equal(found.audit, null);
  });

  it('shows that the trail was rewritten, though its chain is whole', async () => {
    rewriteWithout(point, 2);
    assert.equal(verifyAudit(point.db).brokenAt, null);
    assert.equal((await auditAt(point))?.isInTrail, false);
  });

  it('shows that the trail was cut off', async () => {
    point.db.exec('DELETE FROM audit WHERE number > 1');
    assert.equal(verifyAudit(point.db).brokenAt, null);
    assert.equal((await auditAt(point))?.isInTrail, false);
  });
});

/** As somebody with the passphrase and another program would: the line is gone, all numbers and hashes fit. */
function rewriteWithout({ db }: TestOffice, gone: number): void {
  const lines = db
    .prepare<[], StoredLine>(
      'SELECT number, at, action, subject, detail, who FROM audit ORDER BY number',
    )
    .all()
    .filter(({ number }) => number !== gone);
  db.exec(`
    DROP TRIGGER audit_is_append_only_update;
    DROP TRIGGER audit_is_append_only_delete;
    DELETE FROM audit`);
  const insert = db.prepare(
    `INSERT INTO audit (number, at, action, subject, detail, who, hash)
     VALUES (@number, @at, @action, @subject, @detail, @who, @hash)`,
  );
  let hash = NO_LINE;
  for (const [index, line] of lines.entries()) {
    const moved = { ...line, number: index + 1 };
    hash = hashLine(hash, moved);
    insert.run({ ...moved, hash });
  }
}

function payloadBytes({ files }: Awaited<ReturnType<typeof draftPack>>): number {
  return [...files]
    .filter(([path]) => path.startsWith('data/'))
    .reduce((sum, [, bytes]) => sum + bytes.length, 0);
}
