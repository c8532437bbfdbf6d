import type { SourceSummary } from '../../shared/contract/sources.ts';
import type { Words } from '../../shared/i18n/index.ts';
import type { SourceType } from '../../shared/sources/csl-item.ts';
import { isFormType, type FormMember } from '../../shared/sources/source-form.ts';

/** What a type is called. */
export function typeName(words: Words, type: SourceType): string {
  return isFormType(type) ? words.sources.types[type] : words.sources.otherType(type);
}

/** What a member is called in a source of this type. */
export function memberName(words: Words, type: SourceType, member: FormMember): string {
  return words.sources.membersOf[type]?.[member] ?? words.sources.members[member];
}

const SHOWN = 3;

/** Who, in a line: 林某、周某某 等, or Smith John, Doe Jane. */
export function creatorsText(words: Words, creators: readonly string[]): string {
  if (creators.length === 0) return words.sources.noCreator;
  const isHan = /\p{Script=Han}/u.test(creators.join(''));
  const shown = creators.slice(0, SHOWN).join(isHan ? '、' : ', ');
  if (creators.length <= SHOWN) return shown;
  return isHan ? `${shown} 等` : `${shown} et al.`;
}

/** Who and when. */
export function byline(words: Words, { creators, year }: SourceSummary): string {
  const when = year === null ? words.sources.noYear : String(year);
  return `${creatorsText(words, creators)} · ${when}`;
}
