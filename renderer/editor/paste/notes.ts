import type { Remark } from './pasted.ts';

/** How Word (`_ftn1`), LibreOffice (`sdfootnote1sym`) and Google (`ftnt1`) lead from a mark to its note … */
const toNote = /^#_?(?:((?:ftn|edn|ftnt)\d+)|(sd(?:foot|end)note\d+)sym)$/;
/** … and from the note back to its mark. */
const toMark = /^#_?(?:(ftn|edn|ftnt)_?ref(\d+)|(sd(?:foot|end)note\d+)anc)$/;
const NOTE_OR_LIST = /mso-element:\s*(?:footnote|endnote|comment)(?:-list)?\b/i;

export type Notes = {
  /** The body of each note, by the name that marks lead to. */
  bodies: ReadonlyMap<string, Element>;
  /** What stands beside the text and is not read as part of it. */
  aside: ReadonlySet<Element>;
};

/** The notes of a page, which word processors put below it and lead to with links in both directions. */
export function notesIn(body: Element): Notes {
  const bodies = new Map<string, Element>();
  const aside = new Set<Element>();
  for (const anchor of body.querySelectorAll('a[href^="#"]')) {
    const name = markName(anchor);
    const note = name === null ? null : bodyOf(anchor);
    if (name === null || note === null || bodies.has(name)) continue;
    bodies.set(name, note);
    aside.add(note);
  }
  for (const element of body.querySelectorAll('[data-style*="mso-element"]')) {
    if (NOTE_OR_LIST.test(element.getAttribute('data-style') ?? '')) aside.add(element);
  }
  return { bodies, aside };
}

function bodyOf(anchor: Element): Element | null {
  return (
    anchor.closest('div[id^="ftn"], div[id^="edn"], div[id^="sd"], [data-style*="mso-element"]') ??
    anchor.closest('p, li, div')
  );
}

/** The name of the note that an anchor marks in the text; null for other anchors. */
export function noteName(anchor: Element): string | null {
  const [, word, other] = toNote.exec(anchor.getAttribute('href') ?? '') ?? [];
  return word ?? other ?? null;
}

/** The name of the note that an anchor begins; null for other anchors. */
export function markName(anchor: Element): string | null {
  const [, kind, number, other] = toMark.exec(anchor.getAttribute('href') ?? '') ?? [];
  return kind === undefined ? (other ?? null) : `${kind}${number ?? ''}`;
}

/** The mark that stands for a comment. */
export function isCommentMark(element: Element): boolean {
  return /\b(?:MsoCommentReference|msocomanchor|msocomoff)\b/i.test(
    element.getAttribute('class') ?? '',
  );
}

/** Comments and tracked changes, in the order of the page. */
export function remarksIn(body: Element): Remark[] {
  const remarks: Remark[] = [];
  const wanted = 'ins, del, [data-style*="mso-element"]';
  for (const element of body.querySelectorAll(wanted)) {
    const tag = element.nodeName.toLowerCase();
    if (tag === 'ins' || tag === 'del') {
      const text = plain(element);
      const kind = tag === 'ins' ? 'insertion' : 'deletion';
      if (text !== '') remarks.push({ kind, ...signatureOf(element), about: '', text });
    } else if (/mso-element:\s*comment(?!-)/i.test(element.getAttribute('data-style') ?? '')) {
      remarks.push(commentOf(element, body));
    }
  }
  return remarks;
}

function signatureOf(element: Element): Pick<Remark, 'who' | 'when'> {
  const cite = (element.getAttribute('cite') ?? '').replace(/^mailto:/i, '');
  return {
    who: decoded(cite).slice(0, 200),
    when: (element.getAttribute('datetime') ?? '').slice(0, 16).replace('T', ' '),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Word names a comment after its writer and number: `mso-comment-reference:周_1`, `_com_1`. */
function commentOf(element: Element, body: Element): Remark {
  const number = /\d+$/.exec(element.querySelector('[id^="_com_"]')?.id ?? '')?.[0] ?? '';
  const reference = [...body.querySelectorAll('[data-style*="mso-comment-reference"]')].find(
    (anchor) =>
      new RegExp(`mso-comment-reference:\\s*[^;]*_${number}\\s*(?:;|$)`).test(
        anchor.getAttribute('data-style') ?? '',
      ),
  );
  const writer = element.querySelector('[data-style*="mso-comment-author"]');
  const who = /mso-comment-author:\s*"?([^";]*)/.exec(
    writer?.getAttribute('data-style') ?? '',
  )?.[1];
  const date = /mso-comment-date:\s*(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(
    reference?.getAttribute('data-style') ?? '',
  );
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('.msocomoff, .MsoCommentReference')) mark.remove();
  return {
    kind: 'comment',
    who: who?.trim() ?? '',
    when: date === null ? '' : `${date[1]}-${date[2]}-${date[3]} ${date[4]}:${date[5]}`,
    about: reference === undefined ? '' : plain(reference),
    text: plain(copy),
  };
}

const plain = (element: Element) =>
  (element.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();
