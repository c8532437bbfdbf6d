import type { Words } from '../words.ts';

export const writing: Words['writing'] = {
  quote: 'Quotation',
  numbering: 'Number headings',
  numberTyped: 'Turn typed numbers into counted ones',
  numberedTyped: (count) => `${count} typed numbers are counted now.`,
  noTypedNumbers: 'No typed heading numbers were found.',
  alignLeft: 'Align left',
  alignCenter: 'Centre',
  alignRight: 'Align right',
  more: 'More',
  tableSize: 'Size of the table',
  tableOf: (rows, columns) => `${rows} rows × ${columns} columns`,

  tableChanges: {
    addRowAbove: 'Insert row above',
    addRowBelow: 'Insert row below',
    addColumnLeft: 'Insert column to the left',
    addColumnRight: 'Insert column to the right',
    mergeCells: 'Merge cells',
    splitCell: 'Split cell',
    removeRow: 'Delete this row',
    removeColumn: 'Delete this column',
    removeTable: 'Delete table',
    headerRow: 'First row is a header',
    headerColumn: 'First column is a header',
    equalColumns: 'Columns of equal width',
    widerColumn: 'Wider column',
    narrowerColumn: 'Narrower column',
  },

  outline: 'Outline',
  outlineHelp:
    'Arrow keys move, left and right fold, Alt with up or down moves a heading and its text; dragging does, too',
  emptyHeading: '(empty heading)',
  sectionCharacters: (name, count) => `${name}: ${count} characters`,
  wholeCharacters: (count) => `whole: ${count} characters`,
  usualLength: (count) => `usually about ${count} characters`,
  shortSoFar: (count) => `${count} so far`,

  footnote: 'Footnote',
  footnotes: 'Footnotes',
  insertFootnote: 'Insert footnote',
  footnoteNumber: (number) => `Footnote ${number}`,
  footnoteText: 'Text of the footnote',
  toFootnote: 'To the list of footnotes',
  toPlace: (number) => `Back to footnote ${number} in the text`,
  removeFootnote: 'Delete footnote',
  done: 'Done',
};

export const sectionHints: Words['sectionHints'] = {
  gist: 'The rule that the case establishes or illustrates, in a sentence or two, without its facts.',
  content: 'What is announced and by which rules; one matter to a paragraph.',
  requirements: 'What has to be done, how, and by when; of records the length and the form.',
  contacts: 'How to ask; no personal telephone numbers.',
  purpose: 'Why this is called for, and what will become of the records.',
  scope: 'Which themes and kinds are wanted, and which are not.',
  facts:
    'Who did what, when and where, amounts and consequences; only facts that matter for the significance.',
  performance:
    'What the procuratorate did: review, guidance, supervision, hearings, proposals; by time or by issue.',
  significance:
    'Why it is typical: how the difficulties were solved and what similar cases may take from it.',
  provisions: 'The statutes and interpretations applied, with full names and articles.',
  outcome: 'What was decided: charge, penalty, damages or orders.',
  background: 'Which problem there was, and why this was done about it.',
  measures: 'One measure after another, each with what was done and a number.',
  results: 'What changed, in numbers, with the period they are for.',
  conditions: 'What others need to do the same, and what should not be copied.',
  abstract: 'Problem, method and conclusion of the whole, readable by itself.',
  problem: 'Which problem practice shows, and where it is seen.',
  causes: 'Where it comes from, shown by cases, data and interviews.',
  views: 'Which views there are, with their reasons and weaknesses.',
  proposals: 'Who should do what, on which basis, and how.',
  references: 'Made from the citations in the text; nothing has to be written here.',
};
