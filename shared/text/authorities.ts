import { writeNumber } from './chinese-number.ts';
import { fold } from './fold.ts';
import { findIdentifiers, type Identifier } from './identifiers.ts';
import { officialName } from './laws.ts';

/**
 * What a text rests on: an article of a named law, an official document by its number, or a court case by its number. Places are
 * UTF-16 units. `form` is the normal form of the index, at the article for every paragraph of it, so that all who cite
 * the article are one; `normal` is how it is written in official papers, with paragraph and item.
 */
export type Authority = {
  kind: 'article' | 'document' | 'case';
  start: number;
  end: number;
  form: string;
  normal: string;
};

/**
 * The authorities that a text cites, in their order, none within another: those identifiers of `findIdentifiers` of which it is
 * certain what they name. 前款, 该法第三条 or 合同第五条 are none, since their law is not said; a number that might as well
 * be a parcel's is none.
 */
export function findAuthorities(text: string): Authority[] {
  if (!/[条號号條]/u.test(text)) return [];
  const folded = fold(text);
  const identifiers = findIdentifiers(folded);
  const found = [
    ...articlesIn(text, identifiers),
    ...casesIn(text, folded, identifiers),
    ...documentsIn(text, folded, identifiers),
  ].toSorted((one, other) => one.start - other.start || other.end - one.end);
  const apart: Authority[] = [];
  for (const one of found) if (one.start >= (apart.at(-1)?.end ?? 0)) apart.push(one);
  return apart;
}

const articleForm = /^§条([^·]+)·(\d+)(?:之(\d+))?(?:款(\d+))?(?:项(\d+))?$/u;
/** A contract has articles, too. */
const isOfLaw =
  /(?:法|法典|通则|总则|条例|细则|规定|办法|规则|解释|解答|决定|意见|批复|通知|纪要|规程|标准|公约|协定|议定书|修正案[\d一二三四五六七八九十()]*)$/u;

function articlesIn(text: string, identifiers: readonly Identifier[]): Authority[] {
  const written = new Map<string, string>();
  const longest = new Map<number, Authority>();
  for (const { start, end, form } of identifiers) {
    const [, law, article, sub, paragraph, item] = articleForm.exec(form) ?? [];
    if (law === undefined || article === undefined || !isOfLaw.test(law)) continue;
    const named = /^《([^《》]+)》/u.exec(text.slice(start, end))?.[1];
    if (named !== undefined) written.set(law, named);
    const name = officialName(law) ?? written.get(law) ?? law;
    const parts = [
      `《${name}》第${writeNumber(Number(article))}条`,
      sub === undefined ? '' : `之${writeNumber(Number(sub))}`,
      paragraph === undefined ? '' : `第${writeNumber(Number(paragraph))}款`,
      item === undefined ? '' : `第（${writeNumber(Number(item))}）项`,
    ];
    const authority: Authority = {
      kind: 'article',
      start,
      end,
      form: `§条${law}·${article}${sub === undefined ? '' : `之${sub}`}`,
      normal: parts.join(''),
    };
    // A citation of a paragraph is found as one of its article, too: the last says all.
    if (authority.normal.length >= (longest.get(end)?.normal.length ?? 0)) {
      longest.set(end, authority);
    }
  }
  return [...longest.values()];
}

/** What makes a number a court's: what it decides about, or at which instance. */
const isOfCourt = /[刑民行知商执赔破初终再申监抗督特清审辖诉]/u;

function casesIn(text: string, folded: string, identifiers: readonly Identifier[]): Authority[] {
  return identifiers.flatMap(({ start, end, form }): Authority[] => {
    if (!form.startsWith('§案') || folded[start] !== '(') return [];
    const year = form.slice(2, 6);
    const rest = text
      .slice(start, end)
      .replaceAll(/[０-９]/gu, fold)
      .replaceAll(/\s/gu, '')
      .replace(/^.\d{4}./u, '');
    if (!isOfCourt.test(rest)) return [];
    const court = rest.replaceAll(/[([〔［]/gu, '（').replaceAll(/[)\]〕］]/gu, '）');
    return [{ kind: 'case', start, end, form, normal: `（${year}）${court}` }];
  });
}

/** Short names of those who issue interpretations and notices for the whole country; prose runs into them without a border. */
const national =
  /(?:法释|法发|法办|法研|高检发释字|高检发办字|高检发研字|高检发[一-龥]{1,4}字|高检发|高检办发|高检会|公通字|国发|国办发|国知发[一-龥]{1,4}字|司发通|中办发)$/u;
/** A procuratorate's: place, 检, what it is. What stands before a border is prose. */
const border = /.*[据照以由见经的了和与及向用为书件部院作出发过引涉]/u;
const local = /^[一-龥]{1,3}检[一-龥]{1,5}$/u;

function documentsIn(
  text: string,
  folded: string,
  identifiers: readonly Identifier[],
): Authority[] {
  const widest = new Map<number, Identifier>();
  for (const one of identifiers) {
    if (!one.form.startsWith('§文')) continue;
    const before = widest.get(one.end);
    if (before === undefined || one.start < before.start) widest.set(one.end, one);
  }
  return [...widest.values()].flatMap(({ start, end, form }): Authority[] => {
    const bracket = folded.indexOf('(', start);
    const issuer = issuerOf(folded.slice(start, bracket).trimEnd());
    const [, year = '', number = ''] = /^§文(\d{4})·(\d+)·/u.exec(form) ?? [];
    if (issuer === null || bracket < 0) return [];
    const own = start + folded.slice(start, bracket).lastIndexOf(issuer);
    const short = Array.from(issuer.replace(/字$/u, '')).toReversed().join('');
    return [
      {
        kind: 'document',
        start: own,
        end,
        form: `§文${year}·${number}·${short}`,
        normal: `${text.slice(own, own + issuer.length)}〔${year}〕${number}号`,
      },
    ];
  });
}

function issuerOf(before: string): string | null {
  const known = national.exec(before)?.[0];
  if (known !== undefined) return known;
  const after = before.replace(border, '');
  return local.test(after) ? after : null;
}
