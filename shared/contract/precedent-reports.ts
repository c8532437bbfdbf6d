import * as z from 'zod';
import { command, job, query, Instant } from './define.ts';
import { RecordId, RecordKind } from './records.ts';

/**
 * 类案检索报告, the search that guiding case 191 asks for in cases of intellectual property: (a) guiding cases of the Supreme
 * People's Court and Procuratorate, (b) the same party, (c) the same object. A report is a record of its own (kind
 * `precedent-search-report`); its searches, what they found and what was thought of it stay in the workspace: no pack has a
 * place for them. Into its text they come by `precedentReports.write`, with pseudonyms in place of every name.
 */

/** UUIDv7, lower case. */
export const PrecedentSearchId = z.uuid().brand<'PrecedentSearchId'>();
export type PrecedentSearchId = z.output<typeof PrecedentSearchId>;

/** The three that are offered, and whatever else somebody looks for. */
export const SearchPurpose = z.enum(['guiding', 'party', 'object', 'other']);
export type SearchPurpose = z.output<typeof SearchPurpose>;

/** What a found case means for the matter: `applicable` 可参照, `distinguishable` 有区别, `irrelevant` 不相关. */
export const Verdict = z.enum(['applicable', 'distinguishable', 'irrelevant']);
export type Verdict = z.output<typeof Verdict>;

/** A report lists so many of what one search found; the count says how many there were. */
export const MOST_LISTED = 100;
export const MOST_SEARCHES = 30;

/** In the language of the search box. `kinds` empty means every kind but reports of this kind. */
export const WantedSearch = z.object({
  purpose: SearchPurpose,
  query: z.string().trim().min(1).max(10_000),
  kinds: z.array(RecordKind).max(20).default([]),
});
export type WantedSearch = z.output<typeof WantedSearch>;

export const PrecedentSearch = WantedSearch.extend({
  id: PrecedentSearchId,
  /** When it was run last; null while it has not been run as it stands. */
  ranAt: Instant.nullable(),
  total: z.number().int(),
  /** False: at least so many. */
  isExact: z.boolean(),
  /** How many records there were to be searched. */
  searched: z.number().int(),
  /** How many of what it found the report lists: at most `MOST_LISTED`. */
  listed: z.number().int(),
});
export type PrecedentSearch = z.output<typeof PrecedentSearch>;

/**
 * What the latest run changed. `new`: no run before found it; `gone`: no search finds it any more; `changed`: its text is not
 * what it was when it was judged.
 */
export const HitChange = z.enum(['new', 'gone', 'changed']);
export type HitChange = z.output<typeof HitChange>;

export const PrecedentHit = z.object({
  id: RecordId,
  title: z.string(),
  kind: RecordKind,
  caseNumbers: z.array(z.string()),
  /** Code of list `origin`, and the court or the procuratorate that handled the case. */
  origin: z.string().nullable(),
  office: z.string(),
  /** False: it lies in the trash or was destroyed; title and numbers are what they were. */
  isThere: z.boolean(),
  /** The searches that find it. */
  foundBy: z.array(PrecedentSearchId),
  change: HitChange.nullable(),
  verdict: Verdict.nullable(),
  note: z.string(),
});
export type PrecedentHit = z.output<typeof PrecedentHit>;

export const PrecedentReport = z.object({
  id: RecordId,
  title: z.string(),
  /** The record that the search is for; null if there is none, or if it was destroyed. */
  matter: z.object({ id: RecordId, title: z.string() }).nullable(),
  searches: z.array(PrecedentSearch),
  hits: z.array(PrecedentHit),
  /** When searches, hits and judgments were written into the text last, and whether anything is different since. */
  writtenAt: Instant.nullable(),
  isWritten: z.boolean(),
});
export type PrecedentReport = z.output<typeof PrecedentReport>;

/** What a run changed. */
export const RunReport = z.object({
  searches: z.number().int(),
  added: z.number().int(),
  gone: z.number().int(),
  changed: z.number().int(),
});

const Title = z.string().trim().min(1).max(500);
const Report = z.object({ id: RecordId });

export const precedentReports = {
  /**
   * The three searches for a matter, filled in from its charges, articles, keywords, parties (by their real names: they are
   * looked for at home), identifiers, marks and works; each can be changed before it is run. A search for which the record
   * says nothing has an empty `query`. `reports`: those there are of this matter, newest first. Fails: `record-not-found`,
   * `document-invalid`, `document-newer`.
   */
  'precedentReports.offer': query(
    z.object({ recordId: RecordId }),
    z.object({
      title: z.string(),
      searches: z.array(WantedSearch.extend({ query: z.string() })),
      reports: z.array(z.object({ id: RecordId, title: z.string(), changedAt: Instant })),
    }),
  ),
  /** Every report, newest first, at most 500: to add a search to one. */
  'precedentReports.list': query(
    z.object({}),
    z.object({
      items: z.array(z.object({ id: RecordId, title: z.string(), changedAt: Instant })),
    }),
  ),
  /**
   * A new report with its searches, none of them run. With a matter it gets that one's case numbers, charges, functions, right
   * types and parties, and is linked with it. Fails: `record-not-found`, `record-in-trash`.
   */
  'precedentReports.create': command(
    z.object({
      matterId: RecordId.nullable(),
      title: Title,
      searches: z.array(WantedSearch).min(1).max(MOST_SEARCHES),
    }),
    Report,
  ),
  /** Fails: `record-not-found`, `record-no-report`. */
  'precedentReports.get': query(Report, PrecedentReport),
  /**
   * Adds a search (without `id`) or changes one; a changed one counts as not run. Fails: `record-not-found`,
   * `record-no-report`, `record-in-trash`, `precedent-search-not-found`, `precedent-searches-too-many`.
   */
  'precedentReports.saveSearch': command(
    WantedSearch.extend({ reportId: RecordId, id: PrecedentSearchId.nullable() }),
    z.object({ id: PrecedentSearchId }),
  ),
  /**
   * Takes a search out with what it alone found and nobody has judged. Fails: `record-not-found`, `record-no-report`,
   * `record-in-trash`, `precedent-search-not-found`.
   */
  'precedentReports.removeSearch': command(
    z.object({ reportId: RecordId, id: PrecedentSearchId }),
    z.object({}),
  ),
  /**
   * Runs all searches (`isRefresh`) or those that have not been run as they stand. Judgments are kept. What was gone before and
   * nobody has judged leaves the list. Cancelling keeps nothing of this run. Fails: `record-not-found`, `record-no-report`,
   * `record-in-trash`, `cancelled`.
   */
  'precedentReports.run': job(Report.extend({ isRefresh: z.boolean() }), RunReport),
  /**
   * Judges a hit, or (null) takes the judgment back; what it says from now on is what its text says now. Note at most 5,000
   * characters. Fails: `record-not-found`, `record-no-report`, `record-in-trash`, `precedent-hit-not-found`.
   */
  'precedentReports.judge': command(
    z.object({
      reportId: RecordId,
      hitId: RecordId,
      verdict: Verdict.nullable(),
      note: z.string().trim().max(5000).default(''),
    }),
    z.object({}),
  ),
  /**
   * Writes searches, hits and judgments into the parts 检索情况 and 检索结果 of the report's text, with a pseudonym in place of
   * every party's name, and keeps what stood there before in its history. The other parts stay as they are. Fails:
   * `precedent-report-not-run` if no search was run, `record-not-found`, `record-no-report`, `record-in-trash`, `document-invalid`, `document-newer`, `disk-full`.
   */
  'precedentReports.write': command(Report, z.object({ saves: z.number().int() })),
};
