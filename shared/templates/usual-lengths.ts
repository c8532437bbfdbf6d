/**
 * How long a section usually is, in characters without white space: the medians of 212 guiding cases of the Supreme People's
 * Procuratorate. By the id of the section; those without a figure have none.
 */
export const usualLengths: Readonly<Record<string, number>> = {
  gist: 162,
  facts: 439,
  performance: 1363,
  significance: 702,
  provisions: 184,
};

/** Below this part of its usual length a section counts as short. */
const SHORT = 0.4;

export type Fullness = 'empty' | 'short' | 'enough';

/** How far a section has come. It is a hint: a short section may well be finished. */
export function fullnessOf(id: string, characters: number): Fullness {
  if (characters === 0) return 'empty';
  return characters < (usualLengths[id] ?? 0) * SHORT ? 'short' : 'enough';
}
