import { useSpeech } from '../../app/words.tsx';
import type { Known } from './label-citations.ts';

/** The list at the end: made of what is cited, never written by hand. */
export function ReferenceList({ ids, known }: { ids: readonly string[]; known: Known }) {
  const { words, count } = useSpeech();
  const { citations } = words;
  const isThere = (id: string) => known.entries.has(id) || !known.asked.has(id);
  const there = ids.filter(isThere);
  const missing = ids.length - there.length;
  return (
    <section className="editor-references" aria-label={citations.references}>
      <h2 className="editor-references-name">
        <span>{citations.references}</span>
        <span className="editor-references-note">{citations.generated}</span>
      </h2>
      <ol className="han">
        {there.map((id, at) => (
          <li key={id}>
            <span className="editor-reference-number">{`[${String(at + 1)}]`}</span>
            <span>{known.entries.get(id)?.entry ?? ''}</span>
          </li>
        ))}
      </ol>
      {missing > 0 && (
        <p className="editor-references-missing">{citations.missingCount(count(missing))}</p>
      )}
    </section>
  );
}
