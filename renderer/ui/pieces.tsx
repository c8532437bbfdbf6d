import type { SnippetPiece } from '../../shared/contract/search.ts';

/** A snippet with what was found marked. */
export function Pieces({ pieces }: { pieces: readonly SnippetPiece[] }) {
  return pieces.map((piece, index) =>
    piece.isHit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
  );
}
