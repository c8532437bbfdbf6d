import { mergeRegister, type LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '../../app/words.tsx';
import { CITATION_CLASS } from '../nodes/citation-node.ts';
import { CitationPicker } from './citation-picker.tsx';
import { CitationPopover, type Shown } from './citation-popover.tsx';
import { cite, citingAt, citingNow, registerCiting, type Citing } from './cite.ts';
import { itemsOf, numbersIn } from './label-citations.ts';
import { ReferenceList } from './reference-list.tsx';
import { registerStepOver } from './step-over.ts';
import { useCitations } from './use-citations.ts';
import { onCiteAsked } from './ask-to-cite.ts';

type Props = { editor: LexicalEditor; isReadOnly: boolean };

/** Citations of a document: numbers, what they stand for, the picker, and the list at the end. */
export function Citations({ editor, isReadOnly }: Props) {
  const { citations } = useWords();
  const { ids, known } = useCitations(editor, citations.missing);
  const [citing, setCiting] = useState<Citing | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const begin = useEffectEvent(() => {
    if (!isReadOnly) setCiting(citingNow(editor));
  });
  useEffect(() => {
    return mergeRegister(
      registerCiting(editor, () => begin()),
      onCiteAsked(editor, () => begin()),
      registerStepOver(editor),
    );
  }, [editor]);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const element = event.target instanceof Element ? event.target : null;
      const citation = element?.closest(`.${CITATION_CLASS}`);
      if (!(citation instanceof HTMLElement)) return;
      const at = citation.getBoundingClientRect();
      setShown({ key: citation.dataset['key'] ?? '', items: itemsOf(citation), at });
    };
    return editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      root?.addEventListener('click', onClick);
    });
  }, [editor]);
  const finish = () => {
    setCiting(null);
    // When the dialog is gone the keyboard goes back to where it was.
    setTimeout(() => editor.focus());
  };
  return (
    <>
      {ids.length > 0 && <ReferenceList ids={ids} known={known} />}
      {shown !== null && (
        <CitationPopover
          shown={shown}
          known={known}
          numbers={numbersIn(editor)}
          onClose={() => setShown(null)}
          {...(isReadOnly
            ? {}
            : {
                onEdit: () => {
                  setShown(null);
                  setCiting(citingAt(editor, shown.key));
                },
              })}
        />
      )}
      {citing !== null && (
        <CitationPicker
          items={citing.items}
          isThere={citing.key !== null}
          onClose={finish}
          onDone={(items) => {
            cite(editor, citing, items);
            finish();
          }}
        />
      )}
    </>
  );
}
