import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { guidanceHandlers } from '../../../electron/store/guidance/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { contract } from '../../../shared/contract/index.ts';
import { isGuidanceChannel } from '../../../shared/packs/guidance-channel.ts';
import { answerBy, takePackIn } from '../../support/exchange.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

describe('numbers of guidance that goes to some', () => {
  const desk = openOffice('知识产权检察办公室', { kind: 'desk' });
  const point = openOffice('云汀市人民检察院');
  const other = openOffice('临溪县人民检察院');
  const files: string[] = [];

  const guide = async (note: string, to?: TestOffice[]) => {
    const file = join(desk.folder, `guidance-${String(files.length + 1)}.jzpack`);
    const input = contract['guidance.write'].input.parse({
      recordIds: [],
      note,
      file,
      ...(to === undefined ? {} : { to: to.map(({ id }) => id) }),
    });
    await guidanceHandlers['guidance.write'](desk.context, input, watchJob());
    files.push(file);
  };
  const take = (at: TestOffice, number: number) => takePackIn(at, files[number - 1] ?? '');
  const gaps = async (at: TestOffice) =>
    (await inboxHandlers['inbox.gaps'](at.context, {})).items.map(({ channel, missing }) => [
      isGuidanceChannel(channel),
      missing,
    ]);
  const unanswered = async () => {
    const page = { offset: 0, limit: 9 };
    const { items, total } = await answersHandlers['answers.unanswered'](desk.context, page);
    const notices = await answersHandlers['answers.notices'](desk.context, {});
    assert.equal(total, items.length);
    assert.equal(notices.unanswered, total);
    return items.map(({ sequence, officeName, state }) => [sequence, officeName, state]);
  };

  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(desk, office);
      await enrolAt(office, desk);
    }
    await guide('致各院。');
    await guide('致临溪。', [other]);
    await guide('再致各院。');
    await guide('致云汀。', [point]);
  });
  after(() => [desk, point, other].forEach((office) => office.close()));

  it('are missing at the others, who cannot tell whether they were meant to have them', async () => {
    assert.deepEqual((await take(point, 1)).missing, []);
    assert.deepEqual((await take(point, 4)).missing, [2, 3]);
    assert.deepEqual(await gaps(point), [[true, [2, 3]]]);
    for (const number of [1, 2, 3]) await take(other, number);
    assert.deepEqual(await gaps(other), []);
  });

  it('tell the sender who has a later one and not the one that was meant for it', async () => {
    assert.deepEqual(await unanswered(), []);
    for (const office of [point, other]) await takePackIn(desk, await answerBy(office));
    assert.deepEqual(await unanswered(), [[3, point.name, 'passed-over']]);
    await take(point, 3);
    await takePackIn(desk, await answerBy(point));
    assert.deepEqual(await unanswered(), []);
    assert.deepEqual(await gaps(point), [[true, [2]]]);
  });
});
