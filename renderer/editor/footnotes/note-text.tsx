import { RecordId } from '../../../shared/contract/records.ts';
import { inlineText } from '../../../shared/document/tree.ts';
import { useWords } from '../../app/words.tsx';
import { useKnownTargets } from '../../links/known-targets.ts';
import { followLink } from '../../links/trail.ts';
import { titleOf, type FootnoteOnPage } from './footnotes-on-page.ts';

/** A note in the list, its links to be opened. */
export function NoteText({ note }: { note: FootnoteOnPage }) {
  const { links } = useWords();
  const targets = useKnownTargets();
  const whyBroken = (id: string) => {
    const state = targets.get(id)?.state ?? 'there';
    return state === 'there' ? undefined : links.broken[state];
  };
  return (
    <span>
      {note.children.map((child, at) =>
        child.type === 'record-link' ? (
          <button
            key={at}
            type="button"
            className="editor-note-link"
            data-broken={whyBroken(child.recordId) !== undefined || undefined}
            title={whyBroken(child.recordId)}
            aria-label={links.openNamed(titleOf(child))}
            onClick={() => followLink(RecordId.parse(child.recordId))}
          >
            {titleOf(child)}
          </button>
        ) : (
          inlineText([child])
        ),
      )}
    </span>
  );
}
