import { useEffect, useRef, type ReactNode } from 'react';
import { useView, type AnswersPart } from '../app/view.tsx';

/** A part of the page, where a number on another page may lead. It is shown once it has something to show. */
export function Part({ id, children }: { id: AnswersPart; children: ReactNode }) {
  const { place } = useView();
  const isWanted = place.at === 'answers' && place.part === id;
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) here.current?.scrollIntoView({ block: 'start' });
  }, [isWanted]);
  return (
    <div id={id} ref={here}>
      {children}
    </div>
  );
}
