import type { Database } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import type { messages } from '../../../shared/contract/office-messages.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import type { Clock } from '../context.ts';
import { sitting } from '../answers/passage-comments.ts';
import { refuseRevealing } from '../answers/refuse-revealing.ts';
import { writePack } from '../packs/export-pack.ts';
import { inPackTurn } from '../packs/in-pack-turn.ts';
import { findOffice, type EnrolledOffice } from '../points/offices.ts';
import { namedAbout } from './about.ts';

type Send = (typeof messages)['messages.send'];
type About = StatementOf<'message'>['about'];

/** See `messages.send`. */
export async function sendMessage(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { to, threadId, about, text, file }: InputOf<Send>,
  control: JobControl,
): Promise<OutputOf<Send>> {
  const office = findOffice(db, to);
  if (office === null) throw new Failure('recipient-not-enrolled', { to });
  const named = about === undefined ? null : namedAbout(db, info.id, about);
  refuseRevealing(db, text, named?.number ?? null);
  const before = threadId === undefined ? null : lastOf(db, office.id, threadId);
  const chosen: About =
    named === null ? null : { senderId: named.senderId, recordId: named.recordId };
  const statement: StatementOf<'message'> = {
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'message',
    note: '',
    messageId: uuidv7({ msecs: clock() }),
    threadId: threadId ?? uuidv7({ msecs: clock() }),
    inReplyTo: before?.messageId ?? null,
    about: before === null ? chosen : before.about,
    text,
  };
  const nothing = { recordIds: [], attachmentIds: [], extra: [] };
  const pack = { ...nothing, statement, offices: [office] as [EnrolledOffice], file };
  const { packId } = await inPackTurn(db, () => writePack(db, clock, info, pack, control));
  db.prepare(
    `INSERT INTO messages (message_id, thread_id, in_reply_to, office_id, office_name, is_own, about_sender, about_record,
       text, name, pack_id, at)
     VALUES (@messageId, @threadId, @inReplyTo, @officeId, @officeName, 1, @aboutSender, @aboutRecord, @text, @name, @packId, @at)`,
  ).run({
    messageId: statement.messageId,
    threadId: statement.threadId,
    inReplyTo: statement.inReplyTo,
    officeId: office.id,
    officeName: office.name,
    aboutSender: statement.about?.senderId ?? null,
    aboutRecord: statement.about?.recordId ?? null,
    text,
    ...sitting(db),
    packId,
    at: clock(),
  });
  return { packId, messageId: statement.messageId, threadId: statement.threadId, file };
}

/** The newest message of a thread with an office, which an answer answers. Fails: `message-not-found`. */
function lastOf(
  db: Database,
  officeId: string,
  threadId: string,
): { messageId: string; about: About } {
  const row = db
    .prepare<
      [string, string],
      { message_id: string; about_sender: string | null; about_record: string | null }
    >(
      `SELECT message_id, about_sender, about_record FROM messages WHERE office_id = ? AND thread_id = ?
       ORDER BY number DESC LIMIT 1`,
    )
    .get(officeId, threadId);
  if (row === undefined) throw new Failure('message-not-found');
  const { message_id: messageId, about_sender: senderId, about_record: recordId } = row;
  const about = senderId === null || recordId === null ? null : { senderId, recordId };
  return { messageId, about };
}
