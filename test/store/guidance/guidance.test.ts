import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import type { Caller } from '../../../electron/cli/caller.ts';
import { guideCommand } from '../../../electron/cli/guidance-command.ts';
import { createAnswer } from '../../../electron/store/answer.ts';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { guidanceHandlers } from '../../../electron/store/guidance/handlers.ts';
import { storeHandlers } from '../../../electron/store/handlers.ts';
import { linksHandlers } from '../../../electron/store/links/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { changeStatus } from '../../../electron/store/records/change-status.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { contract, type CallInput, type CallOutput } from '../../../shared/contract/index.ts';
import type { FullRecord, RecordId } from '../../../shared/contract/records.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';
import { decideAll } from '../../support/decide.ts';
import { heldAs, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

const DAY = 86_400_000;
/** The afternoon of 22 November 2026 in Beijing. */
let now = Date.UTC(2026, 10, 22, 8);
const clock = () => now;
let files = 0;

const create = async (
  at: TestOffice,
  kind: FullRecord['kind'],
  title: string,
  call?: string,
): Promise<RecordId> =>
  (
    await recordsHandlers['records.create'](at.context, {
      kind,
      title,
      ...(call === undefined ? {} : { call }),
    })
  ).id;

const full = (at: TestOffice, id: RecordId) =>
  recordsHandlers['records.get'](at.context, { id }) as FullRecord;

async function change(at: TestOffice, id: RecordId, fields: Partial<RecordFields>, title?: string) {
  const record = full(at, id);
  await recordsHandlers['records.save'](
    at.context,
    contract['records.save'].input.parse({
      id,
      title: title ?? record.title,
      keywords: record.keywords,
      caseNumbers: record.caseNumbers,
      document: record.document,
      fields: { ...record.fields, ...fields },
      saves: record.saves,
    }),
  );
}

async function guide(
  at: TestOffice,
  recordIds: RecordId[],
  others: Partial<CallInput<'guidance.write'>> = {},
) {
  if (recordIds.length > 0) await decideAll(at, { recordIds });
  files += 1;
  const input = contract['guidance.write'].input.parse({
    recordIds,
    file: join(at.folder, `guidance-${String(files)}.jzpack`),
    ...others,
  });
  return guidanceHandlers['guidance.write'](at.context, input, watchJob());
}

async function submit(at: TestOffice, to: TestOffice, recordIds: RecordId[]): Promise<string> {
  await decideAll(at, { recordIds });
  files += 1;
  const file = join(at.folder, `submission-${String(files)}.jzpack`);
  await packsHandlers['packs.export'](
    at.context,
    contract['packs.export'].input.parse({ recordIds, to: to.id, file }),
    watchJob(),
  );
  return file;
}

const calls = async (at: TestOffice) =>
  (await guidanceHandlers['guidance.calls'](at.context, {})).items;

describe('guidance from the desk', () => {
  const desk = openOffice('知识产权检察办公室', { kind: 'desk', clock });
  const point = openOffice('云汀市人民检察院', { clock });
  const other = openOffice('临溪县人民检察院', { clock });
  let call: RecordId;
  let here: RecordId;

  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(desk, office);
      await enrolAt(office, desk);
    }
    call = await create(desk, 'call', '关于征集地理标志保护典型案例的通知');
    await change(desk, call, { due: '2026-12-02', wanted: ['typical-case', 'good-practice'] });
  });
  after(() => [desk, point, other].forEach((office) => office.close()));

  it('is written where guidance comes from, and nowhere else', async () => {
    for (const kind of ['notice', 'call'] as const) {
      await assert.rejects(
        async () => create(point, kind, '通知'),
        failsWith('kind-not-written-here'),
      );
    }
    await assert.rejects(
      guide(point, [], { note: '请参照。' }),
      failsWith('guidance-not-from-here'),
    );
    await assert.rejects(guide(desk, []), failsWith('guidance-empty'));
    await assert.rejects(
      guide(desk, [], { note: '联系人手机13812345678。' }),
      failsWith('answer-reveals'),
    );
  });

  it('goes to all in one file, and every one of them takes in the same records', async () => {
    const { file, verification } = await guide(desk, [call], { note: '请各院组织报送。' });
    assert.deepEqual(verification.recipientNames.toSorted(), [other.name, point.name].toSorted());
    for (const office of [point, other]) assert.equal((await takePackIn(office, file)).records, 1);
    here = heldAs(point, call);
    const taken = full(point, here);
    assert.equal(taken.library, 'guidance');
    assert.deepEqual(
      [taken.fields.due, taken.fields.wanted],
      ['2026-12-02', ['typical-case', 'good-practice']],
    );
    assert.equal(taken.provenance?.note, '请各院组织报送。');
    const { unreadGuidance } = await answersHandlers['answers.notices'](point.context, {});
    assert.equal(unreadGuidance, 1);
  });

  it('counts the days of a call in Beijing, past the last one too', async () => {
    const days = async () => (await calls(point)).map(({ daysLeft }) => daysLeft);
    assert.deepEqual(await days(), [10]);
    // Half past eleven at night on the 2nd of December, and an hour later.
    now = Date.UTC(2026, 11, 2, 15, 30);
    assert.deepEqual(await days(), [0]);
    now += 3_600_000;
    assert.deepEqual(await days(), [-1]);
    now = Date.UTC(2026, 10, 22, 8);
  });

  it('is answered by records that name the call, counted here, and at the desk by office', async () => {
    const [listed] = await calls(point);
    assert.equal(listed?.callId, call);
    const written = await create(point, 'typical-case', '岑岭茶叶假冒案', listed?.callId);
    assert.deepEqual(
      [(await calls(point))[0]?.written, (await calls(point))[0]?.submitted],
      [1, 0],
    );
    const file = await submit(point, desk, [written]);
    assert.deepEqual(
      [(await calls(point))[0]?.written, (await calls(point))[0]?.submitted],
      [1, 1],
    );
    const statuses = async (to: 'in-review' | 'returned' | 'draft', id: RecordId) => {
      changeStatus(point.db, clock, { id, to, who: randomUUID() });
      const [one] = await calls(point);
      return [one?.written, one?.submitted, one?.inRevision];
    };
    assert.deepEqual(
      await statuses('in-review', written),
      [1, 1, 1],
      'it was submitted all the same',
    );
    assert.deepEqual(await statuses('draft', written), [1, 1, 1]);
    const other_ = await create(point, 'typical-case', '尚未报送的茶叶案', listed?.callId);
    await statuses('in-review', other_);
    assert.deepEqual(await statuses('returned', other_), [2, 1, 1], 'a reviewer here returned it');
    await takePackIn(desk, file);
    const [asked] = await calls(desk);
    assert.deepEqual([asked?.came, asked?.cameFrom, asked?.sentTo], [1, 1, 2]);
    const { items } = await guidanceHandlers['guidance.answers'](desk.context, { id: call });
    assert.deepEqual(
      items.map(({ officeName, records }) => [officeName, records.map(({ title }) => title)]),
      [
        [other.name, []],
        [point.name, ['岑岭茶叶假冒案']],
      ],
    );
    const listedThere = await recordsHandlers['records.list'](
      desk.context,
      contract['records.list'].input.parse({
        library: 'received',
        where: [{ list: 'call', codes: [call] }],
      }),
    );
    assert.equal(listedThere.total, 1);
  });

  it('does not say who called where the record goes without having been written for a call', async () => {
    const plain = await create(point, 'typical-case', '与征集无关的案件');
    await takePackIn(desk, await submit(point, desk, [plain]));
    assert.equal(full(desk, heldAs(desk, plain)).fields.call, undefined);
    assert.equal((await calls(desk))[0]?.came, 1);
  });

  it('is found by the links of one’s own records to it', async () => {
    const own = await create(point, 'research-note', '地理标志保护的几个问题');
    const record = full(point, own);
    const [first, ...rest] = record.document.sections;
    assert.ok(first);
    const link = { type: 'record-link' as const, recordId: here, text: '征集' };
    await recordsHandlers['records.save'](
      point.context,
      contract['records.save'].input.parse({
        id: own,
        title: record.title,
        keywords: [],
        caseNumbers: [],
        document: {
          version: 2,
          sections: [{ ...first, blocks: [{ type: 'paragraph', children: [link] }] }, ...rest],
        },
        saves: record.saves,
      }),
    );
    const { items } = await linksHandlers['links.backlinks'](
      point.context,
      contract['links.backlinks'].input.parse({ recordId: here }),
    );
    assert.deepEqual(
      items.map(({ id }) => id),
      [own],
    );
  });

  it('is replaced by a newer text, and withdrawn by one that says so; the earlier one stays in the history', async () => {
    await change(desk, call, { due: '2026-12-20' }, '关于延期征集地理标志保护典型案例的通知');
    await takePackIn(point, (await guide(desk, [call])).file);
    assert.equal(full(point, here).title, '关于延期征集地理标志保护典型案例的通知');
    assert.equal((await calls(point))[0]?.daysLeft, 28);
    await change(desk, call, { standing: 'withdrawn' });
    await takePackIn(point, (await guide(desk, [call])).file);
    const [taken] = await calls(point);
    assert.deepEqual([taken?.id, taken?.standing], [here, 'withdrawn']);
    const kept = point.db
      .prepare(
        'SELECT count(*) FROM revisions JOIN records ON records.number = record_number WHERE records.id = ?',
      )
      .pluck()
      .get(here) as number;
    assert.ok(kept >= 2, 'both earlier texts are kept');
  });

  it('does not pass on what others sent; an adopted one is duplicated, and the copy goes', async () => {
    const sent = await create(point, 'good-practice', '双报机制');
    await takePackIn(desk, await submit(point, desk, [sent]));
    const held = heldAs(desk, sent);
    await assert.rejects(guide(desk, [held]), failsWith('record-not-own'));
    const copy = () =>
      recordsHandlers['records.duplicate'](desk.context, { id: held, title: '双报机制（推荐）' });
    await assert.rejects(async () => copy(), failsWith('record-read-only'));
    await answersHandlers['received.setState'](desk.context, {
      ids: [held],
      to: 'adopted',
      note: '',
    });
    const { id } = await copy();
    assert.equal(full(desk, id).library, 'own');
    const { file } = await guide(desk, [id], { to: [other.id] });
    assert.equal((await takePackIn(other, file)).records, 1);
  });

  it('may be a note and a card alone', async () => {
    now += DAY;
    const { file, verification } = await guide(desk, [], {
      note: '临溪县院更换了密钥。',
      cards: [other.id, 'own'],
      to: [point.name],
    });
    assert.ok(verification.statement?.kind === 'guidance');
    assert.equal(verification.statement.cards.length, 2);
    assert.equal((await takePackIn(point, file)).records, 0);
  });

  it('goes to nobody who is not enrolled', async () => {
    await assert.rejects(
      guide(desk, [], { note: '请参照。', to: [randomUUID()] }),
      failsWith('recipient-not-enrolled'),
    );
  });
});

