import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createEditor, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import type { DocumentTree } from '../../shared/document/tree.ts';
import type { CareRule } from '../../shared/text/care/finding.ts';
import { useFocusMode } from '../app/focus-mode.ts';
import { useWords } from '../app/words.tsx';
import { Authorities } from '../authorities/authorities.tsx';
import { useCare } from '../care/use-care.ts';
import { useFindings } from '../findings/use-findings.ts';
import { AttachmentLinks } from './attachment-links/attachment-links.tsx';
import { Citations } from './citations/citations.tsx';
import { Comments } from './comments/comments.tsx';
import './editor.css';
import { $readDocument } from './from-lexical.ts';
import { editorNodes } from './nodes/index.ts';
import type { SectionHeading } from './nodes/section-node.ts';
import { registerHistoryFrom, registerWriting } from './register-writing.ts';
import { $showDocument, withRequired } from './to-lexical.ts';
import { EditorToolbar } from './toolbar.tsx';
import { Links } from './links/links.tsx';
import { Find } from './find/find.tsx';
import { Footnotes } from './footnotes/footnotes.tsx';
import { useHints } from './hints/use-hints.ts';
import { registerNumbers } from './numbering/number-headings.ts';
import { Pasting } from './paste/pasting.tsx';
import { useSurveying } from './survey/use-surveying.ts';
import { registerShownWidths } from './tables/show-widths.ts';
import { useHighlights } from './use-highlights.ts';

type Props = {
  recordId: string;
  /** Read when the record is opened. To show another version of the same record, mount it anew with another `key`. */
  document: DocumentTree;
  isReadOnly: boolean;
  /** The template's sections: always there while writing. */
  sections: readonly SectionHeading[];
  /** Called on every change. It costs nothing; `read` serialises what is there when it is asked, also mid-composition. */
  onChange: (read: () => DocumentTree) => void;
  /** Marked wherever they occur, without touching the document. Give the same array as long as the terms are the same. */
  highlightTerms?: readonly string[];
  reading?: 'screen' | 'paper';
  /** Language care while writing, without these rules; none at all if not given. */
  careOff?: readonly CareRule[];
};

/** One record's document: its sections to read, or to write in with a toolbar. */
export function RecordEditor(props: Props) {
  return <Editor key={`${props.recordId} ${props.isReadOnly}`} {...props} />;
}

const noTerms: readonly string[] = [];

function Editor({
  isReadOnly,
  highlightTerms = noTerms,
  reading = 'screen',
  careOff,
  ...props
}: Props) {
  const words = useWords().editor;
  const isFocusMode = useFocusMode();
  const rootRef = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => newEditor(props.recordId, !isReadOnly));
  const onChange = useEffectEvent(props.onChange);
  const open = useEffectEvent((root: HTMLElement) =>
    isReadOnly
      ? openToRead(editor, root, props.document)
      : openToWrite(editor, root, props, (read) => onChange(read)),
  );
  useEffect(() => (rootRef.current === null ? undefined : open(rootRef.current)), []);
  useHighlights(editor, highlightTerms);
  useCare(editor, isReadOnly ? undefined : careOff);
  useFindings(editor, isReadOnly);
  useSurveying(editor, isReadOnly);
  useHints(editor, isReadOnly);
  useEffect(() => registerNumbers(editor), [editor]);
  useEffect(() => registerShownWidths(editor), [editor]);
  return (
    <div className="editor" data-reading={reading} data-focus-mode={isFocusMode || undefined}>
      {!isReadOnly && (
        <div className="editor-top">
          <EditorToolbar editor={editor} words={words} />
          <Find editor={editor} />
        </div>
      )}
      <div
        ref={rootRef}
        className="editor-text"
        data-pane-focus
        // What falls on a text that can be written is attached to it, not imported.
        data-drop-zone={isReadOnly ? undefined : ''}
        contentEditable={!isReadOnly}
        suppressContentEditableWarning
        spellCheck={false}
        role={isReadOnly ? 'document' : 'textbox'}
        aria-multiline={isReadOnly ? undefined : true}
        aria-label={isReadOnly ? words.readOnly : words.text}
        tabIndex={isReadOnly ? 0 : undefined}
      />
      <Footnotes editor={editor} recordId={props.recordId} isReadOnly={isReadOnly} />
      {/* There is one list of them: that of the open record, which has language care; not of an old text of it. */}
      {careOff !== undefined && (
        <Authorities editor={editor} recordId={props.recordId} isReadOnly={isReadOnly} />
      )}
      <Links editor={editor} recordId={props.recordId} isReadOnly={isReadOnly} />
      <Citations editor={editor} isReadOnly={isReadOnly} />
      <AttachmentLinks editor={editor} recordId={props.recordId} isReadOnly={isReadOnly} />
      {!isReadOnly && <Comments editor={editor} recordId={props.recordId} />}
      {!isReadOnly && <Pasting editor={editor} recordId={props.recordId} />}
    </div>
  );
}

function newEditor(recordId: string, editable: boolean): LexicalEditor {
  return createEditor({
    namespace: `record-${recordId}`,
    nodes: editorNodes,
    editable,
    theme: {
      text: { bold: 'editor-bold' },
      list: { nested: { listitem: 'editor-nested' } },
      tableCellSelected: 'editor-cell-selected',
    },
    // Lexical goes back to the last good state by itself; the mistake is still reported like any other.
    onError: (error) => reportError(error),
  });
}

function openToRead(editor: LexicalEditor, root: HTMLElement, document: DocumentTree) {
  editor.update(() => $showDocument(document, []), { discrete: true });
  editor.setRootElement(root);
  return () => editor.setRootElement(null);
}

function openToWrite(
  editor: LexicalEditor,
  root: HTMLElement,
  { document, sections, recordId }: Pick<Props, 'document' | 'sections' | 'recordId'>,
  onChange: (read: () => DocumentTree) => void,
) {
  const expected = withRequired(document, sections).map(({ id, heading }) => ({ id, heading }));
  const stopWriting = registerWriting(editor, expected, recordId);
  editor.update(() => $showDocument(document, sections), {
    discrete: true,
    tag: HISTORY_MERGE_TAG,
  });
  editor.setRootElement(root);
  const stopHistory = registerHistoryFrom(editor);
  // Without its root Lexical forgets its state, but the last change may still wait to be stored.
  let closing: DocumentTree | null = null;
  const read = () => closing ?? editor.read($readDocument);
  const stopListening = editor.registerUpdateListener(
    ({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
      const isEdit = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has('historic');
      if (isEdit && editorState !== prevEditorState) onChange(read);
    },
  );
  return () => {
    closing = read();
    stopListening();
    stopHistory();
    stopWriting();
    editor.setRootElement(null);
  };
}
