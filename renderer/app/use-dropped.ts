import { useState, type DragEvent } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { call, failureOf } from '../api/client.ts';
import { useDivert } from '../inbox/use-divert.ts';

const ZONE = 'data-drop-zone';
/** The picture that somebody drags about in a text claims to be a file, too; it comes with its HTML. */
const isOfFiles = ({ types }: DataTransfer) =>
  types.includes('Files') && !types.includes('text/html');

type Props = Record<typeof ZONE, ''> &
  Record<'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent<HTMLElement>) => void>;
export type DropZone = {
  /** To be spread on the element that takes files. A zone in a zone has what falls on it to itself. */
  zone: Props;
  /** Files hang over this zone. */
  isOver: boolean;
  failure: FailureData | undefined;
  clearFailure: () => void;
};

/**
 * Files and folders dropped on an element from the system's desktop. `onDropped` gets their places, at least one, which may
 * be passed to operations at once, as if a dialog had answered with them. The page never says what was dropped: it asks for it, and
 * the answer is of the system (`docs/decisions/0018`). Packs among them go to the inbox and are not passed on. There must be another way with the keyboard.
 */
export function useDropped(onDropped: (paths: readonly string[]) => void): DropZone {
  const divert = useDivert();
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<FailureData>();
  const take = async () => {
    try {
      const { paths } = await call('window.takeDropped', {});
      const others = divert(paths);
      if (others.length > 0) onDropped(others);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return {
    zone: {
      [ZONE]: '',
      onDragOver: (event) => {
        const isMine = isOfFiles(event.dataTransfer) && isOnZone(event.target, event.currentTarget);
        setOver(isMine);
        if (!isMine) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave: (event) => {
        if (!isOnZone(event.relatedTarget, event.currentTarget)) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        if (!isOfFiles(event.dataTransfer) || !isOnZone(event.target, event.currentTarget)) return;
        event.preventDefault();
        setFailure(undefined);
        void take();
      },
    },
    isOver,
    failure,
    clearFailure: () => setFailure(undefined),
  };
}

/** Dialogs lie elsewhere in the page, though what falls on them comes up through here. */
function isOnZone(place: EventTarget | null, zone: HTMLElement): boolean {
  return place instanceof Node && nearestElement(place)?.closest(`[${ZONE}]`) === zone;
}

function nearestElement(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
