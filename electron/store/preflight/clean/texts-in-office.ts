import { Parser } from 'htmlparser2';
import type {
  HiddenCount,
  HiddenPart,
  HiddenText,
} from '../../../../shared/preflight/hidden-part.ts';
import { readWordParts } from './read-word-parts.ts';

const MAX_IN_BYTES = 96 * 1024 ** 2;
/** UTF-16 units of all that is kept. */
const MOST_TEXT = 1_000_000;
/** What was read as the text itself. */
const READ = new Set(['w:t', 'v', 't', 'is']);
const READ_PARTS =
  /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$|^xl\/(?:worksheets\/|sharedStrings)/iu;
/** Attributes that say something in words: descriptions, authors, names of sheets and styles, addresses. */
const SAYING =
  /^(?:(?:w|w15|r|x|xr):)?(?:descr|title|alt|author|initials|name|val|alias|tag|target|userid|displayname|tooltip|location|instr|ref|codename)$/iu;
const PICTURE = /^(?:word|xl)\/media\/.+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)$/iu;

export type OfficeTexts = { texts: HiddenText[]; hidden: HiddenCount[]; pictures: number };

/** What is written in a Word file or workbook beside its text, by kind, and how many pictures it has. Null for what is no whole zip. */
export async function textsInOffice(bytes: Buffer): Promise<OfficeTexts | null> {
  const parts = await readWordParts(bytes, MAX_IN_BYTES);
  if (parts === null) return null;
  const texts: HiddenText[] = [];
  const hidden: HiddenCount[] = [];
  let pictures = 0;
  let length = 0;
  for (const [name, part] of parts) {
    if (PICTURE.test(name)) pictures += 1;
    if (/embeddings\/|vbaProject|activeX\//iu.test(name))
      hidden.push({ part: embedded(name), count: 1 });
    if (!/\.(?:xml|rels|vml)$/iu.test(name)) continue;
    const kind = partOf(name);
    const { text, counts } = saidIn(part.toString('utf8'), READ_PARTS.test(name));
    hidden.push(...counts);
    length += text.length;
    if (text !== '' && length <= MOST_TEXT) texts.push({ part: kind, page: 0, text });
  }
  return { texts, hidden, pictures };
}

function embedded(name: string): HiddenPart {
  return /embeddings\//iu.test(name) ? 'embedded-file' : 'script';
}

function partOf(name: string): HiddenPart {
  if (/docProps\//iu.test(name)) return 'properties';
  if (/comments|persons?\/|people/iu.test(name)) return 'annotation';
  return name.endsWith('.rels') ? 'link' : 'other';
}

const COUNTED: Readonly<Record<string, HiddenPart>> = {
  'w:comment': 'annotation',
  comment: 'annotation',
  'w:del': 'former-wording',
  'w:moveFrom': 'former-wording',
  'dc:creator': 'properties',
  'cp:lastModifiedBy': 'properties',
  'dc:title': 'properties',
  Company: 'properties',
  Manager: 'properties',
  'w:hyperlink': 'link',
  'w:docVar': 'other',
};

/** `isRead`: its text was read as the text of the file; what else it says was not. */
function saidIn(xml: string, isRead: boolean) {
  const said: string[] = [];
  const counts: HiddenCount[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        const part = COUNTED[name];
        if (part !== undefined) counts.push({ part, count: 1 });
        for (const [key, value] of Object.entries(attributes)) {
          if (SAYING.test(key) && value !== '') said.push('\n', value, '\n');
        }
      },
      onclosetag: (name) => {
        open.pop();
        if (
          /^(?:w:p|p|row|comment|si)$|:/u.test(name) &&
          name !== 'w:r' &&
          name !== 'w:t' &&
          name !== 'w:delText'
        )
          said.push('\n');
      },
      ontext: (text) => {
        if (!isRead || !READ.has(open.at(-1) ?? '')) said.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  const text = said
    .join('')
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replaceAll(/\s*\n\s*/gu, '\n')
    .trim();
  return { text, counts };
}
