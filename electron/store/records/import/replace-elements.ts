/**
 * Rewrites the outermost elements of a name in an XML text, in one pass and without nesting limits; `inner` is what
 * stands between their tags. Elements that are never closed stay as they are: the XML reader refuses them later.
 */
export function replaceElements(
  xml: string,
  name: string,
  rewrite: (whole: string, inner: string) => string,
): string {
  const tags = new RegExp(`<(/?)${name}(?:\\s[^<>]*)?>`, 'g');
  let result = '';
  let copied = 0;
  let depth = 0;
  let open = { start: 0, end: 0 };
  for (const tag of xml.matchAll(tags)) {
    const end = tag.index + tag[0].length;
    if (tag[1] === '/') {
      if (depth === 1) {
        const inner = xml.slice(open.end, tag.index);
        result += xml.slice(copied, open.start) + rewrite(xml.slice(open.start, end), inner);
        copied = end;
      }
      depth = Math.max(depth - 1, 0);
    } else if (!tag[0].endsWith('/>')) {
      if (depth === 0) open = { start: tag.index, end };
      depth += 1;
    }
  }
  return result + xml.slice(copied);
}

/** What stands in the outermost elements of a name, one after another. */
export function innerOf(xml: string, name: string): string {
  let found = '';
  replaceElements(xml, name, (whole, inner) => {
    found += inner;
    return whole;
  });
  return found;
}

/** Takes the tags of some elements away and leaves what stands between them. */
export function dropTags(xml: string, names: string): string {
  return xml.replaceAll(new RegExp(`</?(?:${names})(?:\\s[^<>]*)?>`, 'g'), '');
}
