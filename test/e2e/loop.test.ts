import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { playTour } from '../tour/play.ts';

test('an officer creates, imports, writes, searches and exports, and the desk and other people’s tools accept the pack', async () => {
  test.setTimeout(120_000);
  const work = mkdtempSync(join(tmpdir(), 'jianzhi-loop-'));
  const pack = join(work, '报送.jzpack');
  try {
    const { checks, complaints } = await playTour({
      work,
      pack,
      album: { files: [], take: () => Promise.resolve() },
      step: (chinese, _english, act) => test.step(chinese, act),
    });
    expect(statSync(pack).size).toBeGreaterThan(1_000);
    expect(checks).toEqual([
      'age: opened · unzip: whole',
      'sha256sum: 5 files OK',
      'minisign: Signature and comment signature verified',
    ]);
    expect(complaints).toEqual([]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
