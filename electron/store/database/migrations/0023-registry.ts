import type { Database } from 'better-sqlite3';

/**
 * The desk's own books. `registry_offices`: `name_key` is the name as two of them are compared, `search_text` all words folded, `batches`
 * as `,2022,2024,`, `contacts` JSON of names and telephones. `caseload_figures`: `office_id` is of the registry or, as long as no office
 * there is known to be the sender, of the card. `designation_choices`: the board that is open. `designation_decisions`: a whole board
 * as it was decided, as JSON that nothing changes any more.
 *
 * What came in is counted as it comes, by triggers, so that the overview reads a few thousand rows whatever there is: by sender, month
 * (Beijing time) and state; by keyword and month, where the month '' is all of them. Only what was submitted is counted, not guidance.
 */
export default function registry(db: Database): void {
  db.exec(`
    CREATE TABLE registry_offices (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      sort_key TEXT NOT NULL,
      region TEXT NOT NULL,
      level TEXT,
      batches TEXT NOT NULL,
      provincial TEXT NOT NULL,
      zone TEXT NOT NULL,
      contacts TEXT NOT NULL,
      notes TEXT NOT NULL,
      search_text TEXT NOT NULL,
      card_office_id TEXT,
      is_sample INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      changed_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX registry_offices_by_card ON registry_offices (card_office_id) WHERE card_office_id IS NOT NULL;
    CREATE INDEX registry_offices_by_region ON registry_offices (region, sort_key, number);

    CREATE TABLE caseload_figures (
      office_id TEXT NOT NULL,
      period TEXT NOT NULL,
      kind TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (office_id, period, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX caseload_figures_by_period ON caseload_figures (period, kind, office_id, count);
    CREATE TABLE caseload_periods (
      office_id TEXT NOT NULL,
      period TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('typed', 'file', 'pack')),
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (office_id, period)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE designation_choices (
      office_id TEXT PRIMARY KEY REFERENCES registry_offices (id) ON DELETE CASCADE,
      is_chosen INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE designation_decisions (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      reasons TEXT NOT NULL,
      board TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE received_counts (
      sender_id TEXT NOT NULL,
      month TEXT NOT NULL,
      state TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (sender_id, month, state)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE received_topics (
      record_number INTEGER NOT NULL REFERENCES received_records (record_number) ON DELETE CASCADE,
      keyword TEXT NOT NULL,
      month TEXT NOT NULL,
      PRIMARY KEY (record_number, keyword)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_topics_by_keyword ON received_topics (keyword, month, record_number);
    CREATE TABLE topic_counts (
      month TEXT NOT NULL,
      keyword TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (month, keyword)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_records_by_time ON received_records (library, received_at, record_number, sender_id, state);
    CREATE INDEX received_records_by_sender ON received_records (sender_id, library, received_at, record_number, state);
  `);
  const month = (row: string) =>
    `strftime('%Y-%m', ${row}.received_at / 1000, 'unixepoch', '+8 hours')`;
  const topics = (row: string) => `
    INSERT OR IGNORE INTO received_topics (record_number, keyword, month)
      SELECT ${row}.record_number, trim(value), ${month(row)}
      FROM records, json_each(records.keywords)
      WHERE records.number = ${row}.record_number AND trim(value) <> '';`;
  const more = `
    INSERT INTO received_counts VALUES (NEW.sender_id, ${month('NEW')}, NEW.state, 1)
      ON CONFLICT DO UPDATE SET count = count + 1;`;
  const fewer = `
    UPDATE received_counts SET count = count - 1
      WHERE sender_id = OLD.sender_id AND month = ${month('OLD')} AND state = OLD.state;
    DELETE FROM received_counts
      WHERE sender_id = OLD.sender_id AND month = ${month('OLD')} AND state = OLD.state AND count <= 0;`;
  db.exec(`
    CREATE TRIGGER received_is_counted AFTER INSERT ON received_records WHEN NEW.library = 'received'
      BEGIN ${more} ${topics('NEW')} END;
    CREATE TRIGGER received_is_uncounted AFTER DELETE ON received_records WHEN OLD.library = 'received'
      BEGIN ${fewer} END;
    CREATE TRIGGER received_is_counted_anew
      AFTER UPDATE OF state, sender_id, received_at ON received_records WHEN NEW.library = 'received'
      BEGIN
        ${fewer} ${more}
        UPDATE received_topics SET month = ${month('NEW')}
          WHERE record_number = NEW.record_number AND month <> ${month('NEW')};
      END;
    CREATE TRIGGER received_keywords_changed AFTER UPDATE OF keywords ON records
      WHEN OLD.keywords <> NEW.keywords
        AND EXISTS (SELECT 1 FROM received_records WHERE record_number = NEW.number AND library = 'received')
      BEGIN
        DELETE FROM received_topics WHERE record_number = NEW.number;
        INSERT OR IGNORE INTO received_topics (record_number, keyword, month)
          SELECT received.record_number, trim(value), ${month('received')}
          FROM received_records AS received, json_each(NEW.keywords)
          WHERE received.record_number = NEW.number AND trim(value) <> '';
      END;
    CREATE TRIGGER topic_is_counted AFTER INSERT ON received_topics
      BEGIN
        INSERT INTO topic_counts VALUES (NEW.month, NEW.keyword, 1), ('', NEW.keyword, 1)
          ON CONFLICT DO UPDATE SET count = count + 1;
      END;
    CREATE TRIGGER topic_is_uncounted AFTER DELETE ON received_topics
      BEGIN
        UPDATE topic_counts SET count = count - 1 WHERE keyword = OLD.keyword AND month IN ('', OLD.month);
        DELETE FROM topic_counts WHERE keyword = OLD.keyword AND month IN ('', OLD.month) AND count <= 0;
      END;
    CREATE TRIGGER topic_is_moved AFTER UPDATE OF month ON received_topics
      BEGIN
        UPDATE topic_counts SET count = count - 1 WHERE keyword = OLD.keyword AND month = OLD.month;
        DELETE FROM topic_counts WHERE keyword = OLD.keyword AND month = OLD.month AND count <= 0;
        INSERT INTO topic_counts VALUES (NEW.month, NEW.keyword, 1)
          ON CONFLICT DO UPDATE SET count = count + 1;
      END;

    INSERT INTO received_counts
      SELECT sender_id, ${month('received_records')}, state, count(*) FROM received_records
      WHERE library = 'received' GROUP BY 1, 2, 3;
    INSERT OR IGNORE INTO received_topics (record_number, keyword, month)
      SELECT received.record_number, trim(value), ${month('received')}
      FROM received_records AS received JOIN records ON records.number = received.record_number, json_each(records.keywords)
      WHERE received.library = 'received' AND trim(value) <> '';
  `);
}
