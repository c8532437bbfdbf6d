/** Nobody has asked for anything for so long before idle work starts, and so long it rests between two goes. */
const IDLE_AFTER_IN_MS = 5000;
const REST_IN_MS = 100;

export type IdleWork = {
  /** A call arrived: idle work waits until it, and every other one, has been answered. */
  busy(): void;
  /** A call was answered. */
  quiet(): void;
};

/** Does small pieces of work while nobody waits for anything. `work` answers whether there is more of it. */
export function createIdleWork(work: () => Promise<boolean>): IdleWork {
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  function plan(waitInMs: number): void {
    clearTimeout(timer);
    // Unreferenced: idle work must not keep a process alive.
    timer = setTimeout(() => void go(), waitInMs).unref();
  }

  async function go(): Promise<void> {
    const hasMore = await work();
    if (hasMore && underWay === 0) plan(REST_IN_MS);
  }

  return {
    busy: () => {
      underWay += 1;
      clearTimeout(timer);
    },
    quiet: () => {
      underWay -= 1;
      if (underWay === 0) plan(IDLE_AFTER_IN_MS);
    },
  };
}
