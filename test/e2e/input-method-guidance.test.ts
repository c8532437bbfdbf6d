import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { composeAt, drill, drillField, type Composing } from './pages/composing.ts';
import { goTo } from './pages/navigation.ts';
import { newRecord } from './pages/records.ts';
import { unlock } from './pages/writing.ts';

// What is written between offices, up and down, with the real libpinyin; in the long run only.
test.skip(process.env['JIANZHI_INPUT_METHOD'] !== 'all', 'part of npm run test:long');
// One scene: the provincial office, and then the point.
test.describe.configure({ mode: 'serial' });

const TEA = '岑岭云雾茶包装案';
const CALL = '地理标志案例征集';
let folder: string;
let composing: Composing;
let app: RunningApp;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-input-guidance-'));
  const child = join(import.meta.dirname, '../support/endorsement-child.ts');
  const made = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  if (made.status !== 0) throw new Error(made.stderr);
});
test.afterAll(() => {
  composing.stop();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(() => test.setTimeout(120_000));

async function sitDownAt(place: 'province' | 'point'): Promise<void> {
  const userData = join(folder, `user-data-${place}`);
  const open = async (env: Record<string, string>) => {
    const running = await launchApp({ userData, env });
    await unlock(running.window);
    await running.window.getByTestId('workspace-name').waitFor();
    return running;
  };
  mkdirSync(userData);
  writeFileSync(
    join(userData, 'preferences.json'),
    JSON.stringify({
      language: 'zh-CN',
      theme: 'light',
      opensWith: 'records',
      lastFolder: join(folder, place),
    }),
  );
  composing = await composeAt({ cleanUp: () => undefined }, open, (opened) =>
    opened.window.getByPlaceholder('检索').first().click(),
  );
  ({ app } = composing);
}

const { endorsements, guidance, packs, records } = words;
const seat = () => ({ ...app, words });
const box = (name: string) => app.window.getByRole('textbox', { name, exact: true });
const region = (name: string) => app.window.getByRole('region', { name, exact: true });
const dialog = (name: string) => app.window.getByRole('dialog', { name });
const press = (...names: string[]) => composing.press(...names);

test('the opinion of a provincial office beside the record, and in the dialog with its note', async () => {
  await sitDownAt('province');
  await goTo(seat(), endorsements.title);
  const waiting = app.window.getByRole('list', { name: endorsements.waiting });
  await waiting.getByRole('button', { name: TEA, exact: true }).click();
  const opinion = region(endorsements.opinion);
  await opinion.getByLabel(endorsements.opinions.recommended, { exact: true }).check();
  const text = await drillField(composing, opinion.getByRole('textbox'));
  await opinion.getByRole('button', { name: endorsements.save }).click();
  await expect(opinion.getByRole('button', { name: endorsements.takeBack })).toBeVisible();
  await expect(opinion.getByRole('textbox')).toHaveValue(text);
  await goTo(seat(), endorsements.title);
  await waiting.getByRole('button', { name: `${endorsements.endorse} 云汀市人民检察院 1` }).click();
  const forward = dialog(endorsements.dialog);
  const motor = endorsements.opinionOn('汐桥电机参数泄密案');
  await forward
    .getByRole('radiogroup', { name: motor })
    .getByLabel(endorsements.opinions['not-recommended'])
    .check();
  await drillField(composing, forward.getByRole('textbox').last());
  await forward.getByRole('button', { name: words.app.next }).click();
  await drillField(composing, forward.getByLabel(endorsements.note));
  await press('Escape');
});

test('a call: its title, themes and sections', async () => {
  await goTo(seat(), records.all);
  await newRecord(seat(), 'call', CALL);
  await drillField(composing, box(records.title));
  const themes = box(records.addKeyword);
  await drillField(composing, themes, false);
  await press('Return');
  await expect(themes).toHaveValue('');
  const purpose = app.window.locator('[data-section="purpose"] .editor-section-body');
  await purpose.locator('p').first().click();
  await drill(composing, async () => (await purpose.innerText()).trim());
});

test('the note of guidance, and the search for the records it is about', async () => {
  await goTo(seat(), guidance.title);
  await app.window.getByRole('main').getByRole('button', { name: guidance.send }).click();
  const send = dialog(guidance.sendTitle);
  await send.getByRole('button', { name: words.app.next }).click();
  await drillField(composing, send.getByLabel(guidance.note));
  await send.getByText(guidance.regarding, { exact: true }).first().click();
  const find = send.getByRole('textbox', { name: guidance.findRegarding });
  await drillField(composing, find);
  // What is composed narrows the list, and Enter neither chooses nor goes on.
  await press('ctrl+a');
  await composing.phrase('baozhuang');
  await expect(find).toHaveValue('包装');
  await expect(send.getByRole('checkbox', { name: /岑岭云雾茶包装案/u })).toBeVisible();
  await expect(send.getByRole('checkbox', { name: /汐桥电机参数泄密案/u })).toBeHidden();
  await press('Return');
  await expect(find).toBeVisible();
  await press('Escape');
});

test('the reason why a record is taken back', async () => {
  composing.stop();
  await sitDownAt('point');
  await goTo(seat(), words.kinds['typical-case']);
  await app.window.getByRole('option', { name: TEA }).click();
  await region(packs.sentOf).getByRole('button', { name: packs.withdraw }).click();
  const withdraw = dialog(packs.withdrawTitle);
  await drillField(composing, withdraw.getByLabel(packs.withdrawReason));
  await press('Escape');
  await expect(withdraw).toBeHidden();
});
