import type {
  hitChanges as sourceChanges,
  precedentReports as source,
  searchPurposes as sourcePurposes,
  verdicts as sourceVerdicts,
} from '../zh-CN/precedent-reports.ts';

export const precedentReports: typeof source = {
  open: 'Search precedents',
  openHint: 'The searches of guiding case 191, judged one by one and written into a report',
  title: 'Precedent search',
  intro:
    'Guiding case 191: in a case of intellectual property one should in general search for guiding cases of the Supreme People’s Court and Procuratorate, for cases of the same party, and for cases about the same object. The queries are filled in from the record and can be changed; leave empty what is not wanted.',
  namesNote:
    'Parties are searched for by their real names. The queries stay on this machine; in the report every name is replaced by its pseudonym.',
  matter: 'Matter',
  noMatter: 'No record linked',
  existing: 'Reports there are',
  existingAt: (date) => `changed ${date}`,
  reportTitle: 'Title of the report',
  create: 'Make the report and search',
  back: 'Back to the record',
  openReport: 'Open the report’s text',
  searches: 'Searches',
  query: 'Query',
  queryMissing: 'Nothing in the record says what to look for; write it yourself.',
  kinds: 'Where',
  scopes: { all: 'All records', own: 'My records', precedent: 'Precedents' },
  add: 'Add a search',
  remove: (purpose) => `Remove the search “${purpose}”`,
  removed: 'The search was removed',
  undo: 'Undo',
  run: 'Search',
  refresh: 'Search all again',
  running: 'Searching for precedents',
  notRun: 'Not searched yet',
  ranAt: (date, total, searched) => `Searched ${date}: ${total} found among ${searched}`,
  atLeast: (total) => `at least ${total}`,
  listedOf: (listed) => `the ${listed} most relevant are listed; narrow the query`,
  noSearches: 'No searches yet. Add one, write its query, and search.',
  hits: 'Judging',
  hitsText:
    'Say of each case whether it applies, and why. Judgments are saved as you make them and kept when the searches are run again.',
  noHits: 'No cases found yet.',
  noneLeft: 'No cases of this sort.',
  progress: (judged, total) => `${judged} of ${total} judged`,
  filter: 'Show',
  all: 'All',
  openOnly: 'Not judged',
  changedOnly: 'What changed',
  verdict: 'Judgment',
  noVerdict: 'Not judged',
  note: 'Reason',
  notePlaceholder: 'What applies, or where the difference lies',
  notThere: 'Deleted',
  readText: 'Read the text',
  hideText: 'Fold the text',
  openRecord: 'Open the record',
  more: (count) => `Show ${count} more`,
  ran: (added, gone, changed) =>
    `Searched: ${added} new, ${gone} no longer found, ${changed} changed since judged`,
  write: 'Write into the report',
  writeHint:
    'Writes searches and judgments into two parts of the report’s text, with pseudonyms for the parties; what stood there stays in its history.',
  written: 'Written into the report',
  writtenAt: (date) => `Written into the report ${date}`,
  isStale: 'Something changed since; the report’s text does not say so yet.',
  notWritten: 'Not written into the report’s text yet.',
  saveAs: 'Save as a precedent search report',
  saveAsText:
    'Notes this search with its date, where it looked and what it found in a precedent search report.',
  into: 'Into',
  newReport: 'A new report',
  forMatter: (title) => `For the open record “${title}”`,
  saveNow: 'Save into the report',
};

export const searchPurposes: typeof sourcePurposes = {
  guiding: 'Guiding cases',
  party: 'Same party',
  object: 'Same object',
  other: 'Further search',
};

export const verdicts: typeof sourceVerdicts = {
  applicable: 'Applicable',
  distinguishable: 'Distinguishable',
  irrelevant: 'Not relevant',
};

export const hitChanges: typeof sourceChanges = {
  new: 'New',
  gone: 'No longer found',
  changed: 'Changed since judged',
};
