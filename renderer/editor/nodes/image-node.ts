import { $applyNodeReplacement, DecoratorNode, type LexicalNode } from 'lexical';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { inlineText, type Image } from '../../../shared/document/tree.ts';
import { figureOf } from './picture.ts';

/** A picture kept as an attachment, with its caption. */
export class ImageNode extends DecoratorNode<null> {
  __image: Image = { type: 'image', attachmentId: '', caption: [] };

  override $config() {
    return this.config('image', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this) {
    super.afterCloneFrom(previous);
    this.__image = previous.__image;
  }

  getImage(): Image {
    return this.getLatest().__image;
  }

  setImage(image: Image): this {
    const self = this.getWritable();
    self.__image = image;
    return self;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): string {
    return inlineText(this.getImage().caption);
  }

  override createDOM(): HTMLElement {
    const { attachmentId, caption, widthInPercent } = this.__image;
    const figure = figureOf(
      attachmentId,
      inlineText(caption),
      wordsOf(document.documentElement.lang === 'en' ? 'en' : 'zh-CN').editor.imageMissing,
      widthInPercent,
    );
    figure.dataset['key'] = this.getKey();
    return figure;
  }

  override updateDOM(previous: this): boolean {
    return previous.__image !== this.__image;
  }

  override decorate(): null {
    return null;
  }
}

export function $createImageNode(image: Image): ImageNode {
  return $applyNodeReplacement(new ImageNode()).setImage(image);
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode;
}
