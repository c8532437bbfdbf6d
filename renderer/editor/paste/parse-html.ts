/** The page a clipboard holds, inert: it loads and runs nothing. `styles`: what its own style sheet says of classes and headings. */
export type Page = { body: HTMLElement; styles: ReadonlyMap<string, string> };

const MAX_RULES = 5000;

/** Foreign HTML as a document that loads and runs nothing; attributes `style` and `on…` are renamed to `data-…`. */
export function parseHtml(html: string): Page {
  const { rest, sheets } = takeStyles(html);
  const { body } = new DOMParser().parseFromString(withoutReports(rest), 'text/html');
  return { body, styles: rulesIn(sheets) };
}

/** Style elements set aside. One pass: a page of nothing but their beginnings is not gone through again for each. */
function takeStyles(html: string): { rest: string; sheets: string[] } {
  const sheets: string[] = [];
  const end = html.toLowerCase().lastIndexOf('</style');
  if (end < 0) return { rest: html, sheets };
  const until = html.indexOf('>', end);
  const close = until < 0 ? html.length : until + 1;
  const rest = html.slice(0, close).replaceAll(/<style[\s>][\s\S]*?<\/style[^>]*>/gi, (sheet) => {
    sheets.push(sheet);
    return '';
  });
  return { rest: rest + html.slice(close), sheets };
}

/**
 * The window's policy holds in an inert document too, and each style or handler it finds there is reported, thousands for a
 * page from a word processor. Setting them aside keeps the reports for what matters; nothing relies on it for safety.
 */
function withoutReports(html: string): string {
  const end = html.lastIndexOf('>') + 1;
  const tags = html
    .slice(0, end)
    .replaceAll(/<[a-z][^>]*>/gi, (tag) =>
      tag.replaceAll(/([\s"'])(style|on[a-z]+)(\s*=)/gi, '$1data-$2$3'),
    );
  return tags + html.slice(end);
}

/** Office programs say with classes what is bold, centred or in a list. Only `.class`, `p.class` and `h1` are looked at. */
function rulesIn(sheets: readonly string[]): Map<string, string> {
  const rules = new Map<string, string>();
  const all = sheets.flatMap((sheet) => sheet.split('}')).slice(0, MAX_RULES);
  for (const rule of all) {
    const [selectors = '', declarations] = rule.split('{');
    if (declarations === undefined || selectors.length > 2000) continue;
    for (const selector of selectors.split(',')) {
      const [, name] =
        /(?:^|[\s>\n])(?:[a-z0-9]*(\.[\w\-\u4e00-\u9fff]+)|h[1-6])\s*$/i.exec(selector) ?? [];
      const key = name ?? /(?:^|\s)(h[1-6])\s*$/i.exec(selector)?.[1]?.toLowerCase();
      if (key === undefined) continue;
      rules.set(key, `${rules.get(key) ?? ''};${declarations.slice(0, 1000)}`);
    }
  }
  return rules;
}

/** What the page says about the look of an element: its classes', then its own. */
export function styleOf(element: Element, { styles }: Pick<Page, 'styles'>): string {
  const own = element.getAttribute('data-style') ?? '';
  if (styles.size === 0) return own;
  const names = (element.getAttribute('class') ?? '').split(/\s+/).map((name) => `.${name}`);
  const ofClasses = [element.nodeName.toLowerCase(), ...names].map((name) => styles.get(name));
  return [...ofClasses, own].filter((style) => style !== undefined && style !== '').join(';');
}

/** The last value that a style gives a property, lower case; undefined without one. */
export function valueOf(style: string, property: string): string | undefined {
  if (!style.includes(property)) return undefined;
  for (const declaration of style.split(';').toReversed()) {
    const at = declaration.indexOf(':');
    if (declaration.slice(0, at).trim().toLowerCase() === property)
      return declaration
        .slice(at + 1)
        .trim()
        .toLowerCase();
  }
  return undefined;
}
