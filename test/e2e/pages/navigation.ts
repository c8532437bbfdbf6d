import type { Seat } from './seat.ts';

/** Goes to what the navigation calls so; a count may stand behind the name. */
export async function goTo({ window, words }: Seat, name: string): Promise<void> {
  const navigation = window.getByRole('navigation', { name: words.app.navigation });
  await navigation.getByRole('button', { name: new RegExp(`^${name}( [\\d,]+)?$`, 'u') }).click();
}
