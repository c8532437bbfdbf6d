import { joinInlines, splitAtBreaks, trimInlines } from '../../document/inlines.ts';
import { inlineText, MAX_LIST_DEPTH } from '../../document/tree.ts';
import type { Block, Inline, Section } from '../../document/tree.ts';
import type { Look } from './heading-shape.ts';
import type { RoughLine } from './rough-block.ts';

/** A part being filled. `level` and `look` are those of the heading that opened it. */
export type OpenSection = Section & {
  level: number;
  look: Look | null;
  lastNumber: Map<number, number>;
};

/** 200 sections are allowed; room is left for the text without heading and the template's empty sections. */
const MAX_OPENED = 180;

/** Collects sections in the order of the text. */
export class SectionBuilder {
  readonly sections: OpenSection[] = [];
  private others = 0;

  get current(): OpenSection | null {
    return this.sections.at(-1) ?? null;
  }

  has(id: string): OpenSection | undefined {
    return this.sections.find((section) => section.id === id);
  }

  /** Starts a part. Without an id it gets the next `other-N`. Past the limit it is only a heading within its part. */
  open(id: string | null, heading: string, level: number, look: Look | null): void {
    const plain = heading.replaceAll(/\s+/gu, ' ').trim();
    const name = /^\S(?: \S)+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
    if (this.sections.length >= MAX_OPENED) {
      this.add({ type: 'heading', level: 1, children: [{ type: 'text', text: name }] });
      return;
    }
    if (id === null) this.others += 1;
    this.sections.push({
      id: id ?? `other-${this.others}`,
      heading: name,
      blocks: [],
      level,
      look,
      lastNumber: new Map(),
    });
  }

  /** Goes on in a part that was named before but has no text yet, as in a table of contents. */
  reopen(section: OpenSection, level: number, look: Look): void {
    this.sections.splice(this.sections.indexOf(section), 1);
    this.sections.push({ ...section, level, look, lastNumber: new Map() });
  }

  add(block: Block): void {
    if (this.current === null) this.open('body', '', 0, null);
    this.current?.blocks.push(block);
  }

  addText(children: readonly Inline[]): void {
    const trimmed = joinInlines(trimInlines(children));
    if (inlineText(trimmed) !== '') this.add({ type: 'paragraph', children: trimmed });
  }

  addHeading(level: 1 | 2 | 3, text: string): void {
    this.add({ type: 'heading', level, children: [{ type: 'text', text: text.trim() }] });
  }

  /** A list item: goes on the list before it, or starts one. */
  addItem(line: RoughLine, item: { ordered: boolean; depth: number }): void {
    const children = joinInlines(
      splitAtBreaks(line.children)
        .map(trimInlines)
        .filter((run) => run.length > 0)
        .flatMap((run, index): Inline[] => (index === 0 ? run : [{ type: 'line-break' }, ...run])),
    );
    if (children.length === 0) return;
    const depth = Math.min(item.depth, MAX_LIST_DEPTH - 1);
    const last = this.current?.blocks.at(-1);
    if (last?.type === 'list' && (depth > 0 || last.ordered === item.ordered)) {
      last.items.push({ depth, children });
    } else {
      this.add({ type: 'list', ordered: item.ordered, items: [{ depth, children }] });
    }
  }
}
