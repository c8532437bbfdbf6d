import assert from 'node:assert/strict';
import { messagesHandlers } from '../../../electron/store/messages/handlers.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { heldAs } from '../exchange.ts';
import { watchJob } from '../office.ts';
import { keyOf, officeAt, type Message, type Office, type Sent, type Trial } from './model.ts';
import { fileFor, note } from './note.ts';

// Questions and answers, in threads, some about a record.

/** A question of its own, about a record or none, or an answer in a thread that there is with that office. */
export async function ask(trial: Trial, office: Office, to: number, text: string): Promise<Sent> {
  const { random } = trial;
  const { messages } = office.life;
  const threads = [
    ...new Set([...messages.values()].filter((one) => one.with === to).map(({ thread }) => thread)),
  ];
  const thread = threads.length > 0 && random.below(2) === 0 ? random.pick(threads) : null;
  const before = thread === null ? undefined : lastIn(office, to, thread);
  const key = thread === null && random.below(2) === 0 ? somethingBetween(trial, office, to) : null;
  const file = fileFor(trial);
  const input = { to: officeAt(trial, to).id, text, file };
  const { messageId, threadId } = await messagesHandlers['messages.send'](
    office.context,
    {
      ...input,
      ...(thread === null ? {} : { threadId: thread }),
      ...(key === null ? {} : { about: idHere(office, key) }),
    },
    watchJob(),
  );
  const [inReplyTo = null, message] = before ?? [];
  const about = message === undefined ? aboutOf(trial, key) : message.about;
  messages.set(messageId, { text, isOwn: true, with: to, thread: threadId, inReplyTo, about });
  const sent = await note(trial, office, [to], file);
  const said = sent.inside.statement;
  assert.deepEqual(
    { id: said.messageId, text: said.text, thread: said.threadId, inReplyTo: said.inReplyTo },
    { id: messageId, text, thread: thread ?? threadId, inReplyTo },
  );
  assert.equal(aboutIn(said), about);
  return sent;
}

/** In words of both offices' ids; null where it is about nothing. */
export function aboutIn({ about = null }: Sent['inside']['statement']): string | null {
  return about === null ? null : `${about.senderId}/${about.recordId}`;
}

/** The newest here of a thread with an office. */
function lastIn({ life }: Office, to: number, thread: string): [string, Message] | undefined {
  return [...life.messages].findLast(([, one]) => one.with === to && one.thread === thread);
}

/** A record that both know. */
function somethingBetween({ random }: Trial, { index, life }: Office, to: number): string | null {
  const keys = [
    ...[...life.own.values()].filter((one) => one.to === to).map(({ id }) => keyOf(index, id)),
    ...[...life.held.keys()].filter((key) => key.startsWith(`${String(to)}/`)),
  ];
  return keys.length === 0 ? null : random.pick(keys);
}

function idHere(office: Office, key: string): RecordId {
  const [sender, recordId = ''] = key.split('/');
  return Number(sender) === office.index ? (recordId as RecordId) : heldAs(office, recordId);
}

function aboutOf(trial: Trial, key: string | null): string | null {
  const [sender, recordId = ''] = key?.split('/') ?? [];
  return sender === undefined ? null : `${officeAt(trial, Number(sender)).id}/${recordId}`;
}

type Row = {
  id: string;
  text: string;
  own: number;
  office: string;
  thread: string;
  reply: string | null;
  about: string | null;
};

export function checkMessages(trial: Trial, { db, life, index }: Office): void {
  const rows = db
    .prepare<[], Row>(
      `SELECT message_id AS id, text, is_own AS own, office_id AS office, thread_id AS thread, in_reply_to AS reply,
         about_sender || '/' || about_record AS about FROM messages`,
    )
    .all();
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'no message twice');
  const indexOf = new Map(trial.offices.map((one) => [one.id, one.index]));
  const found = new Map<string, Message>(
    rows.map(({ id, text, own, office, thread, reply: inReplyTo, about }) => [
      id,
      { text, isOwn: own === 1, with: indexOf.get(office) ?? -1, thread, inReplyTo, about },
    ]),
  );
  assert.deepEqual(found, life.messages, `messages of ${String(index)}`);
}
