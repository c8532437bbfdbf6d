import type { Block, DocumentTree, Inline, Section } from './tree.ts';

type Source = {
  id: string;
  title: string;
  caseNumbers: readonly string[];
  document: DocumentTree;
};

const MOST_IN_HEADING = 200;

/**
 * A record as one part of a compilation: under its title, after a line that says where it comes from, its parts as headings of the
 * first level and what stands in them one level lower. `number` makes the part's id.
 */
export function compiledSections(
  { id, title, caseNumbers, document }: Source,
  number: number,
): Section {
  const numbers = caseNumbers.length === 0 ? '' : `（${caseNumbers.join('、')}）`;
  const from: Inline[] = [
    { type: 'text', text: '来源：' },
    { type: 'record-link', recordId: id, text: title },
    ...(numbers === '' ? [] : [{ type: 'text' as const, text: numbers }]),
  ];
  const filled = document.sections.filter(({ blocks }) => blocks.some(hasContent));
  return {
    id: `other-${number}`,
    heading: Array.from(title).slice(0, MOST_IN_HEADING).join(''),
    blocks: [
      { type: 'paragraph', children: from },
      ...filled.flatMap((section): Block[] => [
        ...headingOf(section),
        ...section.blocks.filter(hasContent).map(lower),
      ]),
    ],
  };
}

function headingOf({ heading }: Section): Block[] {
  if (heading === '') return [];
  return [{ type: 'heading', level: 1, children: [{ type: 'text', text: heading }] }];
}

function lower(block: Block): Block {
  if (block.type !== 'heading') return block;
  return { ...block, level: block.level === 1 ? 2 : 3 };
}

function hasContent(block: Block): boolean {
  return block.type !== 'paragraph' || block.children.length > 0;
}
