import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { CitationNode } from './citation-node.ts';
import { ImageNode } from './image-node.ts';
import { InlineNode } from './inline-node.ts';
import { SectionNode } from './section-node.ts';

/** Everything that a document can hold. */
export const editorNodes = [
  SectionNode,
  HeadingNode,
  QuoteNode,
  ImageNode,
  InlineNode,
  CitationNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableRowNode,
  TableCellNode,
];
