import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { endorsementsHandlers } from '../../electron/store/endorsements/handlers.ts';
import type { EndorsablePack, Opinion } from '../../shared/contract/endorsements.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from './office.ts';

export type Chain = { point: TestOffice; province: TestOffice; desk: TestOffice };

/** A point, its provincial office and the desk, who have enrolled one another. */
export function openChain(how: { clock?: () => number } = {}): Chain {
  const point = openOffice('云汀市人民检察院', how);
  const province = openOffice('江岚省人民检察院', { ...how, kind: 'province' });
  const desk = openOffice('知识产权检察厅', { ...how, kind: 'desk' });
  before(async () => {
    for (const [at, other] of [
      [point, province],
      [province, point],
      [province, desk],
      [desk, province],
      [desk, point],
      [point, desk],
    ] as const) {
      await enrolAt(at, other);
    }
  });
  after(() => [point, province, desk].forEach((office) => office.close()));
  return { point, province, desk };
}

export async function waitingAt(province: TestOffice): Promise<EndorsablePack[]> {
  const page = { which: 'waiting' as const, offset: 0, limit: 100 };
  return (await endorsementsHandlers['endorsements.packs'](province.context, page)).items;
}

export async function give(
  province: TestOffice,
  recordId: RecordId,
  opinion: Opinion = 'recommended',
  text = '',
): Promise<void> {
  await endorsementsHandlers['endorsements.give'](province.context, {
    recordId,
    given: { opinion, text },
  });
}

let files = 0;

/** Gives an opinion on every record of a waiting pack and forwards it; answers the file. */
export async function endorseTo(
  { province, desk }: Chain,
  packId: string,
  opinion: Opinion = 'recommended',
  text = '',
): Promise<string> {
  const pack = (await waitingAt(province)).find((one) => one.packId === packId);
  assert.ok(pack, 'the pack does not wait');
  for (const { id } of pack.records) if (id !== null) await give(province, id, opinion, text);
  files += 1;
  const file = join(province.folder, `endorsed-${String(files)}.jzpack`);
  const to = { packId, to: desk.id, file, note: '' };
  await endorsementsHandlers['endorsements.write'](province.context, to, watchJob());
  return file;
}
