import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { beginThread } from '../../electron/store/comments/write-comments.ts';
import { markedRuns } from '../../shared/comments/marks-in-document.ts';
import { createRecord } from '../../electron/store/records/create-record.ts';
import { getRecord } from '../../electron/store/records/get-record.ts';
import { saveRecord } from '../../electron/store/records/save-record.ts';
import { createWorkspace } from '../../electron/store/workspace/create-workspace.ts';
import { databaseOf, type StoreContext } from '../../electron/store/context.ts';
import { countCharacters } from '../../shared/document/tree.ts';
import { launchApp, type RunningApp } from '../support/app.ts';
import { cheapOptions, testPassphrase } from '../support/temp-workspace.ts';
import { longDocument, plainText } from './editor-document.ts';
import type { Plain } from './plain-lexical/main.ts';
import { makeRandom } from './random.ts';
import { makeVocabulary } from './synthetic-library.ts';

declare const plain: Plain;

const KEYS = 200;
const TURNS = 4;
const EDITS = 10_000;
/** Each line is a step of undo of its own. */
const PER_STEP = 25;
const PASTE_IN_BYTES = 500_000;
const TITLE = '万字长案';

/**
 * `npm run bench -- editor`: writing in the app's own window, in a document of 50,000 characters with 40 tables and 300
 * comments, against an empty Lexical editor that is put into the same window. A key counts from its event to the second
 * animation frame after it.
 */
export async function run(): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'jianzhi-bench-'));
  let app: RunningApp | undefined;
  try {
    const folder = join(userData, 'workspace');
    const text = await makeLibrary(folder);
    const settings = {
      language: 'zh-CN',
      theme: 'light',
      opensWith: 'records',
      lastFolder: folder,
    };
    writeFileSync(join(userData, 'preferences.json'), JSON.stringify(settings));
    app = await launchApp({ userData });
    await measure(app, text);
  } finally {
    await app?.close();
    rmSync(userData, { recursive: true, force: true });
  }
  process.exit();
}

async function makeLibrary(folder: string): Promise<string> {
  const random = makeRandom(50_000);
  const vocabulary = makeVocabulary(random);
  const context: StoreContext = { clock: Date.now, open: null };
  const wanted = {
    folder,
    kind: 'contact-point' as const,
    name: '云汀市人民检察院',
    passphrase: testPassphrase,
    acceptsNoStateSecrets: true as const,
    acceptsFolderRisk: false,
  };
  await createWorkspace(context, wanted, cheapOptions);
  const db = databaseOf(context);
  const { id } = createRecord(
    db,
    'contact-point',
    { kind: 'typical-case', title: TITLE },
    Date.now(),
  );
  const record = getRecord(db, id);
  const document = longDocument(vocabulary, random);
  saveRecord(db, { ...record, document }, Date.now());
  for (const { text, marks } of markedRuns(document)) {
    for (const { thread, start, end } of marks) {
      const passage = text.slice(start, end);
      const comment = { recordId: id, id: thread, passage, replacement: null, text: '请核对' };
      beginThread(db, comment, Date.now());
    }
  }
  console.log(`${countCharacters(document)} characters`);
  context.open?.close();
  return plainText(PASTE_IN_BYTES, vocabulary, random);
}

async function measure(app: RunningApp, text: string): Promise<void> {
  const { window, electron } = app;
  await window.locator('input[type="password"]').fill(testPassphrase);
  await window.keyboard.press('Enter');
  await window.getByTestId('workspace-name').waitFor();
  await window.evaluate(await plainLexical());
  const opening = await openRecord(window);
  const bare = await window.evaluate(async () => {
    const root = document.querySelector('.editor-text') as unknown as {
      __lexicalEditor: { getEditorState(): { toJSON(): never } };
    };
    const took = await plain.render(root.__lexicalEditor.getEditorState().toJSON());
    await plain.empty();
    plain.hide();
    return took;
  });
  promise('opening ÷ bare rendering', opening / bare, 2, `${ms(opening)} ÷ ${ms(bare)}`);

  const { full, empty } = await typingByTurns(window);
  promise(
    'key, long document ÷ empty editor, p95',
    full / empty,
    1.5,
    `${ms(full)} ÷ ${ms(empty)}`,
  );

  await electron.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), text);
  const plainPaste = await pasteInPlain(window);
  await putCaretInTheMiddle(window);
  const pasted = await timed(window, () => window.keyboard.press('Control+v'));
  promise(
    'paste of 500 kB ÷ plain Lexical',
    pasted / plainPaste,
    3,
    `${ms(pasted)} ÷ ${ms(plainPaste)}`,
  );
  const after = await typingByTurns(window);
  promise(
    'key after the paste ÷ empty editor, p95',
    after.full / after.empty,
    1.5,
    `${ms(after.full)} ÷ ${ms(after.empty)}`,
  );
  await memory(window);
}

