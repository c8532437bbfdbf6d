import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export const projectFolder = dirname(import.meta.dirname);

/** What belongs to this clone only; it goes when node_modules goes. */
export const projectCache = join(projectFolder, 'node_modules', '.cache', 'jianzhi');

/** What several clones on this machine share: unpacked Electron runtimes. `JIANZHI_CACHE_DIR` moves it. */
export function machineCache(): string {
  const chosen = process.env['JIANZHI_CACHE_DIR'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'jianzhi');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'jianzhi');
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'jianzhi');
}

/** Whoever starts the app for the first time may read either language; nothing is set up yet to know which. */
export function say(english: string, chinese: string): void {
  console.log(`${english}\n${chinese}`);
}

/** A failure the person can do something about: printed as it is, without a stack. */
export class Stop extends Error {}

export function stop(english: string, chinese: string): never {
  throw new Stop(`${english}\n${chinese}`);
}

/** Runs one verb of the command line and ends the process with what it answers. */
export async function runVerb(verb: () => Promise<number>): Promise<never> {
  try {
    process.exit(await verb());
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
