import type { office as source } from '../zh-CN/office.ts';

export const office: typeof source = {
  send: 'Send to a colleague',
  sendBack: 'Return to colleague',
  colleague: 'colleague of this house',
  askColleague: 'This is another computer of a colleague of this house',
  askColleagueText:
    'Records can then go there for review with real names, comments and all attachments. Only for a colleague in the same procuratorate who may see the case as it is; never for higher or other offices.',
  markColleague: 'Mark as colleague',
  unmarkColleague: 'No longer a colleague',
  markTitle: (name) => `Mark “${name}” as a colleague of this house?`,
  to: 'Send to',
  noColleague: 'No colleague is enrolled yet',
  noColleagueText:
    'Enrol the card of your colleague’s computer first, and say there that it is a colleague.',
  goPoints: 'Enrol',
  realNames:
    'The pack has the record as it stands: real names, comments, steps and all attachments, nothing redacted; the table of parties stays here. Only this colleague’s computer can open it.',
  marked: (marking) =>
    `The record is marked “${marking}”. Make sure that your colleague may know it, and hand the file over the prescribed way.`,
  confirmMarked: 'I have made sure; it may go',
  note: 'Note (optional)',
  file: 'Save as',
  chooseFile: 'Choose a place',
  fileName: (isBack) => (isBack ? 'returned' : 'for-review'),
  sent: (file) => `${file} is ready. Hand it to your colleague, who takes it in from the inbox.`,
  sending: 'Writing the pack',
  state: {
    'author away': (name) => `With “${name}” for review`,
    'author here': (name) => `Came back from “${name}”`,
    'reviewer here': (name) => `For review, from “${name}”`,
    'reviewer away': (name) => `Returned to “${name}”`,
  },
  from: (name) => `from “${name}”`,
  otherApproved: (name) =>
    `“${name}” approved another text than the one that stands here, so the approval does not count. Compare, and send it for review again.`,
  mergeWaits: (name) => `What came back from “${name}” conflicts with changes made here.`,
  openMerge: 'Decide conflicts',
  mergeTitle: (name) => `Join with what came back from “${name}”`,
  mergeText:
    'Changes that do not conflict are joined by themselves. Here both sides changed the same thing differently: choose for each. Both texts are kept in the history.',
  ours: 'Ours',
  theirs: 'Theirs',
  both: 'Both',
  before: 'As it was sent',
  nothing: '(nothing)',
  conflict: (at, of) => `Conflict ${at} of ${of}`,
  decided: (done, of) => `${done} of ${of} decided`,
  places: {
    title: 'Title',
    order: 'Order of the sections',
    field: 'Field',
    heading: 'Heading',
    section: 'Whole section',
    blocks: 'Text',
  },
  merge: 'Join',
  merged: 'Joined; both texts from before are in the history',
  changedMeanwhile: 'The record was changed just now; the conflicts were looked for again.',
};