async function openRecord(window: Page): Promise<number> {
  const row = window.getByText(TITLE).first();
  await row.waitFor();
  return timed(window, async () => {
    await row.click();
    await window.locator('[data-section="statutes"] p').first().waitFor();
  });
}

/** From the first input event of an action to the second frame after it is done. */
async function timed(window: Page, act: () => Promise<void>): Promise<number> {
  await window.evaluate(() => {
    const note = (event: Event) => {
      (globalThis as { begun?: number }).begun ??= event.timeStamp;
    };
    delete (globalThis as { begun?: number }).begun;
    for (const type of ['keydown', 'mousedown'])
      addEventListener(type, note, { capture: true, once: true });
  });
  await act();
  return window.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve(performance.now() - ((globalThis as { begun?: number }).begun ?? 0)),
          ),
        ),
      ),
  );
}

/** p95 in milliseconds. By turns, so that whatever else the machine does falls on both alike. */
async function typingByTurns(window: Page): Promise<{ full: number; empty: number }> {
  const full: number[] = [];
  const empty: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await window.evaluate(async () => {
      await plain.empty();
      plain.show();
    });
    empty.push(...(await typing(window, KEYS / TURNS)));
    await window.evaluate(() => plain.hide());
    await putCaretInTheMiddle(window);
    full.push(...(await typing(window, KEYS / TURNS)));
  }
  return { full: p95(full), empty: p95(empty) };
}

const p95 = (taken: readonly number[]) =>
  taken.toSorted((one, other) => one - other)[Math.floor(taken.length * 0.95)] ?? 0;

async function pasteInPlain(window: Page): Promise<number> {
  await window.evaluate(async () => {
    await plain.empty();
    plain.show();
  });
  const took = await timed(window, () => window.keyboard.press('Control+v'));
  await window.evaluate(async () => {
    await plain.empty();
    plain.hide();
  });
  return took;
}

async function putCaretInTheMiddle(window: Page): Promise<void> {
  const paragraphs = window.locator('[data-section="performance"] p');
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await window.keyboard.press('End');
  await window.waitForTimeout(1_500);
}

/** Milliseconds for each key, from its event to the second frame after it. */
async function typing(window: Page, keys: number): Promise<number[]> {
  await window.evaluate(() => {
    const taken: number[] = [];
    const listen = (event: KeyboardEvent) =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => taken.push(performance.now() - event.timeStamp)),
      );
    addEventListener('keydown', listen, { capture: true });
    Object.assign(globalThis, {
      taken,
      stop: () => removeEventListener('keydown', listen, { capture: true }),
    });
  });
  for (let key = 0; key < keys; key += 1) {
    await window.keyboard.press('a');
    await window.waitForTimeout(40);
  }
  await window.waitForTimeout(500);
  return window.evaluate(() => {
    const held = globalThis as unknown as { taken: number[]; stop: () => void };
    held.stop();
    return held.taken;
  });
}

async function memory(window: Page): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const used = async () => {
    for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
    return ((await session.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize / 1e6;
  };
  const edit = async (count: number) => {
    for (let index = 0; index < count; index += PER_STEP) {
      const keys = Array.from({ length: PER_STEP - 1 }, () =>
        session.send('Input.insertText', { text: '茶' }),
      );
      await Promise.all(keys);
      await window.keyboard.press('Enter');
    }
    // What is done at leisure belongs to it.
    await window.waitForTimeout(3_000);
  };
  const points: number[] = [];
  for (let point = 0; point < 4; point += 1) {
    await edit(EDITS / 4);
    points.push(await used());
  }
  const [, half = 0, , whole = 0] = points;
  promise(
    `memory after ${EDITS} edits ÷ after ${EDITS / 2}`,
    whole / half,
    1.1,
    points.map((point) => `${point.toFixed(0)} MB`).join(', '),
  );
}

async function plainLexical(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome114',
      lib: {
        entry: join(import.meta.dirname, 'plain-lexical/main.ts'),
        formats: ['iife'],
        name: 'plainLexical',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  return chunk.code;
}

function promise(name: string, ratio: number, most: number, figures: string): void {
  const isKept = ratio <= most;
  console.log(
    `${name}: ${ratio.toFixed(2)} (${figures}) promised ≤ ${most} ${isKept ? 'kept' : 'BROKEN'}`,
  );
  if (!isKept) process.exitCode = 1;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
