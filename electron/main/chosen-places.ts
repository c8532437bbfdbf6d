import { resolve } from 'node:path';
import { contract, type Call, type OperationName } from '../../shared/contract/index.ts';
import { Failure } from '../../shared/errors.ts';

/**
 * A window may name only places that the person chose in a system dialog during this run (or that we suggested), so that
 * a window taken over by hostile content cannot read or write files of its own choosing.
 */
export type ChosenPlaces = { add(place: string): void; check(call: Call): void };

export function createChosenPlaces(): ChosenPlaces {
  const chosen = new Set<string>();
  return {
    add: (place) => void chosen.add(resolve(place)),
    check: (call) => {
      for (const place of placesIn(call)) {
        if (typeof place !== 'string' || !chosen.has(resolve(place)))
          throw new Failure('path-not-chosen');
      }
    },
  };
}

function placesIn(call: Call): unknown[] {
  if (!Object.hasOwn(contract, call.name)) return [];
  const { paths } = contract[call.name as OperationName];
  const input = call.input;
  if (typeof input !== 'object' || input === null) return [];
  return paths
    .filter((field) => Object.hasOwn(input, field))
    .flatMap((field) => (input as Record<string, unknown>)[field]);
}
