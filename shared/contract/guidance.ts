import * as z from 'zod';
import { Standing, wantableKinds } from '../templates/record-fields.ts';
import { AttachmentId } from './attachments.ts';
import { job, query, Instant, Nothing } from './define.ts';
import { Verification } from './packs.ts';
import { RecordId } from './records.ts';

/**
 * A call 征集 that is known here: one's own, at the desk or in a provincial office, or one that came as guidance. `callId`: its id at the
 * office that calls, which records written for it bear.
 */
export const Call = z.object({
  id: RecordId,
  callId: z.string(),
  title: z.string(),
  themes: z.array(z.string()),
  wanted: z.array(z.enum(wantableKinds)),
  isOwn: z.boolean(),
  /** Who calls; empty for one's own. */
  senderName: z.string(),
  due: z.string().nullable(),
  /** Whole days of the Beijing calendar from today to the last day; negative after it. Null without a day. */
  daysLeft: z.number().int().nullable(),
  standing: Standing.nullable(),
  /** One's own records that were written for it, how many of them were submitted at least once, and of these how many are being revised. */
  written: z.number().int(),
  submitted: z.number().int(),
  inRevision: z.number().int(),
  /** Records of others that name it, and how many offices sent them. */
  came: z.number().int(),
  cameFrom: z.number().int(),
  /** Offices that a pack with it went to. */
  sentTo: z.number().int(),
});
export type Call = z.output<typeof Call>;

/** An office that a call went to, or from which something came for it. */
export const CallOffice = z.object({
  officeId: z.string(),
  officeName: z.string(),
  /** When the call went there first; null for an office that it did not go to. */
  sentAt: Instant.nullable(),
  records: z.array(z.object({ id: RecordId, title: z.string(), receivedAt: Instant })).max(500),
});
export type CallOffice = z.output<typeof CallOffice>;

/**
 * Guidance that says it is about a record. `isSent`: written here, about a record that came, `officeName` its recipient; else it came, about
 * one's own, from `officeName`. `records`: what went along and is still here; none if it was a note alone.
 */
export const GuidanceAbout = z.object({
  packId: z.string(),
  isSent: z.boolean(),
  officeName: z.string(),
  sequence: z.number().int(),
  createdAt: Instant,
  note: z.string(),
  records: z.array(z.object({ id: RecordId, title: z.string() })).max(1000),
});
export type GuidanceAbout = z.output<typeof GuidanceAbout>;

export const guidance = {
  /**
   * Writes guidance, at a desk or in a provincial office: one pack for all recipients, in the one channel to all. Beside records (notices,
   * calls, cases, practices, research; none is needed if there is a note) it takes a covering note and the cards of offices, `own` for
   * one's own: to the receiver a card is a hint, to be compared by telephone. `to`: ids, names or fingerprints of enrolled offices; without
   * it all contact points and provincial offices that are enrolled, at most 200. Records that others sent do not go on as they are: `records.duplicate` of an adopted one makes a
   * record of one's own. `regarding`: received records that it is about; it goes then to the one office that sent them first, alone, also
   * where `to` is left out, so that nobody learns what another office submitted. Fails: `guidance-regards-others` (not received, of several
   * offices, or other recipients), `record-not-found`, `guidance-not-from-here`, `guidance-empty`, `guidance-no-recipients`, `record-not-own`, `answer-reveals` (the note), and as `packs.export`.
   */
  'guidance.write': job(
    z.object({
      recordIds: z.array(RecordId).max(1000),
      attachmentIds: z.array(AttachmentId).max(10_000).default([]),
      note: z.string().trim().max(5000).default(''),
      cards: z.array(z.string().min(1).max(300)).max(100).default([]),
      to: z.array(z.string().min(1).max(300)).min(1).max(200).optional(),
      regarding: z.array(RecordId).max(500).default([]),
      file: z.string().min(1).max(4096),
    }),
    z.object({
      packId: z.string(),
      file: z.string(),
      sizeInBytes: z.number().int(),
      verification: Verification,
    }),
    { paths: ['file'] },
  ),
  /** Calls known here, those still open first, by their last day; at most 500. */
  'guidance.calls': query(Nothing, z.object({ items: z.array(Call).max(500) })),
  /** Of one's own call: whom it went to and what came for it; those that have not answered first. Fails: `record-not-found`. */
  'guidance.answers': query(
    z.object({ id: RecordId }),
    z.object({ items: z.array(CallOffice).max(2000) }),
  ),
  /**
   * Guidance about a record: of one's own what came, of one that came what was sent from here; newest first, at most 100.
   * Fails: `record-not-found`.
   */
  'guidance.about': query(
    z.object({ id: RecordId }),
    z.object({ items: z.array(GuidanceAbout).max(100) }),
  ),
};
