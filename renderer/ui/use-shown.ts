import { useState } from 'react';

/** What a switch shows: what was just chosen, until the store says what stands. A switch that waited for it would look stuck. */
export function useShown<Value>(stored: Value): [Value, (value: Value) => void] {
  const [shown, setShown] = useState(stored);
  const [seen, setSeen] = useState(stored);
  if (stored !== seen) {
    setSeen(stored);
    setShown(stored);
  }
  return [shown, setShown];
}
