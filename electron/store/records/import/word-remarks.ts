import { MAX_THREADS } from '../../../../shared/comments/thread.ts';
import type { WordChanges } from '../../../../shared/contract/records.ts';
import { wordsOf } from '../../../../shared/i18n/index.ts';
import type { Count } from './mend-word-xml.ts';
import { keptFile, type KeptFile } from './pictures.ts';
import { replaceElements } from './replace-elements.ts';
import type { ChangeCounts, WordComment } from './source-text.ts';
import { changesIn, resolveChanges } from './word-changes.ts';

const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/i;
/** Of what is said in a thread. */
const LONGEST_COMMENT = 5_000;
const textRun = /<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)</g;
/** What a drafter writes in its own language. */
const { remarks: words } = wordsOf('zh-CN').imports;

type Remark = { who: string; when: string; about: string; text: string };

/** What others did in a Word file, as it is to be taken. */
export type WordRemarks = {
  /** What is attached to the record as a text file; null for nothing. */
  file: KeptFile | null;
  /** What becomes threads of comments. */
  comments: WordComment[];
  counts: ChangeCounts | null;
};

/**
 * What others wrote into and beside a Word text. What is not taken into the text, or made a thread, is no part of it and must not
 * leave with it, and neither may it be lost: it is attached to the record, as a text file. Counts it all. `parts` are as the file has them.
 */
export function wordRemarks(
  parts: ReadonlyMap<string, Buffer>,
  taken: WordChanges,
  count: Count,
): WordRemarks {
  const texts = [...parts]
    .filter(([name]) => textParts.test(name))
    .map(([, part]) => part.toString('utf8'));
  const changes = texts.map(changesIn);
  const insertions = changes.flatMap(({ added }) => added.flatMap(remarkOf));
  const deletions = changes.flatMap(({ removed }) => removed.flatMap(remarkOf));
  const resolved = texts.map((text) => resolveChanges(text, taken.text));
  const comments = commentsIn(parts.get('word/comments.xml')?.toString('utf8') ?? '', resolved);
  count('insertion', insertions.length);
  count('comment', comments.length);
  count('deletion', deletions.length);
  const counts = {
    insertions: insertions.length,
    deletions: deletions.length,
    comments: comments.length,
  };
  // More, or longer, than threads hold: all of them stay in the file.
  const fits =
    comments.length <= MAX_THREADS && comments.every(({ text }) => text.length <= LONGEST_COMMENT);
  const asThreads = taken.comments === 'threads' && fits;
  const beside = taken.text === 'accepted' ? deletions : insertions;
  const title = taken.text === 'accepted' ? words.deletions : words.insertions;
  const lines = [
    ...(asThreads || comments.length === 0 ? [] : ['', words.comments(comments.length)]),
    ...(asThreads ? [] : comments.map(asRemark).flatMap(linesOf)),
    ...(beside.length > 0 ? ['', title(beside.length)] : []),
    ...beside.flatMap(linesOf),
  ];
  return {
    file:
      lines.length === 0
        ? null
        : keptFile(words.fileName, Buffer.from(`${lines.slice(1).join('\n')}\n`)),
    comments: asThreads ? comments.map(asComment) : [],
    counts: insertions.length + deletions.length + comments.length === 0 ? null : counts,
  };
}

function linesOf({ who, when, about, text }: Remark, index: number): string[] {
  const head = [`${index + 1}.`, who, when].filter((part) => part !== '').join(' ');
  return [
    head,
    ...(about === '' ? [] : [`  ${words.about}${about}`]),
    ...text.split('\n').map((line) => `  ${line}`),
  ];
}

type Comment = WordComment & Pick<Remark, 'when' | 'about'>;

function asRemark({ who, when, about, text }: Comment): Remark {
  return { who, when, about, text };
}

function asComment({ who, at, text, paragraph, start, end }: Comment): WordComment {
  return { who, at, text, paragraph, start, end };
}

function commentsIn(xml: string, texts: readonly string[]): Comment[] {
  const found: Comment[] = [];
  replaceElements(xml, 'w:comment', (whole, inner) => {
    const date = Date.parse(attributeOf(whole, 'date'));
    found.push({
      ...signatureOf(whole),
      ...passageOf(attributeOf(whole, 'id'), texts),
      at: Number.isNaN(date) ? null : date,
      text: textOf(inner),
    });
    return whole;
  });
  return found;
}

function remarkOf(element: string): Remark[] {
  const text = textOf(element);
  return text.trim() === '' ? [] : [{ ...signatureOf(element), about: '', text }];
}

/** The words that a comment was made about, and those of them that stand in the paragraph where they begin. */
function passageOf(
  id: string,
  texts: readonly string[],
): Pick<Comment, 'about' | 'paragraph' | 'start' | 'end'> {
  for (const xml of texts) {
    const begin = xml.search(new RegExp(`<w:commentRangeStart\\s[^>]*w:id="${escaped(id)}"`));
    if (begin < 0) continue;
    const rest = xml.slice(begin);
    const length = rest.search(new RegExp(`<w:commentRangeEnd\\s[^>]*w:id="${escaped(id)}"`));
    const about = length < 0 ? '' : rest.slice(0, length);
    const before = xml.slice(0, begin);
    const opening = Math.max(before.lastIndexOf('<w:p>'), before.lastIndexOf('<w:p '));
    const closing = rest.indexOf('</w:p>');
    const [left, first] = [
      textOf(before.slice(Math.max(0, opening))),
      textOf(about.split('</w:p>')[0] ?? ''),
    ];
    const paragraph = textOf(xml.slice(Math.max(0, opening), begin + Math.max(0, closing)));
    return {
      about: textOf(about).replaceAll('\n', ' '),
      paragraph,
      start: left.length,
      end: left.length + first.length,
    };
  }
  return { about: '', paragraph: '', start: 0, end: 0 };
}

function signatureOf(element: string): Pick<Remark, 'who' | 'when'> {
  return {
    who: attributeOf(element, 'author'),
    when: attributeOf(element, 'date').slice(0, 16).replace('T', ' '),
  };
}

function attributeOf(element: string, name: string): string {
  const tag = element.slice(0, element.indexOf('>'));
  return plain(new RegExp(`\\sw:${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function textOf(xml: string): string {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      plain([...paragraph.matchAll(textRun)].map(([, text = '']) => text).join('')),
    )
    .filter((line) => line !== '')
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plain(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return entities[name] ?? whole;
      const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
}

function escaped(id: string): string {
  return id.replaceAll(/[^\w-]/g, String.raw`\$&`);
}
