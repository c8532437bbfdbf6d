import { inlineRuns, inlineText, type DocumentTree, type Inline, type RecordLink } from './tree.ts';

/** Which records a document links to, also in tables, captions and footnotes; each once, in reading order. */
export function linkedRecords(document: DocumentTree): string[] {
  const ids = new Set<string>();
  for (const run of runsOf(document)) {
    for (const { recordId } of linksIn(run)) ids.add(recordId);
  }
  return [...ids];
}

/** The links among inlines, not those of their footnotes. */
export function linksIn(children: readonly Inline[]): RecordLink[] {
  return children.filter((inline) => inline.type === 'record-link');
}

/** The sentence a link stands in: what comes before it, the text of the link, what comes after. */
export type LinkingSentence = { before: string; text: string; after: string };

/** Of a longer sentence only so many UTF-16 units before and after the link are kept. */
const CONTEXT = 60;

/** Every sentence with a link to the record, in reading order. Of two links in one sentence each has its own. */
export function linkingSentences(document: DocumentTree, recordId: string): LinkingSentence[] {
  return runsOf(document).flatMap((run) =>
    run.flatMap((inline, at) =>
      inline.type === 'record-link' && inline.recordId === recordId
        ? [
            {
              before: endOf(inlineText(run.slice(0, at))),
              text: inline.text,
              after: beginningOf(inlineText(run.slice(at + 1))),
            },
          ]
        : [],
    ),
  );
}

/** The runs of the text, each followed by those of its footnotes. */
function runsOf({ sections }: DocumentTree): (readonly Inline[])[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(inlineRuns)
    .flatMap((run) => [
      run,
      ...run.flatMap((inline) => (inline.type === 'footnote' ? [inline.children] : [])),
    ]);
}

function endOf(text: string): string {
  const sentence = text.slice(text.search(/[^。！？；\n]*$/u)).trimStart();
  if (sentence.length <= CONTEXT) return sentence;
  return `…${sentence.slice(-CONTEXT).replace(/^[\udc00-\udfff]/, '')}`;
}

function beginningOf(text: string): string {
  const sentence = (/^[^。！？；\n]*[。！？；]?/u.exec(text)?.[0] ?? '').trimEnd();
  if (sentence.length <= CONTEXT) return sentence;
  return `${sentence.slice(0, CONTEXT).replace(/[\ud800-\udbff]$/, '')}…`;
}
