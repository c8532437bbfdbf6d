import type { SnippetPiece } from '../../../shared/contract/search.ts';
import { joinRanges, type Hit, type Range } from '../../../shared/text/find-hits.ts';

const windowInUnits = 100;
const leadInUnits = 20;
const cut = '…';

/** The stretch of a text where the most different terms stand close together, in pieces. */
export function makeSnippet(text: string, hits: readonly Hit[]): SnippetPiece[] {
  const best = bestStart(hits);
  const start = onCodePoint(text, Math.max(0, best - leadInUnits));
  const end = onCodePoint(text, Math.min(text.length, start + windowInUnits + leadInUnits));
  const within = hits
    .filter((hit) => hit.end > start && hit.start < end)
    .map((hit) => ({ start: Math.max(hit.start, start), end: Math.min(hit.end, end) }));
  const pieces = piecesOf(text, within, start, end);
  if (start > 0) pieces.unshift({ text: cut, isHit: false });
  if (end < text.length) pieces.push({ text: cut, isHit: false });
  return pieces;
}

/** A whole line (a title) in pieces. */
export function markAll(text: string, hits: readonly Range[]): SnippetPiece[] {
  return piecesOf(text, hits, 0, text.length);
}

function bestStart(hits: readonly Hit[]): number {
  let best = hits[0]?.start ?? 0;
  let most = 0;
  hits.forEach((hit, index) => {
    const terms = new Set<number>();
    for (let other = index; other < hits.length; other += 1) {
      const next = hits[other];
      if (next === undefined || next.start > hit.start + windowInUnits) break;
      terms.add(next.term);
    }
    if (terms.size > most) [best, most] = [hit.start, terms.size];
  });
  return best;
}

function piecesOf(
  text: string,
  hits: readonly Range[],
  start: number,
  end: number,
): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  const push = (from: number, to: number, isHit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to).replaceAll(/\s/gu, ' '), isHit });
  };
  let at = start;
  for (const hit of joinRanges(hits)) {
    push(at, hit.start, false);
    push(hit.start, hit.end, true);
    at = hit.end;
  }
  push(at, end, false);
  return pieces;
}

/** Never between the halves of a surrogate pair. */
function onCodePoint(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
