import type {
  parties as source,
  partyRoles as sourceRoles,
  pseudonymClashes as sourceClashes,
  pseudonymStyles as sourceStyles,
} from '../zh-CN/parties.ts';

export const parties: typeof source = {
  title: 'Parties',
  none: 'No parties yet. The table of real names and pseudonyms stays on this machine: it is exported with nothing and cannot be searched.',
  noneFixed: 'No parties.',
  add: 'Add a party',
  edit: (name) => `Change “${name}”`,
  addTitle: 'Add a party',
  editTitle: 'Change a party',
  name: 'Real name',
  role: 'Role',
  isMinor: 'Minor',
  minorNote: 'A minor always has a pseudonym, and no character of the given name is in it.',
  pseudonym: 'Pseudonym',
  pseudonymNote:
    'Empty: suggested by the rules for published judgments. All records of a matter use the same one.',
  save: 'Save',
  remove: 'Remove',
  removed: (name) => `“${name}” was taken out of the table of parties`,
  undo: 'Undo',
  renamed: (name, pseudonym) => `So that no two are equal, “${name}” is now “${pseudonym}”`,
  suggested: 'Named in the text or known in the matter',
  addNamed: (name, role) => `Add “${name}” (${role}) to the parties`,
  matter: 'Records of the same matter',
  matterNone:
    'Records with the same case number are one matter; those without one can be linked by hand.',
  link: 'Link a record',
  linkTitle: 'Link as one matter',
  linkSearch: 'Find by title or text',
  linkNone: 'No other record was found.',
  unlink: (title) => `Take back the link with “${title}”`,
  settle: 'Make them agree',
  settled: (count) => `Pseudonyms changed: ${count}`,
  style: 'Equal pseudonyms are told apart as',
};

export const partyRoles: typeof sourceRoles = {
  defendant: 'defendant',
  suspect: 'suspect',
  victim: 'victim',
  witness: 'witness',
  expert: 'expert',
  minor: 'minor',
  'defendant-unit': 'defendant unit',
  'victim-unit': 'victim unit',
  'right-holder': 'right holder',
  representative: 'legal representative',
  plaintiff: 'plaintiff',
  accused: 'defendant (civil)',
  'third-party': 'third party',
  appellant: 'appellant',
  appellee: 'appellee',
  applicant: 'applicant',
  respondent: 'respondent',
  other: 'other',
};

export const pseudonymClashes: typeof sourceClashes = {
  differs: 'Another record of the matter has a different pseudonym for this name',
  shared: 'Another person of the matter has the same pseudonym',
};

export const pseudonymStyles: typeof sourceStyles = {
  stems: '何某甲, 何某乙',
  numerals: '何某1, 何某2',
};
