import { Failure } from '../../../shared/errors.ts';
import type { Taker } from '../inbox/takers.ts';
import { appendAudit } from '../audit/append-audit.ts';

/** A question or answer of another office, in its thread. A message id is its sender's: two offices may use the same. */
export const takeMessage: Taker = (db, clock, { pack, statement }) => {
  if (statement?.kind !== 'message') throw new Failure('pack-statement-invalid');
  const { messageId, threadId, inReplyTo, about, text } = statement;
  db.prepare(
    `INSERT OR IGNORE INTO messages (message_id, thread_id, in_reply_to, office_id, office_name, is_own, about_sender, about_record,
       text, name, pack_id, at)
     VALUES (@messageId, @threadId, @inReplyTo, @officeId, @officeName, 0, @aboutSender, @aboutRecord, @text, '', @packId, @at)`,
  ).run({
    messageId,
    threadId,
    inReplyTo,
    officeId: pack.sender.officeId,
    officeName: pack.sender.name,
    aboutSender: about?.senderId ?? null,
    aboutRecord: about?.recordId ?? null,
    text,
    packId: pack.packId,
    at: clock(),
  });
  appendAudit(db, clock, {
    action: 'message-received',
    subject: messageId,
    detail: { office: pack.sender.officeId, thread: threadId },
  });
};
