import { withFact, type AllFailureWords } from '../failure-words.ts';

type Codes =
  | 'workspace-not-desk'
  | 'registry-office-not-found'
  | 'registry-changed-elsewhere'
  | 'registry-full'
  | 'table-file-old'
  | 'table-file-damaged'
  | 'table-file-too-large'
  | 'table-file-changed'
  | 'designation-none-chosen'
  | 'designation-reasons-missing'
  | 'designation-not-found'
  | 'registry-name-taken'
  | 'table-columns-missing'
  | 'table-rows-wrong'
  | 'caseload-invalid';

/** What may go wrong with the desk's registry, figures and designation. */
export const deskErrors: Pick<AllFailureWords, Codes> = {
  'workspace-not-desk': {
    what: 'This belongs to the workspaces of the desk and of provincial offices.',
    next: 'Open such a workspace.',
  },
  'registry-office-not-found': {
    what: 'The registry no longer has this office.',
    next: 'Look at the list again.',
  },
  'registry-changed-elsewhere': {
    what: 'This office was changed elsewhere; your change was not saved.',
    next: 'Open it again and make the change once more.',
  },
  'registry-full': {
    what: 'A registry holds at most 10,000 offices. Nothing was added.',
    next: 'Delete offices that are no longer needed.',
  },
  'table-file-old': {
    what: 'This workbook is of the old format (.xls) or has a password and cannot be read.',
    next: 'Save it as .xlsx or .csv without a password.',
  },
  'table-file-damaged': {
    what: 'This is no whole CSV or XLSX table. Nothing was imported.',
    next: 'Open it in a spreadsheet, save it again and retry.',
  },
  'table-file-too-large': {
    what: 'The table is too large: at most 10 MB, 5,000 rows, 200 columns, 4,000 characters a cell. Nothing was imported.',
    next: 'Split it, or remove what does not belong to it.',
  },
  'table-file-changed': {
    what: 'The file was changed after the preview. Nothing was imported.',
    next: 'Choose the file again and look at the preview.',
  },
  'designation-none-chosen': {
    what: 'No office is chosen; nothing was recorded.',
    next: 'Choose offices on the board first.',
  },
  'designation-reasons-missing': {
    what: 'No reasons were given; nothing was recorded.',
    next: 'Say why these offices were chosen.',
  },
  'designation-not-found': {
    what: 'This decision was not found.',
    next: 'Look at the list again.',
  },
  'registry-name-taken': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (x) => `“${x}” is in the registry already.`,
        'The registry has an office of that name already.',
      ),
    next: 'Open that one and edit it.',
  },
  'table-columns-missing': {
    what: (detail) =>
      withFact(
        detail,
        'columns',
        (x) => `There is no column “${x}” in the table. Nothing was imported.`,
        'A column that is needed is missing. Nothing was imported.',
      ),
    next: 'Put the names of the columns in one row: 单位名称 (name), 地区 (region) and so on.',
  },
  'table-rows-wrong': {
    what: (detail) =>
      withFact(
        detail,
        'count',
        (x) => `${x} rows of the table are wrong. Nothing was imported.`,
        'Some rows of the table are wrong. Nothing was imported.',
      ),
    next: 'See in the preview which they are; mend them, or leave them out.',
  },
  'caseload-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'line',
        (x) => `Line ${x} of the caseload figures is not as it should be. They were not taken in.`,
        'The caseload figures are not as they should be. They were not taken in.',
      ),
    next: 'Ask the sender to check them and send them again.',
  },
};
