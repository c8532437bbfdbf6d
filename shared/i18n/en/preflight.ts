import type {
  hiddenPartWords as hiddenSource,
  preflight as source,
  preflightKinds as kindsSource,
  preflightReasons as reasonsSource,
} from '../zh-CN/preflight.ts';
import { findingKinds } from './findings.ts';

export const preflight: typeof source = {
  title: 'Check before leaving',
  list: 'What has to be decided',
  none: 'No real names, numbers, addresses or secrecy markings were found.',
  clear:
    'Read the preview all the same: the check knows what is written out, not what the context gives away.',
  sum: (total, open) =>
    open === '0'
      ? `${total} findings, all decided.`
      : `${total} findings, ${open} still undecided.`,
  keys: '↑ ↓ choose; 1 pseudonym, 2 mask, 3 keep with a reason. Your own text stays as it is.',
  places: (places, records) =>
    `${places} ${places === '1' ? 'place' : 'places'}${records === '1' ? '' : ` · ${records} records`}`,
  open: 'Undecided',
  mustNot: 'Must not leave',
  replaced: (pseudonym) => `Becomes “${pseudonym}”`,
  masked: 'Masked',
  kept: 'Kept',
  mixed: 'Differs',
  decide: 'What to do',
  where: 'Where it stands',
  toPseudonym: (pseudonym) => `Replace by “${pseudonym}”`,
  toPseudonyms: 'Replace by their pseudonyms',
  mask: 'Mask',
  removeRemarks: 'Remove the comments',
  remarksGo: 'Removed',
  filesTitle: 'Hidden in the attachments',
  filesHint: 'What goes along is a cleaned copy; your own file stays as it is.',
  fileRemoved: (parts) => `Will be removed: ${parts}`,
  fileLeft: (parts) => `Still in it: ${parts}`,
  holds: (parts) => `Known to be in it: ${parts}`,
  hiddenCounts: (counts) =>
    counts.map(([part, count]) => `${hiddenPartWords[part]} (${count})`).join(', '),
  keep: 'Keep',
  reason: 'Why it may stay (goes into the audit trail)',
  allOfKind: (kind, count) => `Do so with everything undecided of this kind (${kind}, ${count})`,
  asBefore: (count) => `Decide ${count} as before the text changed`,
  lockedTitle: 'Bears a state-secret marking and must not leave',
  locked: (titles) =>
    `${titles.map((title) => `“${title}”`).join(', ')}: state secrets must not be stored here. Follow the secrecy rules at once; if it was typed by mistake, take the marking out.`,
  at: {
    title: () => 'Title',
    keyword: () => 'Keyword',
    'case-number': () => 'Case number',
    section: (name) => (name === '' ? 'Text' : name),
    field: () => 'Properties',
    'attachment-name': (name) => `Name of “${name}”`,
    'attachment-text': (name, page) => (page > 0 ? `“${name}”, page ${page}` : `“${name}”`),
    'attachment-hidden': (name, page, part) =>
      `“${name}”${page > 0 ? `, page ${page}` : ''}: ${part === undefined ? 'hidden' : hiddenPartWords[part]}`,
    attachment: (name) => `“${name}”`,
    output: () => 'Page as written',
  },
  preview: 'As it will leave',
  previewHint: 'This is what the receiving office will see. Changes are marked.',
  record: 'Record',
  change: (now, all) => `Change ${now} of ${all}`,
  noChange: 'Nothing changed',
  next: 'Next change',
  previous: 'Previous change',
  caption: 'Figure',
  markingTitle: (marking) => `The pack is marked “${marking}”`,
  markingAsk: (marking, office) =>
    `I have made sure that material marked “${marking}” may go to “${office}”`,
  copyTitle: 'Copy marked material',
  copyText: (marking) =>
    `This record is marked “${marking}”. What is copied is not checked any more and takes real names along. Once you agree, copy again.`,
  copyAnyway: 'Allow copying',
  fileTitle: 'Save the attachment as it is',
  fileText: (name, marking) =>
    `“${name}”${marking === '' ? '' : ` belongs to a record marked “${marking}” and`} is saved as it is: not encrypted, not checked, with real names, numbers and hidden data. The audit trail notes it. To give it to another office, make a pack.`,
  fileAnyway: 'Save it',
  lockTitle: 'Locked: it bears a state-secret marking',
  lockReason: (words) =>
    `The text says “${words}”. State secrets must not be stored here: follow the secrecy rules at once. What you type is saved, but it cannot be approved, submitted, written as a document, printed or copied, and no attachment can be saved; if it was typed by mistake, take the marking out.`,
  lockCopy:
    'This record bears a state-secret marking and is locked: nothing can be copied. Follow the secrecy rules at once; if it was typed by mistake, take the marking out first.',
};

export const hiddenPartWords: typeof hiddenSource = {
  properties: 'document properties',
  metadata: 'XMP metadata',
  outline: 'bookmarks',
  'page-label': 'page labels',
  'embedded-file': 'embedded files',
  annotation: 'comments',
  link: 'links',
  'form-field': 'form fields',
  signature: 'signatures',
  script: 'scripts',
  layer: 'layers',
  'hidden-layer': 'hidden layers',
  structure: 'descriptions for reading aloud',
  'earlier-version': 'earlier versions',
  'picture-data': 'data in pictures',
  preview: 'previews',
  'former-wording': 'struck-out wording',
  other: 'other hidden data',
};

export const preflightKinds: typeof kindsSource = {
  'secrecy-marking': findingKinds['secrecy-marking'].name,
  'party-name': 'party’s name',
  'named-party': 'perhaps a party',
  'id-card': findingKinds['id-card'].name,
  mobile: findingKinds.mobile.name,
  phone: findingKinds.phone.name,
  'bank-card': findingKinds['bank-card'].name,
  plate: findingKinds.plate.name,
  'credit-code': findingKinds['credit-code'].name,
  email: findingKinds.email.name,
  address: findingKinds.address.name,
  'birth-date': findingKinds['birth-date'].name,
  passport: findingKinds.passport.name,
  wechat: findingKinds.wechat.name,
  qq: findingKinds.qq.name,
  'attachment-remarks': 'comments in a file',
  'attachment-unread': 'unread file',
  'attachment-uncleaned': 'uncleaned file',
};

export const preflightReasons: typeof reasonsSource = {
  ...(Object.fromEntries(
    Object.entries(findingKinds).map(([kind, { reason }]) => [kind, reason]),
  ) as Record<keyof typeof findingKinds, string>),
  'party-name': 'A real name from the table of parties. A minor’s name cannot be kept.',
  'named-party': 'The text names it like a party, and it is in no table.',
  'attachment-remarks':
    'Comments, stamps and highlights of a PDF file are removed on the way out. To keep them, say why: their words are checked, their authors and times do not leave.',
  'attachment-unread':
    'A picture, a scan, an archive: the program cannot read the words in it. Open it yourself, and say why it may go. Data about where a picture was taken is removed.',
  'attachment-uncleaned':
    'Its text was checked, but hidden data such as authors and comments cannot be taken out. Look yourself, and say why it may go.',
};
