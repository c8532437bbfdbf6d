import { expect, type Locator } from '@playwright/test';
import type { RunningApp } from '../../support/app.ts';
import { startInputMethod, type InputMethod } from '../../support/input-method.ts';
import { processesOf, setUpDesk, type Desk } from './writing.ts';

/** A window beside a real libpinyin, and what one does at its keyboard. */
export type Composing = {
  keyboard: InputMethod;
  app: RunningApp;
  /** Presses keys one after another, and waits until they have gone through the display, the bus and the input method. */
  press: (...names: string[]) => Promise<void>;
  type: (letters: string) => Promise<void>;
  /** A phrase without a rival in the dictionary, chosen by the space bar. */
  phrase: (pinyin: string) => Promise<void>;
  stop: () => void;
};

/** The caret is in the facts, and the input method composes, when this answers. */
export async function startComposing(waitInMs = 250): Promise<Composing & { desk: Desk }> {
  const desk = setUpDesk();
  const composing = await composeAt(
    desk,
    (env) => desk.open(env),
    (app) => app.window.locator('[data-section="facts"] .editor-section-body p').first().click(),
    waitInMs,
  );
  return { ...composing, desk };
}

/** The same at any other workspace. `begin` puts the caret where something can be typed. */
export async function composeAt(
  place: { cleanUp(): void },
  open: (env: Record<string, string>) => Promise<RunningApp>,
  begin: (app: RunningApp) => Promise<void>,
  waitInMs = 250,
): Promise<Composing> {
  const keyboard = await startInputMethod();
  const app = await open(keyboard.env);
  const main = app.electron.process().pid ?? -1;
  await begin(app);
  await keyboard.ready();
  const settled = () => app.window.waitForTimeout(waitInMs);
  const press = async (...names: string[]) => {
    keyboard.key(...names);
    await settled();
  };
  const type = async (letters: string) => {
    keyboard.type(letters);
    await settled();
  };
  return {
    keyboard,
    app,
    press,
    type,
    phrase: async (pinyin) => {
      await type(pinyin);
      await press('space');
    },
    stop: () => {
      for (const { id } of processesOf(main)) process.kill(id, 'SIGKILL');
      keyboard.stop();
      place.cleanUp();
    },
  };
}

/** What one does in any line of text. `read` says what is in it; nothing but a key is used to change it. */
export async function drill(
  { press, type, phrase }: Composing,
  read: () => Promise<string>,
  punctuation = true,
): Promise<string> {
  const holds = (text: string) => expect.poll(read).toBe(text);
  await phrase('zhishichanquan');
  await holds('知识产权');
  await press('Home');
  await phrase('zhongguo');
  await holds('中国知识产权');
  await press('Right', 'Right');
  await phrase('falv');
  await holds('中国知识法律产权');
  await press('shift+Left', 'shift+Left');
  await phrase('shangbiao');
  await holds('中国知识商标产权');
  // Escape and Enter belong to the input method while it composes.
  await press('End');
  await type('zhuan');
  await press('Escape');
  await holds('中国知识商标产权');
  await type('abc');
  await press('Return');
  await holds('中国知识商标产权abc');
  await press('BackSpace', 'BackSpace', 'BackSpace');
  await holds('中国知识商标产权');
  if (!punctuation) return '中国知识商标产权';
  await press('Home');
  await type('<');
  await press('End');
  await type('>,.');
  await holds('《中国知识商标产权》，。');
  return '《中国知识商标产权》，。';
}

/** The same in a field of a form, and that one step of undo takes one phrase. Answers what is left in it. */
export async function drillField(
  composing: Composing,
  field: Locator,
  punctuation = true,
): Promise<string> {
  const { press } = composing;
  await field.click();
  await press('ctrl+a');
  const text = await drill(composing, () => field.inputValue(), punctuation);
  await undoAndRedo(composing, () => field.inputValue(), text);
  return text;
}

export async function undoAndRedo(
  { press, phrase }: Composing,
  read: () => Promise<string>,
  text: string,
): Promise<void> {
  await phrase('shuliang');
  await expect.poll(read).toBe(`${text}数量`);
  await press('ctrl+z');
  expect(await read()).not.toContain('数量');
  for (let tries = 0; tries < 3; tries += 1) await press('ctrl+shift+z');
  await expect.poll(read).toBe(`${text}数量`);
  await press('BackSpace', 'BackSpace');
  await expect.poll(read).toBe(text);
}
