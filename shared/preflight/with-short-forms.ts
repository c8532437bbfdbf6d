import { shortForms } from '../text/parties/short-forms.ts';
import { bareName } from './find-party-names.ts';
import type { KnownName } from './finding.ts';

/** What stands for a short form that several companies share. */
const EITHER = '某公司';

/** Names, and the short forms of the companies among them, under the same pseudonyms. A full name is never taken for a short form. */
export function withShortForms(names: readonly KnownName[]): KnownName[] {
  const full = new Set(names.map(({ name }) => bareName(name)));
  const short = new Map<string, KnownName>();
  for (const { name, pseudonym } of names) {
    for (const form of shortForms(name)) {
      const key = bareName(form);
      if (full.has(key)) continue;
      const before = short.get(key);
      const isShared = before !== undefined && before.pseudonym !== pseudonym;
      short.set(key, {
        name: form,
        pseudonym: isShared ? EITHER : pseudonym,
        isMinor: false,
        isShort: true,
      });
    }
  }
  return [...names, ...short.values()];
}
