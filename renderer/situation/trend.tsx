import { useRef, useState, type KeyboardEvent } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { useSpeech } from '../app/words.tsx';
import type { Open } from './behind.ts';
import styles from './situation.module.css';

type Months = CallOutput<'situation.overview'>['months'];
const HEIGHT = 96;
/** So many bars have room for a label each; of more, every third or sixth has one. */
const MOST_LABELS = 13;
const MOST_COUNTS = 24;

/** What came in by month, adopted in the darker part. One tab stop: ← and → go from month to month, Enter opens it. */
export function Trend({ months, open }: { months: Months; open: Open }) {
  const { words, count } = useSpeech();
  const { situation } = words;
  const [chosen, setChosen] = useState(-1);
  const bars = useRef<HTMLDivElement>(null);
  const active = chosen >= 0 && chosen < months.length ? chosen : months.length - 1;
  const most = Math.max(1, ...months.map(({ submissions }) => submissions));
  const every = Math.ceil(months.length / MOST_LABELS);
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const moves: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: months.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined || next < 0 || next >= months.length) return;
    event.preventDefault();
    setChosen(next);
    bars.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <section className={styles.part} aria-label={situation.trend}>
      <h2 className={styles.partName}>{situation.trend}</h2>
      {months.length === 0 ? (
        <p className={styles.text}>{situation.noTrend}</p>
      ) : (
        <>
          <p className={styles.text}>{situation.trendText}</p>
          <div ref={bars} className={styles.bars} role="group" aria-label={situation.trend}>
            {months.map(({ month, submissions, adopted }, at) => (
              <button
                key={month}
                type="button"
                className={styles.bar}
                tabIndex={at === active ? 0 : -1}
                title={situation.trendBar(month, count(submissions), count(adopted))}
                onFocus={() => setChosen(at)}
                onKeyDown={(event) => onKeyDown(event, at)}
                onClick={() =>
                  open({
                    what: 'records',
                    title: situation.recordsOf(month),
                    question: { from: month, to: month },
                  })
                }
              >
                <span className="only-for-readers">
                  {situation.trendBar(month, count(submissions), count(adopted))}
                </span>
                <span className={styles.barCount} aria-hidden>
                  {months.length <= MOST_COUNTS && submissions > 0 ? count(submissions) : ''}
                </span>
                <svg
                  className={styles.barPicture}
                  viewBox={`0 0 10 ${HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden
                >
                  <rect
                    className={styles.barAll}
                    x={1}
                    width={8}
                    y={HEIGHT - (submissions / most) * HEIGHT}
                    height={(submissions / most) * HEIGHT}
                  />
                  <rect
                    className={styles.barAdopted}
                    x={1}
                    width={8}
                    y={HEIGHT - (adopted / most) * HEIGHT}
                    height={(adopted / most) * HEIGHT}
                  />
                </svg>
                <span className={styles.barName} aria-hidden>
                  {at % every === 0 ? month.slice(2) : ''}
                </span>
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
