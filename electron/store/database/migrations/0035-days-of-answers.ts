import type { Database } from 'better-sqlite3';

/**
 * Until when each received record is to be answered, and the last line of its history, beside it: lists of a hundred thousand are sorted and
 * counted by them. `received_due` says what the day is (milliseconds; null: none): so many days after it came or was accepted, by the
 * deadlines of this office, otherwise for some offices; none for what was forwarded since it came. Triggers keep both columns,
 * whoever writes.
 */
export default function daysOfAnswers(db: Database): void {
  db.exec(`
    ALTER TABLE received_records ADD COLUMN due_at INTEGER;
    ALTER TABLE received_records ADD COLUMN last_change INTEGER NOT NULL DEFAULT 0;

    CREATE VIEW received_due AS
    SELECT record_number, CASE
        WHEN library <> 'received' OR state NOT IN ('received', 'accepted') THEN NULL
        WHEN EXISTS (SELECT 1 FROM endorsed_records AS went
          WHERE went.sender_id = received_records.sender_id AND went.record_id = received_records.record_id
            AND went.change_id > (SELECT max(id) FROM received_changes
              WHERE received_changes.record_number = received_records.record_number AND after = 'received' AND pack_id IS NOT NULL)) THEN NULL
        WHEN state = 'received' THEN received_at + 86400000 * coalesce(
          (SELECT value FROM json_each(days, '$.offices') WHERE key = sender_id), json_extract(days, '$.received'))
        ELSE state_at + 86400000 * json_extract(days, '$.accepted')
      END AS due_at
    FROM received_records, (SELECT coalesce((SELECT value FROM workspace_facts WHERE name = 'answer_deadlines'),
      '{"received":30,"accepted":180,"offices":{}}') AS days);

    UPDATE received_records SET
      due_at = (SELECT due_at FROM received_due WHERE received_due.record_number = received_records.record_number),
      last_change = ifnull((SELECT max(id) FROM received_changes WHERE received_changes.record_number = received_records.record_number), 0);

    CREATE INDEX received_records_by_due
      ON received_records (due_at IS NULL, due_at, received_at DESC, record_number, state, sender_id) WHERE library = 'received';
    CREATE INDEX received_records_untold ON received_records (pack_number, record_number)
      WHERE library = 'received' AND last_change > told_change;
    CREATE INDEX received_records_by_kind ON received_records (kind);
    CREATE INDEX passage_comments_unsent ON passage_comments (record_number) WHERE receipt_id IS NULL;

    CREATE TRIGGER received_records_due_insert AFTER INSERT ON received_records BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE record_number = NEW.record_number)
      WHERE record_number = NEW.record_number;
    END;
    CREATE TRIGGER received_records_due_update AFTER UPDATE OF state, state_at, received_at ON received_records BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE record_number = NEW.record_number)
      WHERE record_number = NEW.record_number;
    END;
    CREATE TRIGGER received_changes_last_insert AFTER INSERT ON received_changes BEGIN
      UPDATE received_records SET last_change = NEW.id,
        due_at = (SELECT due_at FROM received_due WHERE record_number = NEW.record_number)
      WHERE record_number = NEW.record_number;
    END;
    CREATE TRIGGER received_changes_last_delete AFTER DELETE ON received_changes BEGIN
      UPDATE received_records SET
        last_change = ifnull((SELECT max(id) FROM received_changes WHERE record_number = OLD.record_number), 0),
        due_at = (SELECT due_at FROM received_due WHERE record_number = OLD.record_number)
      WHERE record_number = OLD.record_number;
    END;
    CREATE TRIGGER endorsed_records_due_insert AFTER INSERT ON endorsed_records BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE received_due.record_number = received_records.record_number)
      WHERE sender_id = NEW.sender_id AND record_id = NEW.record_id;
    END;
    CREATE TRIGGER endorsed_records_due_delete AFTER DELETE ON endorsed_records BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE received_due.record_number = received_records.record_number)
      WHERE sender_id = OLD.sender_id AND record_id = OLD.record_id;
    END;
    CREATE TRIGGER answer_deadlines_insert AFTER INSERT ON workspace_facts WHEN NEW.name = 'answer_deadlines' BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE received_due.record_number = received_records.record_number)
      WHERE library = 'received';
    END;
    CREATE TRIGGER answer_deadlines_update AFTER UPDATE OF value ON workspace_facts WHEN NEW.name = 'answer_deadlines' BEGIN
      UPDATE received_records SET due_at = (SELECT due_at FROM received_due WHERE received_due.record_number = received_records.record_number)
      WHERE library = 'received';
    END;
  `);
}
