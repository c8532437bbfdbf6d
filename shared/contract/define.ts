import * as z from 'zod';

/**
 * How operations are declared. An operation has a mode, a schema of what goes in (checked by the store, always)
 * and a schema of what comes out (checked in tests). `paths` names the input fields that are places on the disk:
 * the window may pass only places that the person chose in a system dialog during this run. `isCommandLineOnly`: a window
 * is answered `operation-unknown`, whatever it passes; the command line and the main process may ask.
 */
export type Operation<
  Mode extends 'query' | 'command' | 'job' = 'query' | 'command' | 'job',
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = { mode: Mode; input: I; output: O; paths: readonly string[]; isCommandLineOnly: boolean };

type Options = { paths?: readonly string[]; isCommandLineOnly?: boolean };

/** Reads; changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options = {},
): Operation<'query', I, O> {
  return { mode: 'query', input, output, ...declared(options) };
}

/** Changes something, in one short step. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options = {},
): Operation<'command', I, O> {
  return { mode: 'command', input, output, ...declared(options) };
}

/** Long work: reports `{done, total, phase}` and can be cancelled through `jobs.cancel`. */
export function job<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  options: Options = {},
): Operation<'job', I, O> {
  return { mode: 'job', input, output, ...declared(options) };
}

function declared({ paths = [], isCommandLineOnly = false }: Options): Required<Options> {
  return { paths, isCommandLineOnly };
}

export type Operations = Record<string, Operation>;
export type InputOf<T extends Operation> = z.output<T['input']>;
export type OutputOf<T extends Operation> = z.output<T['output']>;

/** What a running job hands out. `total` is 0 while it is not known. `phase` is a key of the `phases` words. */
export type Progress = { done: number; total: number; phase: string };

/** A job's lifeline: report progress, and throw `Failure('cancelled')` at the next safe point once asked to stop. */
export type JobControl = {
  report(progress: Progress): void;
  signal: { readonly aborted: boolean };
  /** Somebody waits for an answer that is worked out in steps: the job may give way for a moment. */
  isAsked?: () => boolean;
  /** What the caller calls it, for whoever hands the work on. */
  jobId?: string | undefined;
};

/** The functions that answer a set of operations. Every operation must have one or it does not compile. */
export type Handlers<T extends Operations, Context> = {
  [Name in keyof T]: T[Name] extends Operation<'job'>
    ? (context: Context, input: InputOf<T[Name]>, control: JobControl) => Promise<OutputOf<T[Name]>>
    : (context: Context, input: InputOf<T[Name]>) => OutputOf<T[Name]> | Promise<OutputOf<T[Name]>>;
};

/** A stretch of a list that can grow. `limit` is at most 500. */
export const PageRequest = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});

/** One page: `items` from `offset`, and how many there are in all. */
export function Page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), offset: z.number(), total: z.number() });
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.number().int();
export const Nothing = z.object({});
