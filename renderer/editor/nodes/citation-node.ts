import { $applyNodeReplacement, DecoratorNode, type LexicalNode } from 'lexical';
import type { CitedItems } from '../../../shared/document/citations.ts';

export const CITATION_CLASS = 'editor-citation';

/**
 * Sources cited at a place. Its number depends on the whole document and on the library, so it is not in the node: whoever
 * numbers them writes it into the element (`label-citations.ts`), which Lexical leaves alone because it is a decorator's.
 */
export class CitationNode extends DecoratorNode<null> {
  __items: CitedItems = [];

  override $config() {
    return this.config('citation', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this) {
    super.afterCloneFrom(previous);
    this.__items = previous.__items;
  }

  getItems(): CitedItems {
    return this.getLatest().__items;
  }

  setItems(items: CitedItems): this {
    const self = this.getWritable();
    self.__items = items;
    return self;
  }

  override isInline(): true {
    return true;
  }

  /** The caret steps over it; it is changed from behind (see `cite.ts`). */
  override isKeyboardSelectable(): false {
    return false;
  }

  /** A citation adds nothing to the text that is counted and searched. */
  override getTextContent(): string {
    return '';
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = CITATION_CLASS;
    element.dataset['items'] = JSON.stringify(this.__items);
    element.dataset['key'] = this.getKey();
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__items !== this.__items;
  }

  override decorate(): null {
    return null;
  }
}

export function $createCitationNode(items: CitedItems): CitationNode {
  return $applyNodeReplacement(new CitationNode()).setItems(items);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
