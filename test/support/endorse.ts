import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, type TestContext } from 'node:test';
import { endorsementsHandlers } from '../../electron/store/endorsements/handlers.ts';
import type { EndorsablePack, Opinion } from '../../shared/contract/endorsements.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from './office.ts';

export type Chain = { point: TestOffice; province: TestOffice; desk: TestOffice };

/** A point, its provincial office and the desk, who have enrolled one another, for all tests of a suite. */
export function openChain(how: { clock?: () => number } = {}): Chain {
  const chain = chainOf(how);
  before(() => enrolAll(chain));
  after(() => closeAll(chain));
  return chain;
}

/** The same for one test alone. */
export async function chainFor(t: TestContext): Promise<Chain> {
  const chain = chainOf({});
  t.after(() => closeAll(chain));
  await enrolAll(chain);
  return chain;
}

function chainOf(how: { clock?: () => number }): Chain {
  return {
    point: openOffice('云汀市人民检察院', how),
    province: openOffice('江岚省人民检察院', { ...how, kind: 'province' }),
    desk: openOffice('知识产权检察厅', { ...how, kind: 'desk' }),
  };
}

async function enrolAll({ point, province, desk }: Chain): Promise<void> {
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
}

function closeAll({ point, province, desk }: Chain): void {
  [point, province, desk].forEach((office) => office.close());
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
