/** Kinds of files that have text which is looked for. */
export function isReadable(mediaType: string): boolean {
  return READABLE.test(mediaType);
}
const READABLE =
  /^application\/pdf$|wordprocessingml\.document$|spreadsheetml\.sheet$|^text\/(?:plain|csv|html|markdown)$/u;
