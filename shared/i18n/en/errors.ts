import { withFact, type AllFailureWords } from '../failure-words.ts';
import { answerErrors } from './answer-errors.ts';
import { deskErrors } from './desk-errors.ts';
import { endorsementErrors } from './endorsement-errors.ts';
import { reviewErrors } from './review-errors.ts';
import type { FailureDetail } from '../../errors.ts';
import { packErrors } from './pack-errors.ts';

const file = (detail: FailureDetail) =>
  withFact(detail, 'file', (name) => `The file “${name}”`, 'The file');
const picture = (detail: FailureDetail) =>
  withFact(detail, 'file', (name) => `“${name}”`, 'The picture');
const folder = (detail: FailureDetail) =>
  withFact(detail, 'folder', (name) => `The folder “${name}”`, 'The folder');

export const errors: AllFailureWords = {
  ...reviewErrors,
  ...deskErrors,
  ...endorsementErrors,
  ...answerErrors,
  internal: {
    what: (detail) =>
      withFact(
        detail,
        'reference',
        (reference) =>
          `Something went wrong inside the program (number ${reference}). This step was not finished.`,
        'Something went wrong inside the program. This step was not finished.',
      ),
    next: 'Try again. If it happens again, give the number to support. What was saved is not affected.',
  },
  'input-invalid': {
    what: 'The program did not accept what was filled in.',
    next: 'Check for fields that are empty, too long or hold characters that cannot be used, then try again.',
  },
  'operation-unknown': {
    what: 'The window asked for something this version does not have.',
    next: 'Quit and open the program again. If it stays so, install it again.',
  },
  'audit-broken': {
    what: ({ number }) =>
      `Line ${String(number)} of the audit trail does not fit the one before: it, or a line before it, was changed.`,
    next: 'Leave the workspace as it is and report it.',
  },
  cancelled: { what: 'Stopped as you asked.', next: 'You can start again whenever you like.' },
  'store-stopped': {
    what: 'The storage process stopped unexpectedly, so this step got no answer.',
    next: 'Open the workspace again with the passphrase. Unsaved text is still in the editor and is saved as soon as it is open.',
  },
  'path-not-chosen': {
    what: 'You did not choose this place during this run, so the program did not use it.',
    next: 'Choose the file or folder again with the button.',
  },
  'dropped-too-many': {
    what: (detail) =>
      `More than ${detail['most'] ?? ''} files and folders were dropped at once; none of them was taken.`,
    next: 'Drop the folder they are in, or drop them in several goes.',
  },
  'disk-full': {
    what: 'The disk is full; nothing was written.',
    next: 'Free some space and try again. Leave the window open until then, so that unsaved text is kept.',
  },
  'file-unreadable': {
    what: (detail) =>
      `${file(detail)} cannot be read. It may have been moved, be open elsewhere, or not be yours to read.`,
    next: 'Make sure that it is still there and not in use, then choose it again.',
  },
  'file-not-writable': {
    what: (detail) => `${file(detail)} cannot be written: the place is read-only or not yours.`,
    next: 'Choose another place.',
  },
  'file-exists': {
    what: (detail) => `${file(detail)} exists already and will not be overwritten.`,
    next: 'Choose another name, or move the old file away first.',
  },
  'workspace-closed': {
    what: 'The workspace is locked; nothing can be read or saved.',
    next: 'Open it with the passphrase.',
  },
  'workspace-already-open': {
    what: 'A workspace is open already, and only one can be open at a time.',
    next: 'Lock it first, then open the other one.',
  },
  'workspace-not-found': {
    what: (detail) => `${folder(detail)} holds no workspace.`,
    next: 'Choose the folder it was created in. If that is on a removable disk, connect the disk first.',
  },
  'workspace-in-use': {
    what: 'Another program has this workspace open. Two writers would damage it, so it was not opened.',
    next: 'Close the other window, or wait until the running command has ended.',
  },
  'workspace-newer': {
    what: 'A newer version of the program wrote this workspace. This version cannot read it safely and changed nothing.',
    next: 'Open it with the newer version.',
  },
  'workspace-not-encrypted': {
    what: 'An unencrypted database stands where the workspace should be. The program refuses to use it.',
    next: 'Do not put anything into it. Ask support where the file comes from, or restore a backup.',
  },
  'search-index-damaged': {
    what: 'The search index is damaged. The records themselves are not, and nothing was changed.',
    next: 'Make the index anew (also in Settings); you can go on working meanwhile.',
  },
  'workspace-damaged': {
    what: 'The workspace is damaged and cannot be read whole. Nothing was deleted or changed.',
    next: 'First copy the whole folder as it is and keep the copy. Then restore the latest backup or ask support.',
  },
  'key-file-damaged': {
    what: 'Both copies of the key file are damaged or missing. The workspace cannot be unlocked without it.',
    next: 'Take the key file from a backup. Delete nothing in the workspace folder.',
  },
  'cipher-missing': {
    what: 'This copy of the program lacks its encryption. Going on would write plain files, so it stopped.',
    next: 'Install the complete program again.',
  },
  'folder-not-empty': {
    what: (detail) => `${folder(detail)} is not empty. A new workspace needs an empty folder.`,
    next: 'Make an empty folder, or choose another place.',
  },
  'folder-not-writable': {
    what: (detail) => `${folder(detail)} cannot be written to.`,
    next: 'Choose a folder that you may write to.',
  },
  'folder-risk-not-accepted': {
    what: 'This folder lies on a network drive or is synchronised to a cloud. A workspace there may be damaged or leak.',
    next: 'Use a folder on this computer’s own disk. If it has to be here, tick that you know the risk.',
  },
  'state-secrets-not-acknowledged': {
    what: 'It was not confirmed that no state secrets will be stored, so no workspace was created.',
    next: 'Read the notice and confirm it.',
  },
  'passphrase-wrong': {
    what: (detail) =>
      withFact(
        detail,
        'waitSeconds',
        (seconds) =>
          seconds === '0'
            ? 'The passphrase is wrong. The workspace was not opened.'
            : `The passphrase is wrong. The workspace was not opened. After several wrong ones you have to wait ${seconds} seconds.`,
        'The passphrase is wrong. The workspace was not opened.',
      ),
    next: 'Check capitals and the input method, then type it again. If it is forgotten, use the recovery code.',
  },
  'recovery-code-malformed': {
    what: 'There is a typing mistake in the recovery code: its check characters do not fit.',
    next: 'Compare it with the printed sheet, group by group.',
  },
  'recovery-code-wrong': {
    what: 'The recovery code is well written, but it is not the one this workspace uses now.',
    next: 'A code is replaced once it has been used. Find the sheet that was printed last.',
  },
  'record-not-found': {
    what: 'This record is not in the workspace. It may have been removed.',
    next: 'Look at the list again, or in the trash.',
  },
  'record-read-only': {
    what: 'Precedents are for reading. They cannot be created or changed.',
    next: 'To rework one, create a record of your own and quote from it.',
  },
  'record-in-trash': {
    what: (detail) =>
      withFact(
        detail,
        'title',
        (title) => `“${title}” is in the trash and can be neither changed nor submitted.`,
        'One of the chosen records is in the trash and cannot be submitted.',
      ),
    next: 'Restore it first, or take it off the list.',
  },
  'record-changed-elsewhere': {
    what: 'This record has a newer version elsewhere. So as not to overwrite it, this change was not saved.',
    next: 'Copy your change, open the record again and put it in.',
  },
  'record-not-in-trash': {
    what: 'Only what is in the trash can be destroyed, and one of these is not; so none was.',
    next: 'Look at the trash again and choose anew.',
  },
  'status-not-allowed': {
    what: 'This record cannot go from the status it has to that one.',
    next: 'Take it step by step: draft, review, approval, submission.',
  },
  'record-has-too-many-tags': {
    what: 'A record has at most 50 tags, so none was added.',
    next: 'Take away tags that are no longer used.',
  },
  'code-unknown': {
    what: 'One of the choices is not in its list, so nothing was saved.',
    next: 'Choose again, or add the new choice to the list first.',
  },
  'code-list-full': {
    what: 'This list already has 500 entries of your own, so nothing was added.',
    next: 'Use an entry that is there, or a tag.',
  },
  'saved-search-not-found': {
    what: 'This saved search is not there any more.',
    next: 'Search again and save it.',
  },
  'saved-searches-full': {
    what: 'There are 100 saved searches already, so it was not saved.',
    next: 'Delete one that is no longer used.',
  },
  'document-invalid': {
    what: 'The text holds something this program does not know. To be safe it was not read.',
    next: 'The stored data was not touched. Ask support.',
  },
  'document-newer': {
    what: 'A newer version of the program wrote this text; this version cannot read it.',
    next: 'Open it with the newer version.',
  },
  'record-no-report': {
    what: 'This record is no precedent search report.',
    next: 'Choose “Search precedents” in the toolbar of a record.',
  },
  'precedent-search-not-found': {
    what: 'The report has no such search.',
    next: 'It may have been removed. Open the report again.',
  },
  'precedent-searches-too-many': {
    what: (detail) => `A report holds at most ${detail.most ?? 30} searches.`,
    next: 'Join or remove some, or make another report.',
  },
  'precedent-report-not-run': {
    what: 'Nothing was searched for yet, so there is nothing to write; the report’s text was not changed.',
    next: 'Search first.',
  },
  'precedent-hit-not-found': {
    what: 'The report has no such case.',
    next: 'It may have left the list when the searches were run again. Open the report again.',
  },
  'revision-not-found': {
    what: 'The history has no such version.',
    next: 'Its record may have been deleted for good; nothing was kept of what was exported before there was a history.',
  },
  'revision-damaged': {
    what: (detail) =>
      withFact(
        detail,
        'number',
        (number) =>
          `Version ${number} is damaged and cannot be read. The present text and other versions are not affected.`,
        'This version is damaged and cannot be read. The present text and other versions are not affected.',
      ),
    next: 'A backup may still hold it intact.',
  },
  'revision-unchanged': {
    what: (detail) =>
      withFact(
        detail,
        'number',
        (number) => `The text is that of version ${number}, so nothing was kept anew.`,
        'The text has not changed, so nothing was kept anew.',
      ),
    next: 'To call it something else, rename that version in the history.',
  },
  'paste-state-secret': {
    what: 'What was to be pasted bears the marking of a state secret. It was not pasted and nothing of it was stored.',
    next: 'State secrets must not be kept in this program. Work on them on the equipment meant for them.',
  },
  'paste-too-complex': {
    what: 'What was to be pasted is too large or nested too deep to be text. It was not pasted.',
    next: 'Paste it as plain text (Ctrl+Shift+V), or in several parts.',
  },
  'picture-unknown': {
    what: (detail) =>
      `${picture(detail)} is no PNG, JPEG, GIF, WebP or BMP picture. It was not inserted.`,
    next: 'Save it as PNG or JPEG with another program first. Any other file can be added as an attachment.',
  },
  'picture-too-large': {
    what: (detail) => `${picture(detail)} is larger than 20 MB. It was not inserted.`,
    next: 'Make it smaller first. To keep the original, add it as an attachment (up to 200 MB).',
  },
  'picture-too-many-pixels': {
    what: (detail) =>
      `${picture(detail)} has more than 20,000 pixels on a side, or too many in all. It was not inserted.`,
    next: 'Showing it would take too much memory. Make sure where it comes from, and make it smaller.',
  },
  'attachment-in-history': {
    what: 'A version kept in the history still shows this attachment, so it cannot be deleted for good.',
    next: 'It goes when its record is deleted for good.',
  },
  'attachment-not-found': {
    what: 'This attachment is not in the workspace. It may have been deleted for good.',
    next: 'Open the record again to see the attachments it has.',
  },
  'attachment-damaged': {
    what: 'The content of the attachment is not what was stored; nothing was written.',
    next: 'Everything else is untouched. Take the attachment from a backup, or add the original file again.',
  },
  'attachment-name-invalid': {
    what: 'The name of an attachment cannot be empty or contain “/” or “\\”.',
    next: 'Choose another name.',
  },
  'attachment-name-taken': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `This record already has an attachment called “${name}”.`,
        'This record already has an attachment of that name.',
      ),
    next: 'Choose another name.',
  },
  'scan-file-not-text': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `“${name}” is not a text file, so it was not scanned.`,
        'This is not a text file, so it was not scanned.',
      ),
    next: 'Save its words as a text file in UTF-8 or GB 18030 and scan that.',
  },
  'scan-file-too-large': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `“${name}” is larger than 50 MB, so it was not scanned.`,
        'The file is larger than 50 MB, so it was not scanned.',
      ),
    next: 'Divide it into smaller files and scan each.',
  },
  'comment-not-found': {
    what: 'This record has no such comment.',
    next: 'Open the record again to see the comments it has.',
  },
  'comments-full': {
    what: 'There is no room for more: a record takes 1,000 comments, a comment 500 answers and decisions.',
    next: 'Go on in a comment that is there, or in another record.',
  },
  'party-not-found': {
    what: 'This person is not in the table of parties; somebody may have removed the entry.',
    next: 'Open the record again to see the parties it has.',
  },
  'party-name-taken': {
    what: 'The table of parties already has somebody of this name.',
    next: 'If they are two people, add a note to the name that tells them apart.',
  },
  'party-pseudonym-taken': {
    what: 'Another person of the same matter has this pseudonym.',
    next: 'Choose another one, or leave it empty to have one suggested.',
  },
  'party-minor-recognisable': {
    what: 'The pseudonym of a minor must not hold a character of the given name.',
    next: 'Keep only the surname, as in “林某”, or leave it empty to have one suggested.',
  },
  'parties-too-many': {
    what: 'A record has at most 500 parties.',
    next: 'Remove those that are not needed any more.',
  },
  'source-not-found': {
    what: 'This source is not in the workspace; it may have been deleted for good.',
    next: 'Look again in the list of sources, or enter the source anew.',
  },
  'source-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'member',
        (member) => `“${member}” of the source is not as CSL-JSON has it, so it was not saved.`,
        'The source is not as CSL-JSON has it, so it was not saved.',
      ),
    next: 'See whether it has a title and whether something in it is too long.',
  },
  'source-in-trash': {
    what: 'This source is in the trash and cannot be changed.',
    next: 'Restore it first.',
  },
  'source-not-in-trash': {
    what: 'Only sources in the trash are deleted for good. One of these is not there any more, so none was deleted.',
    next: 'Look at the trash again and choose anew.',
  },
  'source-changed-elsewhere': {
    what: 'There is a newer version of this source. So that it is not overwritten, this change was not saved.',
    next: 'Open the source again and repeat the change.',
  },
  'source-file-unknown': {
    what: (detail) =>
      `${file(detail)} is not a file of sources that can be read, so nothing was imported.`,
    next: 'Save it from your reference manager as CSL-JSON (.json) and import that.',
  },
  'source-file-too-large': {
    what: (detail) =>
      `${file(detail)} is over 20 MB or 20,000 sources long, so nothing was imported.`,
    next: 'Export it from your reference manager in several files and import them one by one.',
  },
  'card-invalid': {
    what: 'This is not a sound card file: something is missing, or its own signature does not fit.',
    next: 'Ask the office to save its card (.jzcard) again and send it once more.',
  },
  'card-suite-unknown': {
    what: 'This card uses cryptography that this version does not know.',
    next: 'Update the program, or ask the office to save its card with the same version.',
  },
  'card-is-own': {
    what: 'This is your own office’s card. It does not need enrolling.',
    next: 'Choose the card file that the other office sent.',
  },
  'card-older': {
    what: 'This card is older than the one enrolled, so it was not taken.',
    next: 'Ask the office for its latest card.',
  },
  'fingerprint-differs': {
    what: 'The fingerprint typed is not that of the card. It may have been misheard, or the card was exchanged on its way.',
    next: 'Call again and compare group by group. If it still differs, do not enrol; have the card sent again by a trusted way.',
  },
  'recipient-not-enrolled': {
    what: (detail) =>
      withFact(
        detail,
        'to',
        (office) => `“${office}” is not enrolled; nothing can be submitted to it.`,
        'The receiving office is not enrolled; nothing can be submitted to it.',
      ),
    next: 'Enrol its card under Offices first.',
  },
  'preflight-open': {
    what: (detail) =>
      withFact(
        detail,
        'open',
        (open) =>
          `${open} findings are still undecided, so nothing can leave. Nothing was written.`,
        'Something is still undecided, so nothing can leave. Nothing was written.',
      ),
    next: 'Decide in the check before leaving, one by one or together: pseudonym, mask, or keep with a reason.',
  },
  'preflight-finding-unknown': {
    what: 'The text has changed and the finding is not where it was. Nothing was decided.',
    next: 'Check again, then decide.',
  },
  'preflight-decision-invalid': {
    what: 'This cannot be decided so: the name of a minor is never kept, and the text of a file cannot be changed here.',
    next: 'Decide otherwise, or leave the file out.',
  },
  'preflight-reason-missing': {
    what: 'Keeping something needs a reason.',
    next: 'Write why it may leave. The reason goes into the audit trail.',
  },
  'preflight-reason-reveals': {
    what: 'The reason holds a real name, a number or an address.',
    next: 'Say it otherwise: the reason stays in the audit trail, which holds no case text.',
  },
  'state-secret-marked': {
    what: 'It bears the marking of a state secret and is locked: no approval, copy, print, saved attachment or pack. Nothing was written.',
    next: 'State secrets must not be stored here. Follow the secrecy rules at once; if it was typed by mistake, take the marking out.',
  },
  'printer-unavailable': {
    what: 'Nothing was printed: the system has no printer, or it does not answer.',
    next: 'Look after the printer, or save a PDF first and print that.',
  },
  'document-too-large': {
    what: 'The document and its pictures come to more than 200 MB; nothing was written.',
    next: 'Choose fewer records or pictures and make several documents.',
  },
  ...packErrors,
};
