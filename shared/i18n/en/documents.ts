import type { documents as source } from '../zh-CN/documents.ts';

export const documents: typeof source = {
  title: 'Official document',
  hint: 'Records as Word, PDF or on paper in the official form, checked before they leave',
  stepChoose: 'Records and pictures',
  stepCheck: 'Check',
  stepPreview: 'Preview',
  stepMake: 'Write',
  records: 'Records in the document',
  none: 'No record is chosen. Open a record, or choose some in the list, and come back.',
  order: 'Several records go into one file, each on a new page.',
  tooMany: 'At most 200 at once; please choose fewer.',
  pictures: 'Pictures shown in the text',
  noPictures: 'No picture is chosen; only their captions stay.',
  picturesChosen: (count, size) =>
    `${count} ${count === '1' ? 'picture' : 'pictures'} chosen, ${size}`,
  otherPictures: (count) =>
    `${count} more cannot be shown on paper (neither PNG nor JPEG); only their captions stay.`,
  form: 'Write as',
  forms: { word: 'Word file (.docx)', pdf: 'PDF file', paper: 'Print on paper' },
  sign: 'Name of this office and date at the end',
  date: 'Date',
  dateInvalid: 'Write the date as 2026-11-23',
  summary: 'What is going to leave',
  summaryText: (count) =>
    `${count} ${count === '1' ? 'record' : 'records'}, replaced and masked as decided, not encrypted. Its properties name no author, office or time; sources, history, comments and the table of parties are not in it.`,
  marked: (marking) => `“${marking}” is printed at the upper left of each first page`,
  markingAsk: (marking) => `I have made sure that material marked “${marking}” may leave`,
  file: 'Save as',
  chooseFile: 'Choose where',
  chooseFileTitle: 'Save the document',
  fileName: (date) => `Document_${date}`,
  make: 'Write',
  print: 'Print',
  making: 'Writing the document',
  done: 'The document is written',
  doneText:
    'The file was read once more before it was written: no real name of the table of parties, no undecided number or address is in it.',
  printed: 'Sent to the printer',
  notPrinted: 'Nothing was printed.',
  path: 'File',
  size: 'Size',
  contents: 'Contents',
  contentsText: (records, pictures) =>
    `${records} ${records === '1' ? 'record' : 'records'}${pictures === '0' ? '' : `, ${pictures} ${pictures === '1' ? 'picture' : 'pictures'}`}`,
  another: 'Another one',
};
