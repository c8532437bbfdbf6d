import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder of `resources/`, looked for from here upwards: the sources lie deeper in the project than the bundle in `out/`,
 * and both lie below the folder that holds `resources/`.
 */
export function findResource(name: string, from: string = import.meta.dirname): string {
  const folder = path.join(from, 'resources', name);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  const parent = path.dirname(from);
  if (parent === from) throw new Error(`${name} is missing from this program`);
  return findResource(name, parent);
}