describe('guidance about a received record', () => {
  const desk = openOffice('知识产权检察办公室', { kind: 'desk', clock });
  const point = openOffice('云汀市人民检察院', { clock });
  const other = openOffice('临溪县人民检察院', { clock });
  const about = async (at: TestOffice, id: RecordId) =>
    (await guidanceHandlers['guidance.about'](at.context, { id })).items;
  let own: RecordId;
  let held: RecordId;
  let foreign: RecordId;
  let notice: RecordId;

  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(desk, office);
      await enrolAt(office, desk);
    }
    own = await create(point, 'typical-case', '岑岭商标案');
    await takePackIn(desk, await submit(point, desk, [own]));
    held = heldAs(desk, own);
    const theirs = await create(other, 'typical-case', '临溪专利案');
    await takePackIn(desk, await submit(other, desk, [theirs]));
    foreign = heldAs(desk, theirs);
    notice = await create(desk, 'notice', '关于完善证据部分的通知');
  });
  after(() => [desk, point, other].forEach((office) => office.close()));

  it('goes to the office that submitted it, alone, and names it as that office does', async () => {
    const { file, verification } = await guide(desk, [notice], {
      note: '请补充证据部分。',
      regarding: [held],
    });
    assert.deepEqual(verification.recipientNames, [point.name]);
    assert.ok(verification.statement?.kind === 'guidance');
    assert.deepEqual(verification.statement.regarding, [{ officeId: point.id, recordId: own }]);
    await takePackIn(point, file);
  });

  it('is found from the record at both ends, and the record from it', async () => {
    const taken = heldAs(point, notice);
    const [came, ...none] = await about(point, own);
    assert.deepEqual(none, []);
    assert.deepEqual(
      [came?.isSent, came?.officeName, came?.note, came?.records],
      [false, desk.name, '请补充证据部分。', [{ id: taken, title: '关于完善证据部分的通知' }]],
    );
    assert.deepEqual(full(point, taken).provenance?.regarding, [{ id: own, title: '岑岭商标案' }]);
    const [sent] = await about(desk, held);
    assert.deepEqual(
      [sent?.isSent, sent?.officeName, sent?.packId, sent?.records.map(({ id }) => id)],
      [true, point.name, came?.packId, [notice]],
    );
    assert.deepEqual(await about(desk, foreign), []);
    assert.deepEqual(await about(point, taken), []);
  });

  it('is found from the record where it is a note alone, the newest first, and after a newer text of what went along', async () => {
    await takePackIn(
      point,
      (await guide(desk, [], { note: '再请核对。', regarding: [held] })).file,
    );
    await change(desk, notice, {}, '关于完善证据部分的补充通知');
    await takePackIn(point, (await guide(desk, [notice])).file);
    assert.deepEqual(
      (await about(point, own)).map(({ note, records }) => [
        note,
        records.map(({ title }) => title),
      ]),
      [
        ['再请核对。', []],
        ['请补充证据部分。', ['关于完善证据部分的补充通知']],
      ],
    );
  });

  it('is not written for others beside its sender, about records of several, or about none that came', async () => {
    const fails = async (regarding: RecordId[], to?: string[]) =>
      assert.rejects(
        guide(desk, [notice], { regarding, ...(to === undefined ? {} : { to }) }),
        failsWith('guidance-regards-others'),
      );
    await fails([held], [point.id, other.id]);
    await fails([held], [other.id]);
    await fails([held, foreign]);
    await fails([notice]);
    await assert.rejects(
      guide(desk, [], { note: '请核对。', regarding: [randomUUID() as RecordId] }),
      failsWith('record-not-found'),
    );
  });

  it('is written by command line too', async () => {
    const answer = createAnswer(desk.context, storeHandlers, {
      checkOutput: true,
      report: () => undefined,
    });
    const caller: Caller = {
      call: async (name, input) => {
        const result = await answer({ name, input, jobId: 'command-line' });
        assert.ok(result.ok);
        return result.value as CallOutput<typeof name>;
      },
      cancel: () => undefined,
      close: () => undefined,
    };
    const out = join(desk.folder, 'by-command-line.jzpack');
    const words = ['--regarding', held, '--note', '请再看证据部分。', '--out', out];
    const args = parseArguments(words, guideCommand.options);
    await guideCommand.run(caller, args, () => Promise.resolve(''));
    await takePackIn(point, out);
    assert.equal((await about(point, own))[0]?.note, '请再看证据部分。');
  });
});
