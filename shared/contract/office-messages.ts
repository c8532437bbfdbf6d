import * as z from 'zod';
import { command, job, query, Instant, Nothing, Page, PageRequest } from './define.ts';
import { RecordId } from './records.ts';

const Uuid = z.uuid().lowercase();

/** The record that a message is about. `id`: its id here, null where it is not (or no longer) here. */
export const AboutRecord = z.object({
  senderId: z.string(),
  recordId: z.string(),
  id: RecordId.nullable(),
  title: z.string(),
});

/** A question or answer 函询. `name`: who wrote it, where the program knows. */
export const Message = z.object({
  messageId: z.string(),
  inReplyTo: z.string().nullable(),
  isOwn: z.boolean(),
  text: z.string(),
  name: z.string(),
  at: Instant,
  isRead: z.boolean(),
});
export type Message = z.output<typeof Message>;

/** Messages with one office that answer one another. */
export const MessageThread = z.object({
  threadId: z.string(),
  officeId: z.string(),
  officeName: z.string(),
  about: AboutRecord.nullable(),
  /** Of the newest. */
  text: z.string(),
  at: Instant,
  isOwn: z.boolean(),
  count: z.number().int(),
  unread: z.number().int(),
});
export type MessageThread = z.output<typeof MessageThread>;

export const messages = {
  /** Threads, the newest first; about one record only, if `about` names it by its id here. */
  'messages.threads': query(
    PageRequest.extend({ about: RecordId.optional() }),
    Page(MessageThread),
  ),
  /** One thread, oldest first, at most its newest 500. Fails: `message-not-found`. */
  'messages.thread': query(
    z.object({ officeId: z.string().max(100), threadId: Uuid }),
    z.object({ thread: MessageThread, items: z.array(Message) }),
  ),
  /**
   * Writes a message as a pack. `threadId` answers in a thread with that office; `about`: a record here, of one's own or of others. The text passes the
   * scanner and every real name of this workspace. Fails: `recipient-not-enrolled`, `message-not-found`, `record-not-found`,
   * `answer-reveals`, `state-secret-marked`, and as `packs.export`.
   */
  'messages.send': job(
    z.object({
      to: z.string().min(1).max(300),
      threadId: Uuid.optional(),
      about: RecordId.optional(),
      text: z.string().trim().min(1).max(20_000),
      file: z.string().min(1).max(4096),
    }),
    z.object({
      packId: z.string(),
      messageId: z.string(),
      threadId: z.string(),
      file: z.string(),
    }),
    { paths: ['file'] },
  ),
  'messages.markRead': command(
    z.object({ officeId: z.string().max(100), threadId: Uuid }),
    Nothing,
  ),
  'messages.unread': query(Nothing, z.object({ count: z.number().int() })),
};
