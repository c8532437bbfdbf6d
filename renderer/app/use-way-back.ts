import { useEffect, useEffectEvent, useRef } from 'react';
import { call } from '../api/client.ts';
import { goBackTo } from '../records/use-kept-place.ts';
import { notePlace, readPlace } from './kept-place.ts';
import { useView } from './view.tsx';

/** When a workspace has been opened: the record that was open when it was left is opened again, at its place. */
export function useWayBack(): void {
  const { opened, open } = useView();
  const id = opened?.id ?? null;
  const last = useRef(id);
  const goBack = useEffectEvent(async (isOver: () => boolean) => {
    const place = await readPlace();
    if (place === null || place.recordId === null || last.current !== null) return;
    const record = await call('records.get', { id: place.recordId }).catch(() => null);
    // Whoever has opened something meanwhile is where they want to be.
    if (record === null || record.trashedAt !== null || isOver() || last.current !== null) return;
    goBackTo(place);
    open({ id: record.id, terms: [], section: null });
  });
  useEffect(() => {
    if (id === null && last.current !== null) notePlace({ recordId: null });
    last.current = id;
  }, [id]);
  useEffect(() => {
    let isOver = false;
    void goBack(() => isOver);
    return () => {
      isOver = true;
    };
  }, []);
}
