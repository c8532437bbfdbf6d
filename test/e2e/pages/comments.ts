import type { Locator } from '@playwright/test';
import type { Seat } from './seat.ts';

export function panelOf({ window, words }: Seat): Locator {
  return window.getByRole('region', { name: words.comments.title, exact: true });
}

/** The cards of the threads that the panel shows, in their order. */
export function threadsIn(seat: Seat): Locator {
  return panelOf(seat).getByRole('listitem');
}

/** Selects words of the facts by the keyboard: so many from so many after the line's beginning. */
export async function selectWords({ window }: Seat, start: number, length: number): Promise<void> {
  await window.keyboard.press('Home');
  for (let at = 0; at < start; at += 1) await window.keyboard.press('ArrowRight');
  for (let at = 0; at < length; at += 1) await window.keyboard.press('Shift+ArrowRight');
}

/** Comments on what is selected by the keyboard alone; `replacement` suggests it instead. */
export async function comment(seat: Seat, text: string, replacement?: string): Promise<void> {
  const { window, words } = seat;
  await window.keyboard.press('Control+Alt+m');
  await window.getByRole('textbox', { name: words.comments.text }).waitFor();
  await window.keyboard.insertText(text);
  if (replacement !== undefined) {
    await window.keyboard.press('Tab');
    await window.keyboard.press('Space');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Control+a');
    if (replacement === '') await window.keyboard.press('Delete');
    else await window.keyboard.insertText(replacement);
  }
  await window.keyboard.press('Control+Enter');
  await window.getByRole('textbox', { name: words.comments.text }).waitFor({ state: 'detached' });
}

/** What the open comments' passages say, as they are underlined in the text. */
export function underlined({ window }: Seat): Promise<string[]> {
  return window.evaluate(() =>
    ['editor-comment', 'editor-comment-now'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) =>
        range instanceof Range ? range.toString() : '',
      ),
    ),
  );
}
