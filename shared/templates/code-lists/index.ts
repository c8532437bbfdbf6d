import type { Language } from '../../contract/window.ts';
import { amountKinds } from './amount-kinds.ts';
import { charges } from './charges.ts';
import type { CodeEntry } from './code-entry.ts';
import { dateKinds } from './date-kinds.ts';
import { functions } from './functions.ts';
import { markings } from './markings.ts';
import { origins } from './origins.ts';
import { outcomes } from './outcomes.ts';
import { regions } from './regions.ts';
import { rightTypes } from './right-types.ts';
import { stages } from './stages.ts';

/** The lists that come with the program. A workspace may add entries of its own to all but the markings. */
export const codeLists = {
  function: functions,
  charge: charges,
  'right-type': rightTypes,
  stage: stages,
  outcome: outcomes,
  'amount-kind': amountKinds,
  'date-kind': dateKinds,
  region: regions,
  origin: origins,
  marking: markings,
} as const satisfies Record<string, readonly CodeEntry[]>;
export type CodeListId = keyof typeof codeLists;

const OWN = 'own:';

/** The code of an entry that a workspace added: it carries its name, so that it means the same everywhere. */
export function ownCode(name: string): string {
  return `${OWN}${name}`;
}

/** What a code is called. A code that this version does not know is shown as it stands. */
export function codeName(list: CodeListId, code: string, language: Language): string {
  if (code.startsWith(OWN)) return code.slice(OWN.length);
  const entries: readonly CodeEntry[] = codeLists[list];
  return entries.find((entry) => entry.code === code)?.name[language] ?? code;
}

/** The code of the shipped entry of that name, in either language. */
export function codeNamed(list: CodeListId, name: string): string | null {
  const entries: readonly CodeEntry[] = codeLists[list];
  const found = entries.find((entry) => entry.name['zh-CN'] === name || entry.name.en === name);
  return found?.code ?? null;
}
