import { useCallback, useEffect, useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import type { FullRecord, RecordId } from '../../shared/contract/records.ts';
import { call, failureOf } from '../api/client.ts';
import { flushAll } from '../app/flush.ts';

type Loaded = {
  record: FullRecord | undefined;
  failure: FailureData | undefined;
  /** Counts how often it was read: another reading is another document. */
  reading: number;
  readAgain: () => void;
};

/** Reads a record once, after whatever was being written is stored, so that one never reads behind one's own back. */
export function useFullRecord(id: RecordId): Loaded {
  const [state, setState] = useState<Omit<Loaded, 'readAgain'>>({
    record: undefined,
    failure: undefined,
    reading: 0,
  });
  const [turn, setTurn] = useState(1);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      await flushAll();
      return call('records.get', { id });
    };
    read().then(
      (record) => isCurrent && setState({ record, failure: undefined, reading: turn }),
      (error: unknown) =>
        isCurrent && setState({ record: undefined, failure: failureOf(error), reading: turn }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, turn]);
  const readAgain = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, readAgain };
}
