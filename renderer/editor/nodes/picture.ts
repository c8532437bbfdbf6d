import { ask } from '../../api/client.ts';

/** Pictures kept ready; those seen longest ago go first. */
const MAX_KEPT = 20;
const kept = new Map<string, Promise<string | null>>();

/**
 * A figure whose picture comes from the store when it is about to be seen, as the preview of an attachment does: bytes that were
 * looked at, never a place. What cannot be shown leaves the `missing` sentence.
 */
export function figureOf(
  attachmentId: string,
  caption: string,
  missing: string,
  widthInPercent?: number,
): HTMLElement {
  const figure = document.createElement('figure');
  const picture = document.createElement('img');
  figure.className = 'editor-image';
  picture.alt = caption;
  picture.hidden = true;
  if (widthInPercent !== undefined) picture.style.width = `${String(widthInPercent)}%`;
  figure.append(picture);
  if (caption !== '') {
    const line = document.createElement('figcaption');
    line.textContent = caption;
    figure.append(line);
  }
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void show(figure, picture, attachmentId, missing);
    },
    { rootMargin: '600px' },
  );
  watch.observe(figure);
  return figure;
}

async function show(
  figure: HTMLElement,
  picture: HTMLImageElement,
  attachmentId: string,
  missing: string,
): Promise<void> {
  const source = await sourceOf(attachmentId);
  if (source === null) {
    const line = document.createElement('p');
    line.className = 'editor-image-missing';
    line.textContent = missing;
    figure.prepend(line);
  } else {
    picture.src = source;
    picture.hidden = false;
  }
}

function sourceOf(attachmentId: string): Promise<string | null> {
  const known = kept.get(attachmentId);
  kept.delete(attachmentId);
  const source = known ?? load(attachmentId);
  kept.set(attachmentId, source);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return source;
}

async function load(id: string): Promise<string | null> {
  const answer = await ask('attachments.preview', { id }).catch(() => null);
  if (answer?.ok !== true || answer.value.kind !== 'image') return null;
  return `data:${answer.value.mediaType};base64,${answer.value.base64}`;
}

/** Nothing of a workspace stays when it is locked. */
export function forgetPictures(): void {
  kept.clear();
}
