import { wordsOf } from '../../../../shared/i18n/index.ts';
import type { Count } from './mend-word-xml.ts';
import { keptFile, type KeptFile } from './pictures.ts';
import { replaceElements } from './replace-elements.ts';

const textParts = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/i;
const textRun = /<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)</g;
/** What a drafter writes in its own language. */
const { remarks: words } = wordsOf('zh-CN').imports;

type Remark = { who: string; when: string; about: string; text: string };

/**
 * What others wrote beside a Word text: comments, and passages struck out under tracked changes (inserted ones are in the text).
 * They are no part of the text and must not leave with it, and neither may they be lost: they are attached to the
 * record, as a text file. Null without any. Counts them.
 */
export function wordRemarks(parts: ReadonlyMap<string, Buffer>, count: Count): KeptFile | null {
  const texts = [...parts]
    .filter(([name]) => textParts.test(name))
    .map(([, part]) => part.toString('utf8'));
  const comments = commentsIn(parts.get('word/comments.xml')?.toString('utf8') ?? '', texts);
  const deletions = texts.flatMap(deletionsIn);
  for (const text of texts) {
    let insertions = 0;
    replaceElements(text, 'w:ins', (whole) => {
      insertions += 1;
      return whole;
    });
    count('insertion', insertions);
  }
  count('comment', comments.length);
  count('deletion', deletions.length);
  if (comments.length + deletions.length === 0) return null;
  const lines = [
    ...(comments.length > 0 ? ['', words.comments(comments.length)] : []),
    ...comments.flatMap(linesOf),
    ...(deletions.length > 0 ? ['', words.deletions(deletions.length)] : []),
    ...deletions.flatMap(linesOf),
  ];
  return keptFile(words.fileName, Buffer.from(`${lines.slice(1).join('\n')}\n`));
}

function linesOf({ who, when, about, text }: Remark, index: number): string[] {
  const head = [`${index + 1}.`, who, when].filter((part) => part !== '').join(' ');
  return [
    head,
    ...(about === '' ? [] : [`  ${words.about}${about}`]),
    ...text.split('\n').map((line) => `  ${line}`),
  ];
}

function commentsIn(xml: string, texts: readonly string[]): Remark[] {
  const found: Remark[] = [];
  replaceElements(xml, 'w:comment', (whole, inner) => {
    const id = attributeOf(whole, 'id');
    found.push({ ...signatureOf(whole), about: passageOf(id, texts), text: textOf(inner) });
    return whole;
  });
  return found;
}

function deletionsIn(xml: string): Remark[] {
  const found: Remark[] = [];
  replaceElements(xml, 'w:del', (whole, inner) => {
    const text = textOf(inner);
    if (text.trim() !== '') found.push({ ...signatureOf(whole), about: '', text });
    return whole;
  });
  return found;
}

/** The words that a comment was made about. */
function passageOf(id: string, texts: readonly string[]): string {
  for (const xml of texts) {
    const start = xml.search(new RegExp(`<w:commentRangeStart\\s[^>]*w:id="${escaped(id)}"`));
    if (start < 0) continue;
    const rest = xml.slice(start);
    const end = rest.search(new RegExp(`<w:commentRangeEnd\\s[^>]*w:id="${escaped(id)}"`));
    return textOf(end < 0 ? '' : rest.slice(0, end)).replaceAll('\n', ' ');
  }
  return '';
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
