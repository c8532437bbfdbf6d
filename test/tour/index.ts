// The tour: a first day at a contact point, in a real window, with pictures. `npm start` plays it where there is no
// display, `npm start -- --tour` anywhere. Ends with an exit code other than 0 if a step failed.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder, runVerb, say, stop } from '../../scripts/project.ts';
import { makeReady } from '../../scripts/ready.ts';
import { openAlbum } from './album.ts';
import { playTour } from './play.ts';

await runVerb(async () => {
  const folder = emptyFolder();
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-tour-'));
  const { launch, display } = await makeReady();
  process.env['JIANZHI_LAUNCH'] = JSON.stringify(launch);
  const album = openAlbum(join(folder, 'pictures'));
  const pack = join(folder, '报送.jzpack');
  try {
    const { checks, complaints } = await playTour({ work, album, pack, step });
    for (const line of checks) console.log(`  ${line}`);
    for (const line of complaints) console.log(`  console: ${line}`);
    say(`The pack: ${pack}`, `经验包：${pack}`);
    say('The pictures:', '图片：');
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  } finally {
    for (const file of album.files) console.log(file);
    display.close();
    rmSync(work, { recursive: true, force: true });
  }
});

/** The project's own folder is made anew each time; one that somebody named must be empty. */
function emptyFolder(): string {
  const named = process.env['JIANZHI_TOUR_DIR'];
  const folder = resolve(named ?? join(projectFolder, 'tour'));
  if (named === undefined) rmSync(folder, { recursive: true, force: true });
  else if (filesIn(folder).length > 0)
    stop(`${folder} is not empty.`, `文件夹 ${folder} 不是空的。`);
  return folder;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function step(chinese: string, english: string, act: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const name = `${chinese} · ${english}`;
  try {
    await act();
  } catch (error) {
    console.log(`✗ ${name}`);
    throw error;
  }
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
