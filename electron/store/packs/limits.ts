/**
 * What a pack may be, for writing and reading alike (docs/pack-format.md). Sizes in bytes. A record of the largest document
 * (5,000,000 characters) fits.
 */
export const limits = {
  packFile: 2 * 1024 ** 3,
  /** Everything inside, unpacked. */
  unpacked: 4 * 1024 ** 3,
  entries: 20_000,
  /** Unpacked to packed, of entries over 1 MiB. */
  ratio: 200,
  tagFiles: 8 * 1024 ** 2,
  recordFile: 128 * 1024 ** 2,
  /** Figures of one period: 200 lines. */
  caseloadFile: 64 * 1024,
  /** age's header, recipients included. */
  ageHeader: 64 * 1024,
  recipients: 200,
  /** The payload of one pack that this version writes: with everything around it, what may be read. */
  written: 2 * 1024 ** 3 - 64 * 1024 ** 2,
  /** What is kept of packs that were written, to be sent again. */
  sentCopies: 8 * 1024 ** 3,
  /** Attachments of one record in a pack. */
  attachments: 500,
  /** Lines of the pre-flight report. */
  decisions: 20_000,
} as const;
