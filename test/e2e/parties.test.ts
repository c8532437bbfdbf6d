import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { setUpDesk, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
const { findings, findingKinds, parties, partyRoles } = words;
// One after the other: each goes on where the last one stopped.
test.describe.configure({ mode: 'serial' });

let desk: Desk;
let running: RunningApp;

test.beforeAll(async () => {
  desk = setUpDesk();
  running = await desk.open();
});
test.afterAll(async () => {
  await running.close().catch(() => undefined);
  desk.cleanUp();
});

const facts = () => running.window.locator('[data-section="facts"] p').first();
const marks = (name: string) =>
  running.window.evaluate(
    (key) => Array.from(CSS.highlights.get(key) ?? [], (range) => (range as Range).toString()),
    name,
  );

/** Named by what one sees on it. */
const itemOf = (name: string) =>
  running.window
    .getByRole('region', { name: parties.title, exact: true })
    .getByRole('listitem')
    .getByRole('button')
    .filter({ has: running.window.getByText(name, { exact: true }) })
    .filter({ hasNot: running.window.locator('svg') });

test('personal data is underlined while the text is written, explained, and gone to', async () => {
  const { window } = running;
  const panel = window.getByRole('region', { name: findings.title });
  await expect(panel.getByText(findings.none)).toBeVisible();
  await facts().click();
  await window.keyboard.type('被告人李明，手机138 1234 5678，案号（2022）浙0603民再67号。');
  const found = panel.getByRole('button', {
    name: findings.goTo(findingKinds.mobile.name, '138 1234 5678'),
  });
  await expect(found).toBeVisible();
  await expect(panel.getByText(findingKinds.mobile.reason)).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  expect(await marks('editor-finding')).toEqual(['138 1234 5678']);

  await found.focus();
  await window.keyboard.press('Enter');
  expect(await window.evaluate(() => getSelection()?.toString())).toBe('138 1234 5678');
  await window.keyboard.type('已删');
  await expect(panel.getByText(findings.none)).toBeVisible();
  expect(await marks('editor-finding')).toEqual([]);
});

test('a number cut by the end of a paragraph is one, and a marking of a state secret is told apart', async () => {
  const { window } = running;
  const panel = window.getByRole('region', { name: findings.title });
  await facts().click();
  await window.keyboard.press('End');
  await window.keyboard.type('联系139123');
  await window.keyboard.press('Enter');
  await window.keyboard.type('45678。');
  await window.keyboard.press('Enter');
  await window.keyboard.type('机密★10年');
  const number = panel.getByRole('button', { name: /139123/u });
  await expect(number).toHaveCount(1);
  await expect(panel.getByText(findingKinds['secrecy-marking'].reason)).toBeVisible();
  expect(await marks('editor-secrecy')).toEqual(['机密★10年']);
  expect(await marks('editor-finding')).toHaveLength(1);
  await number.click();
  expect(await window.evaluate(() => getSelection()?.toString().replaceAll(/\s/gu, ''))).toBe(
    '13912345678',
  );
});

test('somebody whom the text names is added, gets a pseudonym, is changed by keyboard and taken out with undo', async () => {
  const { window } = running;
  const panel = window.getByRole('region', { name: parties.title, exact: true });
  const offer = panel.getByRole('button', {
    name: parties.addNamed('李明', partyRoles.defendant),
  });
  await offer.click();
  await expect(offer).toHaveCount(0);
  const item = itemOf('李明');
  await expect(item).toContainText('李某');

  await panel.getByRole('button', { name: parties.add }).click();
  const dialog = window.getByRole('dialog');
  await window.keyboard.type('李小明');
  await dialog.getByLabel(parties.isMinor).check();
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(item).toContainText('李某甲');
  const minor = itemOf('李小明');
  await expect(minor).toContainText('李某乙');

  await minor.click();
  await dialog.getByLabel(parties.pseudonym).fill('李某明');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: parties.remove }).click();
  await expect(minor).toHaveCount(0);
  await window.getByRole('button', { name: parties.undo, exact: true }).click();
  await expect(minor).toContainText('李某乙');
});

test('the panel passes the check of accessibility and the console is quiet', async () => {
  const { violations } = await new AxeBuilder({ page: running.window })
    .include(`section[aria-label="${parties.title}"]`)
    .include(`section[aria-label="${findings.title}"]`)
    .setLegacyMode(true)
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  expect(await running.complaints()).toEqual([]);
});
