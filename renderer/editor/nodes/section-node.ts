import {
  $applyNodeReplacement,
  ElementNode,
  type EditorConfig,
  type ElementDOMSlot,
  type LexicalNode,
} from 'lexical';

/** A section of the document: its id in the tree, and the heading that is printed. */
export type SectionHeading = { id: string; heading: string };

/**
 * A section of the template: a fixed heading that cannot be edited, and the text below it. It is a shadow root, so that
 * deleting and merging stop at its edges; `keep-sections.ts` puts back what is removed all the same.
 */
export class SectionNode extends ElementNode {
  __sectionId = '';
  __heading = '';

  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this) {
    super.afterCloneFrom(previous);
    this.__sectionId = previous.__sectionId;
    this.__heading = previous.__heading;
  }

  getSectionId(): string {
    return this.getLatest().__sectionId;
  }

  getHeading(): string {
    return this.getLatest().__heading;
  }

  setSection({ id, heading }: SectionHeading): this {
    const self = this.getWritable();
    self.__sectionId = id;
    self.__heading = heading;
    return self;
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    const body = document.createElement('div');
    // Two windows' worth of editors never share a document, but two editors in one window may.
    const headingId = `${config.namespace}-${this.__sectionId}`;
    section.className = 'editor-section';
    section.dataset['section'] = this.__sectionId;
    section.setAttribute('role', 'group');
    section.setAttribute('aria-labelledby', headingId);
    heading.id = headingId;
    heading.className = 'editor-section-heading';
    heading.contentEditable = 'false';
    heading.textContent = this.__heading;
    body.className = 'editor-section-body';
    // Text that belongs to no section has no heading to show.
    heading.hidden = this.__heading === '';
    section.append(heading, body);
    return section;
  }

  override updateDOM(previous: this): boolean {
    return previous.__heading !== this.__heading || previous.__sectionId !== this.__sectionId;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const body = element.lastElementChild;
    const slot = super.getDOMSlot(element);
    return body instanceof HTMLElement ? slot.withElement(body) : slot;
  }
}

export function $createSectionNode(section: SectionHeading): SectionNode {
  return $applyNodeReplacement(new SectionNode()).setSection(section);
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
