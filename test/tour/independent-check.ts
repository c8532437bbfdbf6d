import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type Check = {
  pack: string;
  ageIdentity: string;
  minisignPublicKey: string;
  /** An empty place to unpack in. */
  folder: string;
};

/** The lines anybody can type to check a pack without this program. Answers what each tool said, or that it is missing. */
export function checkIndependently(check: Check): string[] {
  const tools = ['age', 'unzip', 'sha256sum', 'minisign'];
  const missing = tools.filter((tool) => run('/', 'sh', ['-c', `command -v ${tool}`]).status !== 0);
  if (missing.length > 0)
    return [`not checked, missing here: ${missing.join(', ')} · 本机缺少以上工具，未做独立核验`];
  mkdirSync(check.folder, { recursive: true });
  const bag = join(check.folder, 'bag.zip');
  mustRun(check.folder, 'age', ['-d', '-i', check.ageIdentity, '-o', bag, check.pack]);
  mustRun(check.folder, 'unzip', ['-q', bag]);
  const name = readdirSync(check.folder).find((entry) => entry !== 'bag.zip');
  const inside = join(check.folder, name ?? '');
  const manifest = mustRun(inside, 'sha256sum', ['-c', 'manifest-sha256.txt']);
  mustRun(inside, 'sha256sum', ['-c', 'tagmanifest-sha256.txt']);
  const signed = ['-V', '-p', check.minisignPublicKey, '-m', 'tagmanifest-sha256.txt'];
  const signature = mustRun(inside, 'minisign', signed);
  return [
    'age: opened · unzip: whole',
    `sha256sum: ${manifest.trim().split('\n').length} files OK`,
    `minisign: ${signature.split('\n')[0] ?? ''}`,
  ];
}

function mustRun(cwd: string, command: string, parameters: string[]): string {
  const { status, stdout, stderr } = run(cwd, command, parameters);
  if (status !== 0) throw new Error(`${command} refused: ${stdout}${stderr}`);
  return stdout;
}

function run(cwd: string, command: string, parameters: string[]) {
  return spawnSync(command, parameters, { cwd, encoding: 'utf8' });
}
