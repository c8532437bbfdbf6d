import type { Block, DocumentTree, Inline } from '../../shared/document/tree.ts';
import type { Random } from './random.ts';
import { pickWord, type Vocabulary } from './synthetic-library.ts';

const CHARACTERS = 50_000;
const TABLES = 40;
const COMMENTS = 300;

/** A typical case of 50,000 characters with 40 tables of 4 × 3 and 300 comments on its passages. */
export function longDocument(vocabulary: Vocabulary, random: Random): DocumentTree {
  const sections = ['gist', 'facts', 'performance', 'significance', 'statutes'];
  const names = ['要旨', '基本案情', '检察机关履职过程', '典型意义', '相关规定'];
  const perSection = CHARACTERS / sections.length;
  let comments = 0;
  const commented = (text: string): Inline[] => {
    if (comments >= COMMENTS || text.length < 40) return [{ type: 'text', text }];
    comments += 1;
    const mark = `0199aa00-0000-7000-8000-${String(comments).padStart(12, '0')}`;
    return [
      { type: 'text', text: text.slice(0, 10) },
      { type: 'text', text: text.slice(10, 24), marks: [mark] },
      { type: 'text', text: text.slice(24) },
    ];
  };
  const document: DocumentTree = {
    version: 2,
    sections: sections.map((id, index) => {
      const blocks: Block[] = [];
      let written = 0;
      while (written < perSection) {
        const text = sentence(120, vocabulary, random);
        written += text.length;
        blocks.push({ type: 'paragraph', children: commented(text) });
        const due = Math.floor((written / perSection) * (TABLES / sections.length));
        const there = blocks.filter((block) => block.type === 'table').length;
        if (there < Math.min(due, TABLES / sections.length)) {
          const table = smallTable(vocabulary, random);
          written += 4 * 3 * 6;
          blocks.push(table);
        }
      }
      blocks.push({ type: 'paragraph', children: [] });
      return { id, heading: names[index] ?? '', blocks };
    }),
  };
  return document;
}

/** Paragraphs of plain text, about so many bytes of UTF-8. */
export function plainText(bytes: number, vocabulary: Vocabulary, random: Random): string {
  const lines: string[] = [];
  for (let size = 0; size < bytes;) {
    const line = sentence(200, vocabulary, random);
    lines.push(line);
    size += 3 * line.length;
  }
  return lines.join('\n');
}

function sentence(length: number, vocabulary: Vocabulary, random: Random): string {
  let text = '';
  while (text.length < length) {
    text += pickWord(vocabulary, random);
    if (random.next() < 0.1) text += '，';
  }
  return `${text}。`;
}

function smallTable(vocabulary: Vocabulary, random: Random): Block {
  const cell = () => ({
    children: [
      {
        type: 'paragraph' as const,
        children: [{ type: 'text' as const, text: sentence(5, vocabulary, random) }],
      },
    ],
  });
  return { type: 'table', rows: Array.from({ length: 4 }, () => [cell(), cell(), cell()]) };
}
