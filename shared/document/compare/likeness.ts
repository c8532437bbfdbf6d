/** A text as its pairs of neighbouring characters, each with how often it occurs. */
export type Pairs = { counts: ReadonlyMap<string, number>; total: number };

export function pairsOf(text: string): Pairs {
  const counts = new Map<string, number>();
  const framed = `\u0002${text}\u0003`;
  for (let at = 0; at + 1 < framed.length; at += 1) {
    const pair = framed.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: framed.length - 1 };
}

/** How much two texts have in common, 0 to 1 (Dice's coefficient of their pairs). */
export function likenessOf(one: Pairs, other: Pairs): number {
  const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [pair, count] of few.counts) common += Math.min(count, many.counts.get(pair) ?? 0);
  return (2 * common) / (one.total + other.total);
}
