import * as z from 'zod';
import { partyRoles } from '../text/parties/party-roles.ts';
import { pseudonymStyles } from '../text/parties/pseudonym.ts';
import { command, query } from './define.ts';
import { RecordId } from './records.ts';

/**
 * The table of who a record is about: real name, role, pseudonym. It stays in the workspace. No operation writes it to a
 * file, no pack has a place for it, search does not read it; it goes when its record is purged.
 *
 * A matter is the records that share a case number, or that were linked as one matter by hand, or are joined through others
 * that are: of those that have parties or such a link. In a matter a name has one pseudonym, and a pseudonym one name.
 */

/** UUIDv7, lower case. */
export const PartyId = z.uuid().brand<'PartyId'>();
export type PartyId = z.output<typeof PartyId>;

export const PartyRole = z.enum(partyRoles);
export const PseudonymStyle = z.enum(pseudonymStyles);

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .pipe(z.string().min(1).max(longest));

/** Why a pseudonym needs a look: another record of the matter has a different one for the name, or the same one for another name. */
export const PseudonymClash = z.enum(['differs', 'shared']);
export type PseudonymClash = z.output<typeof PseudonymClash>;

export const Party = z.object({
  id: PartyId,
  name: z.string(),
  role: PartyRole,
  isMinor: z.boolean(),
  pseudonym: z.string(),
  /** Written by a person, not suggested. */
  isChosen: z.boolean(),
  clash: PseudonymClash.nullable(),
});
export type Party = z.output<typeof Party>;

/** Somebody who may belong into the table: named in the text after a role, or known from another record of the matter. */
export const SuggestedParty = z.object({
  name: z.string(),
  role: PartyRole,
  from: z.enum(['text', 'matter']),
});
export type SuggestedParty = z.output<typeof SuggestedParty>;

/** Another record of the matter. `isLinked`: by hand, with this one. */
export const MatterRecord = z.object({ id: RecordId, title: z.string(), isLinked: z.boolean() });
export type MatterRecord = z.output<typeof MatterRecord>;

const Ids = z.object({ id: PartyId });
const Link = z.object({ recordId: RecordId, otherId: RecordId });

export const parties = {
  /**
   * The parties of a record in the order they were added, at most 500; at most 100 suggestions and 100 records of the same
   * matter. Fails: `record-not-found`.
   */
  'parties.list': query(
    z.object({ recordId: RecordId }),
    z.object({
      parties: z.array(Party),
      suggested: z.array(SuggestedParty),
      matter: z.array(MatterRecord),
      style: PseudonymStyle,
    }),
  ),
  /**
   * Adds a party (without `id`) or changes one. `pseudonym: null` has one suggested: the one that the matter has for the
   * name, or a new one; one that is given holds in all records of the matter. `renamed`: whose pseudonym was changed beside,
   * because two would have been equal. A minor's pseudonym holds no character of the given name. Name at most 100
   * characters, pseudonym 50. Fails: `record-not-found`, `record-read-only`, `record-in-trash`, `party-not-found`,
   * `party-name-taken`, `party-pseudonym-taken`, `party-minor-recognisable`, `parties-too-many`.
   */
  'parties.save': command(
    z.object({
      recordId: RecordId,
      id: PartyId.nullable(),
      name: line(100),
      role: PartyRole,
      isMinor: z.boolean(),
      pseudonym: line(50).nullable(),
    }),
    z.object({
      id: PartyId,
      pseudonym: z.string(),
      renamed: z.array(z.object({ name: z.string(), pseudonym: z.string() })),
    }),
  ),
  /** Takes a party out of the table of its record; the matter's other records keep theirs. Fails: `party-not-found`. */
  'parties.remove': command(Ids, z.object({})),
  /**
   * Gives every name of the record's matter one pseudonym, the one it had first, and every pseudonym one name. Fails:
   * `record-not-found`.
   */
  'parties.settle': command(z.object({ recordId: RecordId }), z.object({ changed: z.number() })),
  /** Two records are one matter though they share no case number. Fails: `record-not-found`. */
  'parties.link': command(Link, z.object({})),
  /** Takes that back; records that share a case number stay one matter. Fails: `record-not-found`. */
  'parties.unlink': command(Link, z.object({})),
  /** How equal pseudonyms are told apart from now on, in the whole workspace: 何某甲 or 何某1. */
  'parties.setStyle': command(z.object({ style: PseudonymStyle }), z.object({})),
};
