/** Bytes mean little to a reader; nobody counts nine digits. */
export function inPerCent(done: number, total: number): { done: number; total: number } {
  return { done: total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100)), total: 100 };
}
