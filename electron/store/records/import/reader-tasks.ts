import { lookAtFile } from './look-at-file.ts';
import { readFile } from './read-file.ts';

/** What is done in the reading thread. Needs files, but no database. */
export const readerTasks = { read: readFile, look: lookAtFile };

export type ReaderTasks = typeof readerTasks;
export type TaskName = keyof ReaderTasks;
export type TaskInput<Name extends TaskName> = Parameters<ReaderTasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<ReaderTasks[Name]>>;
