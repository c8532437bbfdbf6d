import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { goTo } from './pages/navigation.ts';
import { newRecord } from './pages/records.ts';
import type { Seat } from './pages/seat.ts';
import { createWorkspace, lockWorkspace } from './pages/workspace.ts';

const words = wordsOf('zh-CN');
const { profiles, review, statuses, workspace } = words;
test.describe.configure({ mode: 'serial' });

const [ONE, TWO] = ['云汀晨雾二十里路', '望舒桥边三棵老树'];
/** In the navigation; the list that it opens bears the same words as a filter. */
const waiting = new RegExp(`^${review.waiting}`);
const TITLE = '林某假冒注册商标案';
let folder: string;
let running: RunningApp;
let seat: Seat;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhi-review-'));
  running = await launchApp({ size: { width: 1440, height: 900 } });
  seat = { ...running, words };
  await createWorkspace(seat, {
    folder: join(folder, '库'),
    name: '云汀市人民检察院',
    passphrase: ONE,
  });
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const status = () => running.window.getByRole('region', { name: words.listing.status });

async function unlockAs(name: string, passphrase: string): Promise<void> {
  const { window } = running;
  await window.getByRole('combobox', { name: profiles.who }).click();
  await window.getByRole('option', { name }).click();
  await window.getByLabel(workspace.passphrase, { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: workspace.unlock, exact: true }).click();
  await window.getByTestId('workspace-name').waitFor({ timeout: 30_000 });
}

test('an officer alone approves with one button; the way says it was their own, and an edit ends it', async () => {
  const { window } = running;
  await newRecord(seat, 'typical-case', TITLE);
  await status().getByLabel(review.comment).fill('可以报送');
  await status()
    .getByRole('button', { name: review.verb('draft', 'approved') })
    .click();
  await expect(status()).toContainText(statuses.approved);
  await status().getByText(review.steps).click();
  await expect(status()).toContainText(review.own);
  await expect(status()).toContainText(review.signed);
  await expect(status()).toContainText('可以报送');
  await window
    .getByRole('textbox', { name: words.records.title, exact: true })
    .fill(`${TITLE}（改）`);
  await expect(status().getByRole('status')).toHaveText(review.reopened, { timeout: 15_000 });
});

test('a second person gets a passphrase of their own and sends for review; the first finds it waiting and approves', async () => {
  const { window } = running;
  await goTo(seat, words.settings.title);
  const people = window.getByRole('region', { name: profiles.title });
  await people.getByRole('button', { name: profiles.changeOf(profiles.unnamed) }).click();
  let dialog = window.getByRole('dialog');
  await dialog.getByLabel(profiles.name).fill('林某');
  await dialog.getByRole('button', { name: profiles.change, exact: true }).click();
  await expect(people.getByRole('listitem', { name: '林某' })).toBeVisible();
  await people.getByRole('button', { name: profiles.add }).click();
  dialog = window.getByRole('dialog');
  await dialog.getByLabel(profiles.yourPassphrase, { exact: true }).fill(ONE);
  await dialog.getByLabel(profiles.name, { exact: true }).fill('周某某');
  await dialog.getByLabel(profiles.theirPassphrase).fill(TWO);
  await dialog.getByLabel(workspace.passphraseAgain).fill(TWO);
  await dialog.getByRole('button', { name: profiles.add }).click();
  await expect(people.getByRole('listitem', { name: '周某某' })).toBeVisible();

  await lockWorkspace(seat);
  await unlockAs('周某某', TWO);
  await window.getByRole('option').filter({ hasText: TITLE }).click();
  await status()
    .getByRole('button', { name: review.verb('draft', 'in-review') })
    .click();
  await expect(status()).toContainText(statuses['in-review']);
  await expect(window.getByRole('button', { name: waiting })).toBeHidden();

  await lockWorkspace(seat);
  await unlockAs('林某', ONE);
  await window.getByRole('button', { name: waiting }).click();
  await window.getByRole('option').filter({ hasText: TITLE }).click();
  await status()
    .getByRole('button', { name: review.verb('in-review', 'approved') })
    .click();
  await expect(status()).toContainText(statuses.approved);
  await expect(window.getByRole('button', { name: waiting })).toBeHidden();
  expect(await running.complaints()).toEqual([]);
});
