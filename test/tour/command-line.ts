import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/project.ts';

/** A workspace driven through the command line: the other side of an exchange. */
export type CommandLine = <Answer>(...args: string[]) => Answer;

export function commandLineOf(workspace: string, passphrase: string): CommandLine {
  return <Answer>(...args: string[]) => {
    const cli = join(projectFolder, 'electron', 'cli', 'index.ts');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, ...args, '--workspace', workspace, '--json'],
      {
        cwd: projectFolder,
        encoding: 'utf8',
        env: { ...process.env, JIANZHI_PASSPHRASE: passphrase },
      },
    );
    if (status !== 0) throw new Error(`jianzhi ${args.join(' ')} ended with ${status}:\n${stderr}`);
    return JSON.parse(stdout) as Answer;
  };
}
