import type { ComparedLine, ComparedSpan, Comparison } from '../../shared/contract/revisions.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './compared.module.css';

type Side = 'before' | 'after' | 'both';

/** The lines of a comparison: the earlier text on the left and the later on the right, or both in one. */
export function ComparedLines({
  lines,
  isSided,
}: {
  lines: Comparison['lines'];
  isSided: boolean;
}) {
  const { words, count } = useSpeech();
  return (
    <div className={styles.lines} data-sided={isSided || undefined}>
      {lines.map((line, at) =>
        'skipped' in line ? (
          // Lines have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at} className={styles.skipped}>
            {words.revisions.skipped(count(line.skipped))}
          </p>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.row} data-change={line.change}>
            {isSided ? (
              <>
                <LineOf line={line} side="before" />
                <LineOf line={line} side="after" />
              </>
            ) : (
              <LineOf line={line} side="both" />
            )}
          </div>
        ),
      )}
    </div>
  );
}

function LineOf({ line, side }: { line: ComparedLine; side: Side }) {
  const { revisions } = useSpeech().words;
  const { change, kind, level, cells } = line;
  const isAbsent =
    (side === 'before' && change === 'added') || (side === 'after' && change === 'removed');
  if (isAbsent) return <div className={styles.absent} />;
  const labels: Partial<Record<ComparedLine['kind'], string>> = {
    image: revisions.imageLine,
    footnote: revisions.footnoteLine,
    keywords: revisions.keywordsLine,
    'case-numbers': revisions.caseNumbersLine,
  };
  const label = labels[kind];
  const shown = cells
    .map((spans) => spans.filter((span) => isOn(span, side)))
    // In a row of a table an empty cell keeps its place.
    .filter((spans) => spans.length > 0 || kind === 'table-row');
  return (
    <div className={styles.line} data-kind={kind} data-level={level}>
      {label !== undefined && <span className={styles.label}>{label}</span>}
      {change === 'form' && side !== 'before' && (
        <span className={styles.label}>{revisions.formChanged}</span>
      )}
      <div className={styles.cells}>
        {shown.map((spans, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} className={styles.cell}>
            <Spans spans={spans} />
          </span>
        ))}
      </div>
    </div>
  );
}

function isOn({ op }: ComparedSpan, side: Side): boolean {
  return op === 'same' || side === 'both' || (op === 'removed') === (side === 'before');
}

function Spans({ spans }: { spans: readonly ComparedSpan[] }) {
  return spans.map(({ op, text }, at) => {
    switch (op) {
      case 'same':
        return text;
      case 'removed':
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <del key={at} className={styles.removed}>
            {text}
          </del>
        );
      case 'added':
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <ins key={at} className={styles.added}>
            {text}
          </ins>
        );
    }
  });
}
