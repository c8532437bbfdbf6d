import type { Language, Theme } from '../../../shared/contract/window.ts';
import type { Driven } from './index.ts';

/** The settings page. */
export function createSettings({ window, words }: Driven) {
  const { app, settings } = words;
  const navigation = window.getByRole('navigation', { name: app.navigation });
  const page = window.getByRole('main', { name: settings.title });
  const go = () => navigation.getByRole('button', { name: settings.title, exact: true }).click();

  return {
    page,
    go,
    /** From here on the window speaks another language: take new pages for it. */
    async setLanguage(language: Language): Promise<void> {
      await go();
      await page.getByRole('combobox', { name: settings.language }).click();
      await window.getByRole('option', { name: settings.languages[language] }).click();
    },
    async setTheme(theme: Theme): Promise<void> {
      await go();
      await page.getByText(settings.themes[theme], { exact: true }).click();
    },
    /** Compares the index with the records and answers the sentence about it. */
    async checkIndex(): Promise<string> {
      await go();
      await page.getByRole('button', { name: settings.check, exact: true }).click();
      return page.getByRole('region', { name: settings.index }).getByRole('note').innerText();
    },
  };
}
