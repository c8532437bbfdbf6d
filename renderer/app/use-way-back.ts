import { useEffect, useEffectEvent, useRef } from 'react';
import { call } from '../api/client.ts';
import { goBackTo } from '../records/use-kept-place.ts';
import { notePlace, readPlace } from './kept-place.ts';
import { useView } from './view.tsx';

/** When a workspace has been opened: the record that was open when it was left is opened again, at its place. */
export function useWayBack(): void {
  const { opened, open } = useView();
  const goBack = useEffectEvent(async (isOver: () => boolean) => {
    const place = await readPlace();
    if (place === null || place.recordId === null || opened !== null) return;
    const record = await call('records.get', { id: place.recordId }).catch(() => null);
    if (record === null || record.trashedAt !== null || isOver()) return;
    goBackTo(place);
    open({ id: record.id, terms: [], section: null });
  });
  const id = opened?.id ?? null;
  const last = useRef(id);
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
