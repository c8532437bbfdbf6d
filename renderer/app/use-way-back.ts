import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { goBackTo } from '../records/use-kept-place.ts';
import { notePlace, readPlace } from './kept-place.ts';
import { usePreferences } from './preferences.tsx';
import { useWorkspace } from './session.tsx';
import { useView } from './view.tsx';

/** Workspaces that were opened since the program started. */
const openedBefore = new Set<string>();

/**
 * When a workspace has been opened: the record that was open when it was left is opened again, at its place. Where the first page comes
 * first it only leads there, but whoever was locked out while writing is let back to the text.
 */
export function useWayBack(): void {
  const { opened, open } = useView();
  const { preferences } = usePreferences();
  const { id: workspaceId } = useWorkspace();
  const [isFirst] = useState(() => !openedBefore.has(workspaceId));
  const id = opened?.id ?? null;
  const last = useRef(id);
  const goBack = useEffectEvent(async (isOver: () => boolean) => {
    openedBefore.add(workspaceId);
    const place = await readPlace();
    if (isFirst && preferences.opensWith === 'home') return;
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
