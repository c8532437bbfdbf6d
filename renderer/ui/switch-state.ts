import { useSyncExternalStore } from 'react';

/** Something that is on or off for the whole window, far from where it is switched. */
export function createSwitch() {
  let isOn = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    is: () => isOn,
    set: (next: boolean) => {
      isOn = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, () => isOn),
  };
}
