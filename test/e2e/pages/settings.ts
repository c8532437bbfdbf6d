import type { Language, Theme } from '../../../shared/contract/window.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { goTo } from './navigation.ts';
import type { Seat } from './seat.ts';

/** From here on the window speaks another language; `words` of the seat answered are in it. */
export async function setLanguage(seat: Seat, language: Language): Promise<Seat> {
  const { window, words } = seat;
  await goTo(seat, words.settings.title);
  await window.getByRole('combobox', { name: words.settings.language }).click();
  await window.getByRole('option', { name: words.settings.languages[language] }).click();
  return { ...seat, words: wordsOf(language) };
}

export async function setTheme(seat: Seat, theme: Theme): Promise<void> {
  const { window, words } = seat;
  await goTo(seat, words.settings.title);
  await window.getByText(words.settings.themes[theme], { exact: true }).click();
}
