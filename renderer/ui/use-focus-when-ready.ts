import { useEffect, useRef } from 'react';

/** A button that cannot be pressed at first takes the focus as soon as it can: a dialog puts it elsewhere until then. */
export function useFocusWhenReady(isReady: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) button.current?.focus();
  }, [isReady]);
  return button;
}
