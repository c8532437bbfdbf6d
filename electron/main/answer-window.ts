import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { Handlers, JobControl } from '../../shared/contract/define.ts';
import {
  windowContract,
  type Answer,
  type AppEvent,
  type Call,
} from '../../shared/contract/index.ts';
import { Preferences } from '../../shared/contract/window.ts';
import { Failure } from '../../shared/errors.ts';
import type { ChosenPlaces } from './chosen-places.ts';
import type { Dropped } from './dropped.ts';
import {
  asksToCloseUnsaved,
  chooseFiles,
  chooseFolder,
  chooseNewFile,
  copyText,
  showFile,
} from './dialogs.ts';
import { printPaper, writePdf } from './paper.ts';
import { writePreferences } from './preferences.ts';
import { storeWay } from './store-process.ts';

/** What the main process needs to answer its own operations. `preferences` is replaced, never changed in place. */
export type WindowContext = {
  window: BrowserWindow;
  preferences: Preferences;
  places: ChosenPlaces;
  dropped: Dropped;
  closeNow(): void;
  callStore(call: Call): Promise<Answer>;
  emit(event: AppEvent): void;
};

const handlers: Handlers<typeof windowContract, WindowContext> = {
  'window.start': (context) => {
    const suggestedFolder = join(homedir(), 'Jianzhi');
    context.places.add(suggestedFolder);
    if (context.preferences.lastFolder !== null) context.places.add(context.preferences.lastFolder);
    return {
      preferences: context.preferences,
      version: app.getVersion(),
      electronVersion: process.versions.electron,
      isTrialRuntime: storeWay() === 'node',
      suggestedFolder,
    };
  },
  'window.setPreferences': (context, input) => {
    remember(context, Preferences.parse({ ...context.preferences, ...given(input) }));
    return context.preferences;
  },
  'window.chooseFolder': async (context, input) => {
    const answer = await chooseFolder(context.window, input);
    if (answer.folder !== null) context.places.add(answer.folder);
    return answer;
  },
  'window.chooseFiles': async (context, input) => {
    const answer = await chooseFiles(context.window, input);
    for (const file of answer.files) context.places.add(file);
    return answer;
  },
  'window.chooseNewFile': async (context, input) => {
    const answer = await chooseNewFile(context.window, input);
    if (answer.file !== null) context.places.add(answer.file);
    return answer;
  },
  'window.takeDropped': (context) => {
    const paths = context.dropped.take();
    for (const path of paths) context.places.add(path);
    return { paths };
  },
  'window.pasteAsText': ({ window }) => {
    window.webContents.pasteAndMatchStyle();
    return {};
  },
  'window.showFile': (_context, { file }) => {
    showFile(file);
    return {};
  },
  'window.close': async (context, { saved }) => {
    const closes =
      saved || (await asksToCloseUnsaved(context.window, context.preferences.language));
    if (closes) context.closeNow();
    return { closes };
  },
  'window.copyText': (_context, { text }) => {
    copyText(text);
    return {};
  },
  'window.writePdf': (context, input, control) => writePdf(context, input, control),
  'window.print': (context, input, control) => printPaper(context, input, control),
};

/** Answers one of the window's own operations, in the same envelope as the store does. */
export async function answerWindow(context: WindowContext, call: Call): Promise<Answer> {
  const name = call.name as keyof typeof windowContract;
  const parsed = windowContract[name].input.safeParse(call.input);
  if (!parsed.success) return refuse(new Failure('input-invalid', { operation: name }));
  try {
    // The table guarantees that each handler fits its own operation; the compiler cannot follow it through the name.
    const handler = handlers[name] as (
      context: WindowContext,
      input: unknown,
      control: JobControl,
    ) => unknown;
    return { ok: true, value: await handler(context, parsed.data, controlOf(context, call)) };
  } catch (error) {
    return refuse(
      error instanceof Failure ? error : new Failure('internal', { reference: 'main' }),
    );
  }
}

/** Stopping is the store's: it is asked under the same name while it works. */
function controlOf(context: WindowContext, { jobId }: Call): JobControl {
  const report: JobControl['report'] = (progress) => {
    if (jobId !== undefined) context.emit({ type: 'job-progress', jobId, progress });
  };
  return { report, signal: { aborted: false }, jobId };
}

export function isWindowOperation(name: string): boolean {
  return Object.hasOwn(windowContract, name);
}

export function refuse(failure: Failure): Answer {
  return { ok: false, failure: { code: failure.code, detail: failure.detail } };
}

export function applyTheme(preferences: Preferences): void {
  nativeTheme.themeSource = preferences.theme;
}

/** The workspace opened last is remembered so that the next start asks only for the passphrase. */
export function rememberFolder(context: WindowContext, folder: string): void {
  remember(context, { ...context.preferences, lastFolder: folder });
}

function remember(context: WindowContext, preferences: Preferences): void {
  context.preferences = preferences;
  writePreferences(preferences);
  applyTheme(preferences);
}

/** Without the members that were not given: spreading them would erase what is there. */
function given(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
