import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../shared/i18n/index.ts';
import type { RunningApp } from '../support/app.ts';
import { previewImport } from './pages/look-screens.ts';
import { goTo } from './pages/navigation.ts';
import type { Seat } from './pages/seat.ts';
import { setTheme } from './pages/settings.ts';
import { lockWorkspace } from './pages/workspace.ts';
import { setUpDesk, TITLE, type Desk } from './pages/writing.ts';

const words = wordsOf('zh-CN');
let desk: Desk;
let running: RunningApp;
let seat: Seat;

test.beforeAll(async () => {
  desk = setUpDesk();
  running = await desk.open();
  seat = { ...running, words };
});
test.afterAll(async () => {
  await running.close();
  desk.cleanUp();
});

/** What axe calls serious or critical, as lines that say where. The policy forbids frames, hence the legacy mode. */
async function problems(): Promise<string[]> {
  await running.window.waitForTimeout(200);
  const { violations } = await new AxeBuilder({ page: running.window })
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
      ),
    );
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${theme}`, async () => {
    test.setTimeout(120_000);
    const { window } = running;
    const button = (name: string) => window.getByRole('button', { name, exact: true });
    await setTheme(seat, theme);
    expect(await problems(), 'settings').toEqual([]);
    await goTo(seat, words.packs.title);
    expect(await problems(), 'packs').toEqual([]);
    await window.getByRole('main').getByRole('button', { name: words.packs.export }).click();
    expect(await problems(), 'export').toEqual([]);
    await window.keyboard.press('Escape');
    await goTo(seat, words.points.title);
    expect(await problems(), 'offices').toEqual([]);
    await goTo(seat, words.records.all);
    await window.getByRole('option').filter({ hasText: TITLE }).click();
    expect(await problems(), 'record').toEqual([]);
    await button(words.records.newRecord).first().click();
    expect(await problems(), 'new record').toEqual([]);
    await window.keyboard.press('Escape');
    await button(words.records.importFiles).first().click();
    expect(await problems(), 'import').toEqual([]);
    await window.keyboard.press('Escape');
    await previewImport(seat);
    expect(await problems(), 'import, a file chosen').toEqual([]);
    await window.keyboard.press('Escape');
    await window.getByRole('combobox', { name: words.search.box }).fill('林某');
    await window.getByRole('option').locator('mark').first().waitFor();
    expect(await problems(), 'search').toEqual([]);
    await window.getByRole('combobox', { name: words.search.box }).press('Escape');
    await lockWorkspace(seat);
    expect(await problems(), 'unlock').toEqual([]);
    await button(words.workspace.otherWorkspace).click();
    expect(await problems(), 'welcome').toEqual([]);
    await window.reload();
    await window.getByRole('heading', { name: words.workspace.unlockTitle }).waitFor();
    await window.locator('input[type="password"]').fill('云汀晨雾十二里');
    await window.keyboard.press('Enter');
    await window.getByTestId('workspace-name').waitFor();
  });
}
