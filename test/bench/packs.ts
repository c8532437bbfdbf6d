import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AttachmentId } from '../../shared/contract/attachments.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { sectionText } from '../../shared/document/tree.ts';
import { makeRandom } from './random.ts';
import { startStoreAtWork, type StoreAtWork } from './store-at-work.ts';
import { makeRecord, makeVocabulary } from './synthetic-library.ts';

const MEMORY_IN_MIB = 300;
const PASSPHRASE = '四月新茶-两担-2026';

/**
 * A pack of 1,000 records with 1.5 GB of attachments that do not compress and 0.5 GB that do, against the tools that anybody has, on
 * the same bytes in the same run: `npm run bench -- packs [--small]` (a tenth of it). Exported: `zip -6 -n`, `sha256sum` and `age`.
 * Taken in, which checks everything and stores it: `age -d`, `unzip` and `sha256sum -c`. Both stores are processes of their own, built as for a
 * window. Memory is all that a process with its threads held at most, the pages of Node itself included. What has to be decided is
 * decided and looked through before the time begins, as in the window; the export remembers what the files came to and reads them as it
 * writes them.
 */
export async function run(flags: string[]): Promise<void> {
  const share = flags.includes('--small') ? 10 : 1;
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-bench-'));
  let point = startStoreAtWork(true);
  let desk = startStoreAtWork(true);
  try {
    await open(point, path.join(folder, 'point'), 'contact-point', '云汀市人民检察院');
    await open(desk, path.join(folder, 'desk'), 'desk', '江岚省人民检察院');
    const to = await enrol(point, desk);
    await enrol(desk, point);
    const chosen = await fill(point, folder, Math.round(1000 / share));
    const pack = path.join(folder, 'out.jzpack');
    await decide(point, chosen);
    // What filling it took is not what a pack takes: the store begins anew, looks through everything as the window does, and exports.
    point.stop();
    point = startStoreAtWork(true);
    const before = await reopen(point, path.join(folder, 'point'));
    const looked = await secondsOf(() => point.call('preflight.look', chosen, 'look'));
    line('looked through', `${looked.toFixed(1)} s`);
    const exported = await secondsOf(() =>
      point.call('packs.export', { ...chosen, to, file: pack }, 'export'),
    );
    line('pack', `${mebibytes(statSync(pack).size)} MiB`);
    const { seal, open: opened } = toolSeconds(folder);
    promise('export ÷ zip, sha256sum, age', exported, seal, 1.5);
    memory('memory of the sender', before, point.memory().most);
    desk.stop();
    desk = startStoreAtWork(true);
    const start = await reopen(desk, path.join(folder, 'desk'));
    const taken = await secondsOf(() => desk.call('inbox.takeIn', { file: pack }, 'take'));
    promise('taken in ÷ age -d, unzip, sha256sum -c', taken, opened, 2);
    memory('memory of the receiver', start, desk.memory().most);
  } finally {
    point.stop();
    desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(
  store: StoreAtWork,
  folder: string,
  kind: 'contact-point' | 'desk',
  name: string,
): Promise<void> {
  const facts = { folder, kind, name, passphrase: PASSPHRASE };
  await store.call('workspace.create', { ...facts, acceptsNoStateSecrets: true });
  await store.call('review.setRule', { needsApproval: false });
}

/** Answers how much memory it has then. */
async function reopen(store: StoreAtWork, folder: string): Promise<number> {
  const facts = { folder, passphrase: PASSPHRASE, acceptsFolderRisk: false };
  await store.call('workspace.open', facts);
  return store.memory().now;
}

/** The second one's card at the first. Answers its fingerprint. */
async function enrol(at: StoreAtWork, other: StoreAtWork): Promise<string> {
  const { card, fingerprint } = await other.call('points.ownCard', {});
  await at.call('points.enrol', { card, fingerprint });
  return fingerprint;
}

type Chosen = { recordIds: RecordId[]; attachmentIds: AttachmentId[] };

async function fill(store: StoreAtWork, folder: string, count: number): Promise<Chosen> {
  const random = makeRandom(20261123);
  const vocabulary = makeVocabulary(random);
  const files = path.join(folder, 'files');
  mkdirSync(files);
  for (let at = 0; at < count; at += 1) {
    const { title, document } = makeRecord(vocabulary, random);
    const sections = document.sections.map(
      (section) => `【${section.heading}】\n${sectionText(section)}`,
    );
    writeFileSync(path.join(files, `${String(at)}.txt`), [title, ...sections].join('\n'));
  }
  await store.call('records.import', { kind: 'typical-case', paths: [files] }, 'import');
  const recordIds: RecordId[] = [];
  while (recordIds.length < count) {
    const { items } = await store.call('records.list', { offset: recordIds.length, limit: 500 });
    recordIds.push(...items.map(({ id }) => id));
  }
  const attachmentIds: AttachmentId[] = [];
  for (const [at, recordId] of recordIds.entries()) {
    // 2,000,000 bytes a record: three of four hold what does not compress.
    const name = path.join(files, `附件-${String(at)}${at % 4 === 3 ? '.txt' : '.bin'}`);
    writeFileSync(name, at % 4 === 3 ? plainText(2_000_000, random) : noise(2_000_000, random));
    const { added } = await store.call('attachments.add', { recordId, paths: [name] }, 'add');
    attachmentIds.push(...added.map(({ id }) => id));
  }
  return { recordIds, attachmentIds };
}

type Random = ReturnType<typeof makeRandom>;

function noise(length: number, random: Random): Buffer {
  const words = new Uint32Array(length / 4);
  for (let at = 0; at < words.length; at += 1) words[at] = random.below(2 ** 32);
  return Buffer.from(words.buffer);
}

/** Where nobody is named and nothing has to be decided, so that it is the reading that takes the time. */
const clauses =
  '茶叶包装样式与注册商标标识逐项比对 检材与样本的颜色、字体和排列一致 包装材料来自同一批次 鉴定意见载明比对方法 现场照片按拍摄顺序编排 电子数据提取过程全程录像 销售记录按月汇总 库存与出库单据相互印证 标识的使用方式足以引起混淆 权利人出具了授权文件 相关公众容易误认 证据的取得符合规定 会议听取了专业意见 检察建议提出三项整改措施 整改情况已经回访'.split(
    ' ',
  );

function plainText(length: number, random: Random): Buffer {
  const parts: string[] = [];
  let bytes = 0;
  while (bytes < length) {
    const clause = `${random.pick(clauses)}，${random.pick(clauses)}。\n`;
    parts.push(clause);
    bytes += Buffer.byteLength(clause);
  }
  return Buffer.from(parts.join(''));
}

/** Everything that was found stays, with a reason. */
async function decide(store: StoreAtWork, chosen: Chosen): Promise<void> {
  for (;;) {
    const { findings, open: left } = await store.call('preflight.look', chosen, 'look');
    if (left === 0) return;
    const decisions = findings
      .filter(({ decided }) => decided === null)
      .map(({ id, recordId }) => ({
        recordId,
        finding: id,
        decision: 'keep' as const,
        reason: '虚构的演示材料',
      }));
    await store.call('preflight.decide', { ...chosen, decisions });
  }
}

/** How long the tools need for the same files, both ways, in seconds. What is in clear goes with the folder. */
function toolSeconds(folder: string): { seal: number; open: number } {
  const tool = (command: string): number => {
    const start = performance.now();
    execFileSync('bash', ['-ec', command], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    return (performance.now() - start) / 1000;
  };
  tool('age-keygen -o key 2>/dev/null; age-keygen -y key > to');
  const seal = tool(`
    find files -type f | sort | xargs -d '\\n' sha256sum > sums
    zip -q -6 -n .bin -r bag.zip files sums
    age -R to -o sealed bag.zip`);
  tool('rm -rf bag.zip files sums; sync');
  const opened = tool(
    'age -d -i key sealed > bag.zip; unzip -q bag.zip; sha256sum -c --quiet sums',
  );
  return { seal, open: opened };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const mebibytes = (bytes: number) => Math.round(bytes / 1024 ** 2);

function promise(what: string, ours: number, theirs: number, limit: number): void {
  const ratio = ours / theirs;
  const isKept = ratio <= limit;
  line(
    what,
    `${ratio.toFixed(2)} (${ours.toFixed(1)} s ÷ ${theirs.toFixed(1)} s) promised ≤ ${String(limit)} ${isKept ? 'kept' : 'BROKEN'}`,
  );
  if (!isKept) process.exitCode = 1;
}

function memory(what: string, before: number, most: number): void {
  const isKept = mebibytes(most) <= MEMORY_IN_MIB;
  line(
    what,
    `${String(mebibytes(before))} → ${String(mebibytes(most))} MiB promised ≤ ${String(MEMORY_IN_MIB)} ${isKept ? 'kept' : 'BROKEN'}`,
  );
  if (!isKept) process.exitCode = 1;
}

function line(what: string, value: string): void {
  console.log(`  ${what.padEnd(44)} ${value}`);
}
