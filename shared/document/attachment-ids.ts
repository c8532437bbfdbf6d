import { mapInlines } from './map-inlines.ts';
import { inlineRuns, type Block, type Inline } from './tree.ts';

/** The attachments that blocks show as pictures or link to, in their order, each as often as it is there. */
export function attachmentIds(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const links = inlineRuns(block)
      .flat()
      .flatMap((inline) => (inline.type === 'attachment-link' ? [inline.attachmentId] : []));
    return block.type === 'image' ? [block.attachmentId, ...links] : links;
  });
}

/** What stands in the place of an attachment: another, for a link by another name; null: nothing. */
export type Replacement = { id: string; name?: string } | null;

/** The same blocks with other attachments. */
export function withAttachments(
  blocks: readonly Block[],
  replace: (id: string) => Replacement,
): Block[] {
  return blocks.flatMap((block): Block[] => {
    const changed = mapInlines(block, (children) =>
      children.flatMap((inline): Inline[] => {
        if (inline.type !== 'attachment-link') return [inline];
        const other = replace(inline.attachmentId);
        if (other === null) return [];
        return [{ ...inline, attachmentId: other.id, text: other.name ?? inline.text }];
      }),
    );
    if (changed.type !== 'image') return [changed];
    const other = replace(changed.attachmentId);
    return other === null ? [] : [{ ...changed, attachmentId: other.id }];
  });
}
