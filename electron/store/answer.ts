import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Handlers, JobControl, Operation, Progress } from '../../shared/contract/define.ts';
import {
  storeContract,
  type Answer,
  type Call,
  type StoreContract,
  type StoreOperationName,
} from '../../shared/contract/index.ts';
import { Failure } from '../../shared/errors.ts';
import { toFailure } from './database/sqlite-failure.ts';
import type { StoreContext } from './context.ts';
import { aroundDamagedIndex } from './search/around-damaged-index.ts';

export type StoreHandlers = Handlers<Omit<StoreContract, 'jobs.cancel'>, StoreContext>;
type AnyHandler = (context: StoreContext, input: unknown, control: JobControl) => unknown;
type Report = (jobId: string, progress: Progress) => void;

/**
 * Makes the one function that answers calls: look up, validate, run, wrap. It never throws.
 * `checkOutput` also validates what a handler returns; tests and the command line switch it on.
 */
export function createAnswer(
  context: StoreContext,
  handlers: StoreHandlers,
  options: { report?: Report; checkOutput?: boolean } = {},
): (call: Call) => Promise<Answer> {
  const running = new Map<string, { aborted: boolean }>();
  /** Calls under way that are no jobs. */
  let asked = 0;
  const jobs = new Map<Promise<unknown>, { aborted: boolean }>();

  async function run(call: Call): Promise<unknown> {
    const operation = findOperation(call.name);
    const parsed = operation.input.safeParse(call.input);
    if (!parsed.success) {
      const places = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw new Failure('input-invalid', { operation: call.name, places });
    }
    if (call.name === 'jobs.cancel') return cancel(parsed.data as { jobId: string });
    if (call.name === 'workspace.lock') await stopJobs();
    const handler = handlers[call.name as keyof StoreHandlers] as AnyHandler;
    if (operation.mode !== 'query' && !call.name.startsWith('workspace.')) refuseIfGone(context);
    const signal = { aborted: false };
    const jobId = call.jobId;
    if (jobId !== undefined) {
      // Two under one name could not be told apart when one of them is to stop.
      if (running.has(jobId))
        throw new Failure('input-invalid', { operation: call.name, places: 'jobId' });
      running.set(jobId, signal);
    }
    const report = (progress: Progress) => {
      if (jobId !== undefined) options.report?.(jobId, progress);
    };
    const control = { report, signal, isAsked: () => asked > 0 };
    const attempt = async () => handler(context, parsed.data, control);
    const work = operation.mode === 'command' ? aroundDamagedIndex(context, attempt) : attempt();
    if (operation.mode === 'job') jobs.set(work, signal);
    else asked += 1;
    try {
      const value = await work;
      return options.checkOutput === true ? operation.output.parse(value) : value;
    } finally {
      if (operation.mode !== 'job') asked -= 1;
      jobs.delete(work);
      if (jobId !== undefined) running.delete(jobId);
    }
  }

  /** A database that was closed under a job would make a bug of it: each is asked to stop, and waited for. */
  async function stopJobs(): Promise<void> {
    for (const signal of jobs.values()) signal.aborted = true;
    await Promise.allSettled(jobs.keys());
  }

  function cancel({ jobId }: { jobId: string }): Record<string, never> {
    const signal = running.get(jobId);
    if (signal !== undefined) signal.aborted = true;
    return {};
  }

  return async (call) => {
    try {
      return { ok: true, value: await run(call) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, call.name) };
    }
  };
}

/**
 * A folder that was deleted or moved while it is open takes writes as before, and all of them are lost when it is closed. Reading
 * goes on, so that what is on the screen can be kept elsewhere. Fails: `workspace-not-found`.
 */
function refuseIfGone({ open }: StoreContext): void {
  if (open !== null && !open.db.memory && !existsSync(open.db.name)) {
    throw new Failure('workspace-not-found', { folder: open.info.folder });
  }
}

function findOperation(name: string): Operation {
  if (!Object.hasOwn(storeContract, name)) throw new Failure('operation-unknown', { name });
  return storeContract[name as StoreOperationName];
}

function failureOf(error: unknown, operation: string): Pick<Failure, 'code' | 'detail'> {
  const failure = error instanceof Failure ? error : toFailure(error);
  if (failure !== null) return { code: failure.code, detail: failure.detail };
  const reference = randomBytes(4).toString('hex');
  logBug(error, operation, reference);
  return { code: 'internal', detail: { reference } };
}

/** The message of an unexpected error may quote a text or a path, so only its kind and its place are logged. */
function logBug(error: unknown, operation: string, reference: string): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(isFrame) : [];
  console.error(`[store] ${reference} ${operation}: ${kind}\n${frames.join('\n')}`);
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
