import { createHash } from 'node:crypto';
import { Failure } from '../../../shared/errors.ts';
import { bareName } from '../../../shared/preflight/find-party-names.ts';
import { leftoversIn, type Leftover } from '../preflight/leftovers.ts';
import { eachOnce, type Cleared } from '../preflight/rescan.ts';
import { textOfPage } from '../preflight/text-of-page.ts';

const picture = /<img src="data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)"/gu;
const nameKinds = new Set<Leftover['kind']>(['party-name', 'named-party']);

/** The words of a page of paper, a line for each of its lines. */
export function wordsOfPage(html: string): string {
  return textOfPage(html.replaceAll(picture, '<img'), { id: '\u0000' });
}

/**
 * The last look at a page that is about to be printed. Refuses whatever was not decided to stay, a picture that nobody looked through, and
 * anything that would be loaded from elsewhere. Fails: `state-secret-marked`, `preflight-open`.
 */
export function rescanPage(html: string, cleared: readonly Cleared[]): void {
  const lookedThrough = new Set(cleared.flatMap(({ files }) => files));
  const pictures = [...html.matchAll(picture)];
  if (pictures.length !== html.split('<img').length - 1) refuse(1);
  for (const [, base64 = ''] of pictures) {
    const hash = createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
    if (!lookedThrough.has(hash)) refuse(1);
  }
  refuseLeft(leftoversOf(wordsOfPage(html), cleared));
}

/**
 * The last look at a PDF file that was made of such a page, by the words that another program reads out of it. A line of it may end in
 * the middle of a docket number and so look like a telephone's: what stands in the page as a whole was judged there; names never stay.
 */
export function rescanPdf(text: string, html: string, cleared: readonly Cleared[]): void {
  const whole = bareName(wordsOfPage(html));
  const left = leftoversOf(text, cleared).filter(
    (one) => nameKinds.has(one.kind) || !whole.includes(bareName(one.text)),
  );
  refuseLeft(left);
}

function leftoversOf(text: string, cleared: readonly Cleared[]): Leftover[] {
  const names = eachOnce(cleared.flatMap((one) => one.names));
  return leftoversIn(
    text,
    names,
    cleared.flatMap((one) => one.kept),
  );
}

function refuseLeft(left: readonly Leftover[]): void {
  if (left.some(({ kind }) => kind === 'secrecy-marking')) throw new Failure('state-secret-marked');
  if (left.length > 0) refuse(left.length);
}

function refuse(open: number): never {
  throw new Failure('preflight-open', { open });
}
