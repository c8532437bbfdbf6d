import type {
  Answer,
  AppEvent,
  Call,
  CallInput,
  CallOutput,
  FailureData,
  OperationName,
} from '../../shared/contract/index.ts';

/** The whole surface between this window and the application; the preload script provides it. */
export type Jianzhi = {
  call: (call: Call) => Promise<Answer>;
  on: (listener: (event: AppEvent) => void) => () => void;
};

declare global {
  // A global is declared by merging into the one interface that the browser's types give.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    readonly jianzhi: Jianzhi;
  }
}

/** An expected failure, as it came over the border. */
export class CallFailure extends Error {
  readonly failure: FailureData;
  constructor(failure: FailureData) {
    super(failure.code);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Calls an operation and hands on the answer as it came. */
export async function ask<Name extends OperationName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Answer<CallOutput<Name>>> {
  return (await window.jianzhi.call({ name, input })) as Answer<CallOutput<Name>>;
}

/** Calls an operation. Throws `CallFailure`. */
export async function call<Name extends OperationName>(
  name: Name,
  input: CallInput<Name>,
  jobId?: string,
): Promise<CallOutput<Name>> {
  const message: Call = jobId === undefined ? { name, input } : { name, input, jobId };
  const answer = await window.jianzhi.call(message);
  if (!answer.ok) throw new CallFailure(answer.failure);
  return answer.value as CallOutput<Name>;
}

/** What to show for anything that was thrown. */
export function failureOf(error: unknown): FailureData {
  if (error instanceof CallFailure) return error.failure;
  return { code: 'internal', detail: {} };
}

/** Listens to events of one type. Answers how to stop listening. */
export function onEvent<Type extends AppEvent['type']>(
  type: Type,
  listener: (event: Extract<AppEvent, { type: Type }>) => void,
): () => void {
  return window.jianzhi.on((event) => {
    if (event.type === type) listener(event as Extract<AppEvent, { type: Type }>);
  });
}
