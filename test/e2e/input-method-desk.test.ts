import { expect, test } from '@playwright/test';
import { zhCN as words } from '../../shared/i18n/zh-CN/index.ts';
import type { RunningApp } from '../support/app.ts';
import { composeAt, drillField, type Composing } from './pages/composing.ts';
import { goTo } from './pages/navigation.ts';
import { setUpRegistryDesk } from './pages/registry.ts';

// What can be typed into at a desk, with the real libpinyin; in the long run only.
test.skip(process.env['JIANZHI_INPUT_METHOD'] !== 'all', 'part of npm run test:long');
test.describe.configure({ mode: 'default' });

let composing: Composing;
let app: RunningApp;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  const desk = setUpRegistryDesk(true);
  composing = await composeAt(
    desk,
    (env) => desk.open({ env }),
    (opened) => opened.window.getByPlaceholder('检索').first().click(),
  );
  ({ app } = composing);
});
test.afterAll(() => composing.stop());
test.beforeEach(() => test.setTimeout(120_000));

const { answers, designation, messages, registry, search } = words;
const seat = () => ({ ...app, words });
const box = (name: string) => app.window.getByRole('textbox', { name, exact: true });
const press = (...names: string[]) => composing.press(...names);

test('an office of the registry: its name, notes and whom to ask for', async () => {
  await goTo(seat(), registry.title);
  await app.window.getByRole('button', { name: registry.add, exact: true }).click();
  const form = app.window.getByRole('dialog', { name: registry.newTitle });
  await drillField(composing, form.getByRole('textbox', { name: registry.fields.name }));
  await drillField(composing, form.getByRole('textbox', { name: registry.fields.notes }));
  await press('Escape');
  await expect(form).toBeHidden();
});

test('the search in the registry', async () => {
  await drillField(composing, box(registry.find));
  await press('Escape');
});

test('the reasons of a designation', async () => {
  await goTo(seat(), designation.title);
  const rows = app.window.getByRole('listbox', { name: designation.listOf });
  await rows.focus();
  await press('Home', 'Return');
  await app.window
    .getByRole('complementary', { name: designation.side })
    .getByRole('checkbox')
    .first()
    .check();
  await app.window.getByRole('button', { name: designation.decide }).click();
  await drillField(composing, box(designation.decisionName));
  await drillField(composing, box(designation.reasons));
  await press('Escape');
});

test('what is said to an office about a record', async () => {
  await goTo(seat(), messages.title);
  await app.window.getByRole('button', { name: messages.write }).first().click();
  await drillField(composing, box(messages.body));
  await press('Escape');
});

test('what is said when a record is returned', async () => {
  await goTo(seat(), search.libraries.received);
  await app.window.getByRole('option').first().click();
  await drillField(composing, box(answers.note));
});
