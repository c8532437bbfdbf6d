import * as z from 'zod';
import { careRules } from '../text/care/finding.ts';
import { command, job, query, Nothing } from './define.ts';
import { PaperWish, WrittenDocument } from './documents.ts';
import { GroupBy, RecordOrder } from './records.ts';

/** Operations the main process answers for its own windows; the command line has no use for them. */
export const Language = z.enum(['zh-CN', 'en']);
export type Language = z.output<typeof Language>;
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.output<typeof Theme>;

/** `paper` sets documents in FangSong, as they will be printed. */
export const Reading = z.enum(['screen', 'paper']);
export type Reading = z.output<typeof Reading>;

/** What is on the screen when a workspace was opened: the first page, or the records with the one that was open last. */
export const OpensWith = z.enum(['home', 'records']);
export type OpensWith = z.output<typeof OpensWith>;

/** `auto` folds a pane when the window is too narrow for it; `open` and `folded` are the person's own choice. */
export const Fold = z.enum(['auto', 'open', 'folded']);
export type Fold = z.output<typeof Fold>;
const Width = z.number().int().min(40).max(2000);
/** Widths of panes in CSS pixels. */
export const Layout = z.object({
  navigationWidth: Width,
  listWidth: Width,
  inspectorWidth: Width,
  navigation: Fold,
  inspector: Fold,
});
export type Layout = z.output<typeof Layout>;

/** Columns of the table of records; each is also an order. */
export const ColumnId = RecordOrder;
export type ColumnId = RecordOrder;
/** `width` in CSS pixels. */
export const Column = z.object({ id: ColumnId, width: z.number().int().min(56).max(800) });
export type Column = z.output<typeof Column>;
/** How lists of records look: two-line rows or a table, in groups or not, and which columns, in what order. */
export const ListView = z.object({
  density: z.enum(['rows', 'table']),
  groupBy: GroupBy.nullable(),
  columns: z.array(Column).min(1).max(20),
  /** Of the pane of the table while a record is open beside it. */
  tableWidth: z.number().int().min(272).max(2000).default(640),
});
export type ListView = z.output<typeof ListView>;
export const usualColumns: readonly Column[] = [
  { id: 'title', width: 340 },
  { id: 'kind', width: 96 },
  { id: 'status', width: 96 },
  { id: 'charge', width: 180 },
  { id: 'case-number', width: 190 },
  { id: 'characters', width: 80 },
  { id: 'changed', width: 104 },
];

export const Preferences = z.object({
  language: Language,
  theme: Theme,
  reading: Reading.default('screen'),
  opensWith: OpensWith.default('home'),
  layout: Layout.default({
    navigationWidth: 232,
    listWidth: 352,
    inspectorWidth: 288,
    navigation: 'auto',
    inspector: 'auto',
  }),
  listView: ListView.default({
    density: 'rows',
    groupBy: null,
    columns: [...usualColumns],
    tableWidth: 640,
  }),
  /** Parts of the inspector that are folded away. */
  folded: z.array(z.string().max(40)).max(40).default([]),
  /** Rules of language care that are turned off. */
  careOff: z.array(z.enum(careRules)).default([]),
  /** The workspace opened last, or null. */
  lastFolder: z.string().nullable(),
});
export type Preferences = z.output<typeof Preferences>;

/** Files and folders in one drop. */
export const MAX_DROPPED = 10_000;

export const window = {
  /** `isTrialRuntime`: an old Electron is in use that is not for real data; the window says so. */
  'window.start': query(
    Nothing,
    z.object({
      preferences: Preferences,
      version: z.string(),
      electronVersion: z.string(),
      isTrialRuntime: z.boolean(),
      suggestedFolder: z.string(),
    }),
  ),
  'window.setPreferences': command(
    z
      .object({
        language: Language,
        theme: Theme,
        reading: Reading,
        opensWith: OpensWith,
        layout: Layout,
        listView: ListView,
        folded: z.array(z.string().max(40)).max(40),
        careOff: z.array(z.enum(careRules)),
      })
      .partial(),
    Preferences,
  ),
  /** Pastes the words that the clipboard has where the caret is, as Ctrl+Shift+V does. */
  'window.pasteAsText': command(Nothing, Nothing),
  /** System dialogs. An empty answer means the person closed the dialog. Chosen places may be passed to operations. */
  'window.chooseFolder': command(
    z.object({ title: z.string().max(200) }),
    z.object({ folder: z.string().nullable() }),
  ),
  /** No extensions: files of every kind. */
  'window.chooseFiles': command(
    z.object({
      title: z.string().max(200),
      extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20),
    }),
    z.object({ files: z.array(z.string()) }),
  ),
  /** The name chosen gets the extension if it has another one, in whatever case; null leaves it as it is. */
  'window.chooseNewFile': command(
    z.object({
      title: z.string().max(200),
      name: z.string().max(200),
      extension: z
        .string()
        .regex(/^[a-z0-9]{1,10}$/)
        .nullable(),
    }),
    z.object({ file: z.string().nullable() }),
  ),
  /**
   * The files and folders that the person dropped on the window last, once: a second call answers an empty list. They count
   * as chosen from then on. The page cannot say what they were, only ask (see `renderer/app/use-dropped.ts`).
   * Fails: `dropped-too-many` for more than 10,000.
   */
  'window.takeDropped': command(Nothing, z.object({ paths: z.array(z.string()) })),
  /** Shows a chosen or written file in the system's file manager. */
  'window.showFile': command(z.object({ file: z.string().max(4096) }), Nothing, {
    paths: ['file'],
  }),
  /**
   * The window's answer to the `flush-before-close` event. `saved`: everything is on the disk, the window closes. Not
   * saved: the person is asked, in a system dialog, whether to close all the same; answers whether it closes.
   */
  'window.close': command(z.object({ saved: z.boolean() }), z.object({ closes: z.boolean() })),
  /** Copies text, such as the recovery code, by way of the main process: the window has no clipboard permission. */
  'window.copyText': command(z.object({ text: z.string().max(100_000) }), Nothing),
  /**
   * Writes records as a PDF file that must not exist yet, on official paper, the highest of their markings at the top of every page. Fails:
   * as `documents.write`.
   */
  'window.writePdf': job(PaperWish.extend({ file: z.string().min(1).max(4096) }), WrittenDocument, {
    paths: ['file'],
  }),
  /**
   * Prints the same on paper by way of the system's dialog. `isPrinted` is false if the person closed that. Fails: `printer-unavailable`, and as
   * `documents.write`.
   */
  'window.print': job(PaperWish, z.object({ isPrinted: z.boolean() })),
};
