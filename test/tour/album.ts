import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** The pictures of a tour, numbered in the order in which they were taken. */
export type Album = {
  take(window: Page, name: string): Promise<void>;
  readonly files: readonly string[];
};

export function openAlbum(folder: string): Album {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  return {
    files,
    async take(window, name) {
      const file = join(folder, `${String(files.length + 1).padStart(2, '0')}-${name}.png`);
      // Whatever was pressed last is neither under the pointer nor half faded in.
      await window.mouse.move(0, 0);
      await window.waitForTimeout(250);
      await window.screenshot({ path: file });
      files.push(file);
    },
  };
}
