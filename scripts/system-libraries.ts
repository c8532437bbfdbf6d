import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { say, stop } from './project.ts';

/** Something this machine must have. `debian`: its names there, the first that the release knows is taken. */
type Need = { debian: string[]; isThere(): boolean };

const library = (...debian: string[]): Need => ({
  debian,
  isThere: () => debian.some(isInstalled),
});
const tool = (command: string, debian = command): Need => ({
  debian: [debian],
  isThere: () => hasCommand(command),
});

const WINDOW: Need[] = [
  library('libgtk-3-0t64', 'libgtk-3-0'),
  library('libasound2t64', 'libasound2'),
  library('libnss3'),
  library('libgbm1'),
  library('libxss1'),
];
const CHINESE_FONT: Need = {
  debian: ['fonts-noto-cjk'],
  isThere: () => isInstalled('fonts-noto-cjk') || answerOf('fc-list', [':lang=zh']) !== '',
};
const VIRTUAL_DISPLAY = tool('Xvfb', 'xvfb');
/** Tools nobody here wrote; the tests hold our packs against them. */
const PACK_TOOLS = [tool('age'), tool('minisign'), tool('unzip'), tool('zip')];
/** What looks into files, packed and unpacked, for what nobody sees. */
const FILE_TOOLS = [tool('qpdf'), tool('exiftool', 'libimage-exiftool-perl')];
/** A word processor, a spreadsheet and a reader of PDF that show what becomes of our documents elsewhere. */
const PAPER_TOOLS: Need[] = [
  {
    debian: ['libreoffice-writer-nogui', 'libreoffice-writer'],
    isThere: () => hasCommand('soffice'),
  },
  {
    debian: ['libreoffice-calc-nogui', 'libreoffice-calc'],
    isThere: () => isInstalled('libreoffice-calc-nogui') || isInstalled('libreoffice-calc'),
  },
  tool('pdftotext', 'poppler-utils'),
];
/** A current Chromium for the editor's own tests, and a real Chinese input method to type with. */
const WRITING_TOOLS = [
  tool('chromium'),
  tool('ibus-daemon', 'ibus'),
  library('ibus-libpinyin'),
  library('ibus-gtk3'),
  tool('dbus-daemon'),
  tool('xdotool'),
  tool('openbox'),
  VIRTUAL_DISPLAY,
];

const ELSEWHERE = {
  fedora:
    'dnf install gtk3 nss alsa-lib mesa-libgbm libXScrnSaver google-noto-sans-cjk-fonts xorg-x11-server-Xvfb age minisign unzip zip',
  darwin: 'brew install age minisign',
  win32: 'winget install FiloSottile.age jedisct1.minisign',
};

/**
 * What a window needs here, and the tests besides; installs it, or says what to install. The tour goes on without the
 * tools that check packs, so for it they are fetched only where that takes no question.
 */
export async function ensureSystem(options: {
  purpose: 'window' | 'tour' | 'tests';
  needsVirtualDisplay: boolean;
}): Promise<void> {
  const isForTests = options.purpose === 'tests';
  const wantsPackTools = isForTests || (options.purpose === 'tour' && process.getuid?.() === 0);
  const needs = [
    ...(process.platform === 'linux' ? [...WINDOW, CHINESE_FONT] : []),
    ...(options.needsVirtualDisplay ? [VIRTUAL_DISPLAY] : []),
    ...(wantsPackTools ? PACK_TOOLS : []),
    ...(isForTests ? [...PAPER_TOOLS, ...FILE_TOOLS, ...WRITING_TOOLS] : []),
  ];
  if (!isDebian()) return ensureElsewhere(isForTests ? PACK_TOOLS : []);
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length > 0) await installOnDebian(missing);
}

function isDebian(): boolean {
  return process.platform === 'linux' && existsSync('/etc/debian_version');
}

/** Without dpkg the libraries cannot be told by name; the commands can, and Electron names a library that it misses. */
function ensureElsewhere(tools: Need[]): void {
  const missing = tools.filter((need) => !need.isThere()).flatMap((need) => need.debian);
  if (missing.length === 0) return;
  const { fedora, darwin, win32 } = ELSEWHERE;
  const hint = { darwin, win32 }[process.platform as string] ?? fedora;
  stop(
    `Missing: ${missing.join(', ')}. Install it, for instance: ${hint}`,
    `缺少：${missing.join('、')}。请先安装，例如：${hint}`,
  );
}

async function installOnDebian(missing: Need[]): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !knows('libnss3')) runApt([], ['update']);
  const names = missing.map(nameHere);
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot && !(await agreesToSudo(command)))
    stop(
      `Please have these installed by an administrator, then start again:\n  ${command}`,
      '请由管理员执行以上命令安装系统组件后重新启动。',
    );
  say(`Installing: ${names.join(' ')} …`, `正在安装：${names.join(' ')}……`);
  const prefix = isRoot ? [] : ['sudo'];
  const parameters = ['install', '-y', '--no-install-recommends', ...names];
  if (runApt(prefix, parameters)) return;
  runApt(prefix, ['update']);
  if (!runApt(prefix, parameters)) stop(`Failed: ${command}`, `安装失败：${command}`);
}

function nameHere(need: Need): string {
  return need.debian.find(knows) ?? need.debian.at(-1) ?? '';
}

async function agreesToSudo(command: string): Promise<boolean> {
  if (!process.stdin.isTTY || !hasCommand('sudo')) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`sudo ${command}\nRun this now? 现在执行？ [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

function runApt(prefix: string[], parameters: string[]): boolean {
  const [command = '', ...rest] = [
    ...prefix,
    'apt-get',
    '-q',
    // Another installation may be under way.
    '-o',
    'DPkg::Lock::Timeout=120',
    ...parameters,
  ];
  const { status } = spawnSync(command, rest, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: [prefix.length > 0 ? 'inherit' : 'ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

function isInstalled(name: string): boolean {
  return answerOf('dpkg-query', ['-W', '-f=${db:Status-Status}', name]) === 'installed';
}

function knows(name: string): boolean {
  return answerOf('apt-cache', ['show', '--no-all-versions', name]) !== '';
}

function hasCommand(name: string): boolean {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [name], { stdio: 'ignore' }).status === 0;
}

function answerOf(command: string, parameters: string[]): string {
  return spawnSync(command, parameters, { encoding: 'utf8' }).stdout ?? '';
}
