import { inlineText, type Cell, type Inline, type Table } from '../../document/tree.ts';
import { foldName, type Lookup } from './read-label.ts';
import { roughLine, textLine, type RoughBlock } from './rough-block.ts';
import type { Meaning } from './section-names.ts';

/**
 * A case written into a form (a table whose first cells are 标题, 关键词, 基本案情 …) as lines: the label as a marked
 * heading, then what stands beside or below it. Any other table stays a table.
 */
export function explodeForms(blocks: readonly RoughBlock[], names: Lookup<Meaning>): RoughBlock[] {
  return blocks.flatMap((block) =>
    block.type === 'table' && isForm(block, names) ? linesOf(block, names) : [block],
  );
}

/** Two rows at least begin with a known label, one of them long enough not to be an ordinary column of data. */
function isForm(table: Table, names: Lookup<Meaning>): boolean {
  const labels = table.rows
    .map(([first]) => (first === undefined ? '' : cellText(first)))
    .filter((name) => name.length <= 20 && names(foldName(name)) !== undefined);
  return labels.length >= 2 && labels.some((name) => foldName(name).length >= 3);
}

function linesOf(table: Table, names: Lookup<Meaning>): RoughBlock[] {
  return table.rows.flatMap((row): RoughBlock[] => {
    const [first, ...others] = row;
    if (first === undefined) return [];
    const name = cellText(first);
    const meaning = name.length <= 20 ? names(foldName(name)) : undefined;
    if (meaning !== undefined) return labelled(name, meaning, others);
    if (others.length === 0) return paragraphs(first);
    const parts = row.map(cellText).filter((text) => text !== '');
    return parts.length === 0 ? [] : [textLine(parts.join('　'))];
  });
}

function labelled(name: string, meaning: Meaning, cells: readonly Cell[]): RoughBlock[] {
  const heading = textLine(name, {
    rank: meaning.type === 'section' ? 2 : null,
    isAfterBlank: true,
  });
  return [heading, ...cells.flatMap(paragraphs)];
}

function paragraphs(cell: Cell): RoughBlock[] {
  return cell.children
    .filter(({ children }) => inlineText(children).trim() !== '')
    .map(({ children }): RoughBlock => roughLine([...children] as Inline[]));
}

function cellText(cell: Cell): string {
  return cell.children
    .map(({ children }) => inlineText(children).trim())
    .filter((text) => text !== '')
    .join(' ')
    .replace(/[：:\s]+$/u, '');
}
