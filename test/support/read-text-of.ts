import { openTextReader } from '../../electron/store/attachments/text/text-reader.ts';

/** The text of a file as the store's reader sees it. */
export async function readTextOf(bytes: Uint8Array, mediaType: string): Promise<string> {
  const reader = openTextReader();
  try {
    const text = await reader.read(new Uint8Array(bytes), mediaType, () => false);
    return (text?.pages ?? []).map((page) => page.text).join('\n');
  } finally {
    reader.close();
  }
}
