import { $applyNodeReplacement, DecoratorNode, type LexicalNode } from 'lexical';
import { linksIn } from '../../../shared/document/record-links.ts';
import { inlineText, type Inline } from '../../../shared/document/tree.ts';

/** An inline that is one thing in the text: a footnote, a link, a citation. */
export type WholeInline = Exclude<Inline, { type: 'text' } | { type: 'line-break' }>;

/** Carries such an inline through the editor unchanged, and shows what it adds to the line. */
export class InlineNode extends DecoratorNode<null> {
  __inline: WholeInline = { type: 'footnote', children: [] };

  override $config() {
    return this.config('inline', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this) {
    super.afterCloneFrom(previous);
    this.__inline = previous.__inline;
  }

  getInline(): WholeInline {
    return this.getLatest().__inline;
  }

  setInline(inline: WholeInline): this {
    const self = this.getWritable();
    self.__inline = inline;
    return self;
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return inlineText([this.getInline()]);
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = `editor-${this.__inline.type}`;
    element.dataset['key'] = this.getKey();
    element.textContent = labelOf(this.__inline);
    if (this.__inline.type === 'attachment-link') {
      element.dataset['attachment'] = this.__inline.attachmentId;
      element.setAttribute('role', 'link');
    }
    if (this.__inline.type === 'record-link') {
      element.dataset['record'] = this.__inline.recordId;
      element.setAttribute('role', 'link');
    }
    // Its number is counted by the style sheet.
    if (this.__inline.type === 'footnote') {
      element.setAttribute('role', 'doc-noteref');
      element.title = inlineText(this.__inline.children);
      const records = linksIn(this.__inline.children).map(({ recordId }) => recordId);
      if (records.length > 0) element.dataset['records'] = records.join(' ');
    }
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__inline !== this.__inline;
  }

  override decorate(): null {
    return null;
  }
}

function labelOf(inline: WholeInline): string {
  switch (inline.type) {
    case 'footnote':
      return '';
    case 'citation':
      return '[…]';
    default:
      return inline.text;
  }
}

export function $createInlineNode(inline: WholeInline): InlineNode {
  return $applyNodeReplacement(new InlineNode()).setInline(inline);
}

export function $isInlineNode(node: LexicalNode | null | undefined): node is InlineNode {
  return node instanceof InlineNode;
}
