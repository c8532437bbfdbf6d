import { resolve } from 'node:path';
import type { Operation } from '../../shared/contract/define.ts';
import { contract, type Call, type OperationName } from '../../shared/contract/index.ts';
import { Failure } from '../../shared/errors.ts';

/**
 * A window may name only places that the person chose in a system dialog during this run (or that we suggested), so that
 * a window taken over by hostile content cannot read or write files of its own choosing. They must be spelt as they were chosen:
 * `chosen/link/../file` is another file to the system than to whoever only tidies up the text. What is for the command line only is
 * refused, too.
 */
export type ChosenPlaces = { add(place: string): void; check(call: Call): void };

export function createChosenPlaces(): ChosenPlaces {
  const chosen = new Set<string>();
  return {
    add: (place) => void chosen.add(place).add(resolve(place)),
    check: (call) => {
      const operation = operationOf(call.name);
      if (operation?.isCommandLineOnly === true) {
        throw new Failure('operation-unknown', { name: call.name });
      }
      for (const place of placesIn(call.input, operation?.paths ?? [])) {
        if (typeof place !== 'string' || !chosen.has(place)) throw new Failure('path-not-chosen');
      }
    },
  };
}

function operationOf(name: string): Operation | undefined {
  return Object.hasOwn(contract, name) ? contract[name as OperationName] : undefined;
}

function placesIn(input: unknown, paths: readonly string[]): unknown[] {
  if (typeof input !== 'object' || input === null) return [];
  return paths
    .filter((field) => Object.hasOwn(input, field))
    .flatMap((field) => (input as Record<string, unknown>)[field]);
}
