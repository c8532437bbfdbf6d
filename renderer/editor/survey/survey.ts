import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import {
  $findMatchingParent,
  $getRoot,
  $getSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { useSyncExternalStore } from 'react';
import { headingNumbers } from '../../../shared/document/heading-numbers.ts';
import { blockLines, DOCUMENT_VERSION, countCharacters } from '../../../shared/document/tree.ts';
import { $readBlock, $readBlocks } from '../from-lexical.ts';
import { $isSectionNode, type SectionNode } from '../nodes/section-node.ts';

export type HeadingSurvey = { key: NodeKey; level: 1 | 2 | 3; number: string; title: string };
export type SectionSurvey = {
  key: NodeKey;
  id: string;
  heading: string;
  /** Without white space. */
  characters: number;
  headings: readonly HeadingSurvey[];
};
/** Where the caret is: in a section, and below a heading of it or none. */
export type Here = { section: NodeKey | null; heading: NodeKey | null };
/** The open document from above, as it was at the last rest in the writing. */
export type Survey = {
  editor: LexicalEditor;
  isReadOnly: boolean;
  sections: readonly SectionSurvey[];
  here: Here;
};

let current: Survey | null = null;
const listeners = new Set<() => void>();

export function setSurvey(next: Survey | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export const surveyNow = () => current;

export function onSurvey(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSurvey(): Survey | null {
  return useSyncExternalStore(onSurvey, surveyNow);
}

/** Looks at every section; of those that are not in `changed` what `before` says still holds. */
export function $surveySections(
  before: readonly SectionSurvey[],
  changed: ReadonlySet<NodeKey> | null,
): SectionSurvey[] {
  return $getRoot()
    .getChildren()
    .filter($isSectionNode)
    .map((section) => {
      const known = before.find(({ key }) => key === section.getKey());
      if (known !== undefined && changed?.has(section.getKey()) === false) return known;
      return $surveySection(section);
    });
}

function $surveySection(section: SectionNode): SectionSurvey {
  const nodes = section.getChildren().filter($isHeadingNode);
  const blocks = nodes.flatMap((node) => $readBlock(node));
  const numbers = headingNumbers(blocks);
  const id = section.getSectionId();
  const heading = section.getHeading();
  return {
    key: section.getKey(),
    id,
    heading,
    characters: countCharacters({
      version: DOCUMENT_VERSION,
      sections: [{ id, heading, blocks: $readBlocks(section) }],
    }),
    headings: blocks.flatMap((block, at): HeadingSurvey[] => {
      const node = nodes[at];
      if (block.type !== 'heading' || node === undefined) return [];
      const title = blockLines(block)[0] ?? '';
      return [{ key: node.getKey(), level: block.level, number: numbers.get(block) ?? '', title }];
    }),
  };
}

export function $here(): Here {
  const [node] = $getSelection()?.getNodes() ?? [];
  const section = node === undefined ? null : $findMatchingParent(node, $isSectionNode);
  if (node === undefined || !$isSectionNode(section)) return { section: null, heading: null };
  return { section: section.getKey(), heading: $headingAbove(node, section)?.getKey() ?? null };
}

function $headingAbove(node: LexicalNode, section: SectionNode): HeadingNode | null {
  let block: LexicalNode | null = $findMatchingParent(node, (up) => section.is(up.getParent()));
  while (block !== null && !$isHeadingNode(block)) block = block.getPreviousSibling();
  return $isHeadingNode(block) ? block : null;
}
