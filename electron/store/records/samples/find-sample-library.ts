import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of the sample library, looked for from here upwards: the sources lie deeper in the project than the bundle
 * in `out/`, and both lie below the folder that holds `resources/`.
 */
export function findSampleLibrary(from: string = import.meta.dirname): string {
  const library = path.join(from, 'resources', 'sample-library');
  if (statSync(library, { throwIfNoEntry: false })?.isDirectory() === true) return library;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('the sample library is missing from this program');
  return findSampleLibrary(parent);
}
