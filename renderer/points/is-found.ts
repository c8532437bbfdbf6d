/** Whether one of the texts holds what was typed. Spaces, dashes, full-width forms and capitals make no difference: fingerprints are written in groups. */
export function isFound(typed: string, texts: readonly string[]): boolean {
  const wanted = plain(typed);
  return texts.some((text) => plain(text).includes(wanted));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Dash}]/gu, '')
    .toLowerCase();
}
