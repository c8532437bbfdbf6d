import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Piece, SearchAnswer } from '../../shared/contract/search.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import facets from './facets.module.css';
import styles from './search-results.module.css';

type Props = Pick<SearchAnswer, 'pieces' | 'problems'> & { query: string };

/** How the query was understood: a chip for each condition in it, a sentence for each thing that is wrong. */
export function QueryNotes({ query, pieces, problems }: Props) {
  const { search: words } = useWords();
  const { search } = useView();
  const textOf = ({ start, end }: { start: number; end: number }) => query.slice(start, end);
  return (
    <>
      {pieces.length > 0 && (
        <ul className={facets.chips} aria-label={words.understood}>
          {pieces.map((piece) => (
            <li
              key={piece.start}
              className={facets.chip}
              data-excluded={piece.isExcluded || undefined}
            >
              <span className={`han ${styles.piece}`}>
                {piece.isExcluded && `${words.not} `}
                {textOf(piece)}
              </span>
              <UnstyledButton
                className={facets.chipRemove}
                aria-label={words.removePiece(textOf(piece))}
                onClick={() => search(without(query, piece))}
              >
                <IconX size={12} stroke={2} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      {problems.map(({ code, start, end }) => (
        <p key={`${code} ${start}`} className={styles.problem} role="note">
          {words.problemAt(shorten(query.slice(start, end)), words.problems[code])}
        </p>
      ))}
    </>
  );
}

/** The query without one of its pieces and the minus before it. */
function without(query: string, { start, end }: Piece): string {
  const before = query
    .slice(0, start)
    .replace(/[-－]$/u, '')
    .trimEnd();
  return `${before} ${query.slice(end).trimStart()}`.trim();
}

const shorten = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
