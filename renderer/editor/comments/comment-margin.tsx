import { IconMessage } from '@tabler/icons-react';
import { useSpeech } from '../../app/words.tsx';
import { setActiveThread, useActiveThread } from './places.ts';
import type { CommentedLine } from './use-places.ts';

/** Beside each line with comments a mark; the keyboard has its own ways to them. */
export function CommentMargin({ lines }: { lines: readonly CommentedLine[] }) {
  const { words, count } = useSpeech();
  const active = useActiveThread()?.thread;
  return (
    <>
      {lines.map(({ top, right, threads, text }) => {
        const label = words.comments.mark(count(threads.length), text.slice(0, 40));
        const [first] = threads;
        return (
          <button
            key={first}
            type="button"
            className="comment-mark"
            style={{ top, right }}
            tabIndex={-1}
            title={label}
            aria-label={label}
            aria-pressed={threads.some((thread) => thread === active)}
            onClick={() => setActiveThread(first ?? null, { isAsked: true })}
          >
            <IconMessage size={15} stroke={1.6} aria-hidden />
            {threads.length > 1 && <span>{count(threads.length)}</span>}
          </button>
        );
      })}
    </>
  );
}
