import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { guidanceHandlers } from '../../electron/store/guidance/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { contract } from '../../shared/contract/index.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { decideAll } from '../support/decide.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../support/office.ts';
import { requireTools, shell, tryShell } from '../support/shell.ts';

describe('guidance to two offices', () => {
  const desk = openOffice('知识产权检察办公室', { kind: 'desk' });
  const points = [openOffice('云汀市人民检察院'), openOffice('临溪县人民检察院')];
  const stranger = openOffice('望舒区人民检察院');
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-guidance-'));
  let call = '';

  before(async () => {
    requireTools('age', 'unzip', 'sha256sum', 'minisign');
    for (const point of points) {
      await enrolAt(desk, point);
      await enrolAt(point, desk);
    }
    call = addRecord(desk, {
      kind: 'call',
      title: '关于征集地理标志保护典型案例的通知',
      fields: { due: '2026-12-31', wanted: ['typical-case'] },
    });
    await decideAll(desk, { recordIds: [call] });
    await guidanceHandlers['guidance.write'](
      desk.context,
      contract['guidance.write'].input.parse({
        recordIds: [RecordId.parse(call)],
        note: '请按期报送。',
        file: join(folder, 'guidance.jzpack'),
      }),
      watchJob(),
    );
    const { minisignPublicKey } = await pointsHandlers['points.ownCard'](desk.context, {});
    writeFileSync(join(folder, 'sender.pub'), minisignPublicKey);
    for (const [at, point] of [...points, stranger].entries()) {
      const file = join(folder, `own-${String(at)}.key`);
      await pointsHandlers['points.writeAgeIdentity'](point.context, { file });
    }
  });
  after(() => {
    [desk, ...points, stranger].forEach((office) => office.close());
    rmSync(folder, { recursive: true, force: true });
  });

  for (const at of [0, 1]) {
    it(`is opened and checked by recipient ${String(at + 1)} with five lines`, () => {
      shell(
        folder,
        `rm -rf bag.zip bag && age -d -i own-${String(at)}.key guidance.jzpack > bag.zip
         unzip -q bag.zip -d bag && cd bag/*
         sha256sum -c --quiet manifest-sha256.txt
         sha256sum -c --quiet tagmanifest-sha256.txt
         minisign -V -q -p ../../sender.pub -m tagmanifest-sha256.txt`,
      );
      const record = JSON.parse(shell(folder, `cat bag/*/data/records/${call}/record.json`)) as {
        formatVersion: number;
        kind: string;
        fields: unknown;
      };
      assert.equal(record.formatVersion, 4);
      assert.deepEqual(
        [record.kind, record.fields],
        ['call', { due: '2026-12-31', wanted: ['typical-case'] }],
      );
      const pack = JSON.parse(shell(folder, 'cat bag/*/pack.json')) as {
        formatVersion: number;
        channel: string;
        recipients: unknown[];
      };
      assert.deepEqual(
        [pack.formatVersion, pack.channel, pack.recipients.length],
        [8, `${desk.id}/all`, 2],
      );
      assert.match(
        shell(folder, `cat bag/*/data/records/${call}/record.html`),
        /<dt>截止日期<\/dt><dd>2026-12-31/u,
      );
    });
  }

  it('is opened by nobody else', () => {
    const { status } = tryShell(folder, 'age -d -i own-2.key guidance.jzpack > nothing.zip');
    assert.notEqual(status, 0);
    assert.equal(readFileSync(join(folder, 'nothing.zip')).length, 0);
  });
});
