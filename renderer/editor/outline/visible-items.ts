import type { NodeKey } from 'lexical';
import type { HeadingSurvey, SectionSurvey, Survey } from '../survey/survey.ts';

/** A line of the outline: a section (level 0) or a heading. */
export type OutlineItem = {
  key: NodeKey;
  /** Level 0 is the section. */
  level: 0 | 1 | 2 | 3;
  name: string;
  number: string;
  sectionId: string;
  /** Of a section; null for headings. */
  characters: number | null;
  parent: NodeKey | null;
  hasChildren: boolean;
  isHere: boolean;
  /** What its folding is remembered by: keys of nodes are new each time a document is opened. */
  foldId: string;
};

/** The lines that are shown while those in `folded` are folded. The caret's place is marked on the deepest line that shows it. */
export function visibleItems(
  { sections, here }: Pick<Survey, 'sections' | 'here'>,
  folded: ReadonlySet<string>,
): OutlineItem[] {
  return sections.flatMap((section) => itemsOf(section, here, folded));
}

function itemsOf(
  section: SectionSurvey,
  here: Survey['here'],
  folded: ReadonlySet<string>,
): OutlineItem[] {
  const root: OutlineItem = {
    key: section.key,
    level: 0,
    name: section.heading,
    number: '',
    sectionId: section.id,
    characters: section.characters,
    parent: null,
    hasChildren: section.headings.length > 0,
    isHere: here.section === section.key && here.heading === null,
    foldId: section.id,
  };
  // Text of no section has no line, but its headings do.
  const items: OutlineItem[] = section.heading === '' ? [] : [root];
  const open: OutlineItem[] = [root];
  // Headings deeper than this are folded away.
  let hiddenBelow = folded.has(root.foldId) && section.heading !== '' ? 0 : 9;
  let shown: OutlineItem = root;
  for (const [place, heading] of section.headings.entries()) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const item = itemOf(section, heading, open.at(-1) ?? root, section.headings[place + 1]);
    open.push(item);
    if (heading.level <= hiddenBelow) {
      hiddenBelow = folded.has(item.foldId) ? heading.level : 9;
      items.push(item);
      shown = item;
    }
    if (here.heading === heading.key) shown.isHere = true;
  }
  return items;
}

function itemOf(
  section: SectionSurvey,
  heading: HeadingSurvey,
  parent: OutlineItem,
  next: HeadingSurvey | undefined,
): OutlineItem {
  return {
    key: heading.key,
    level: heading.level,
    name: heading.title,
    number: heading.number,
    sectionId: section.id,
    characters: null,
    parent: parent.key,
    hasChildren: next !== undefined && next.level > heading.level,
    isHere: false,
    foldId: `${section.id} ${heading.title}`,
  };
}
