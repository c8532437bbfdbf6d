/**
 * SQL: whether a line of `received_changes` is the forwarding of a record, at a provincial office. Accepting by forwarding is called by its
 * name wherever a state is shown, and in receipts.
 */
export function isForwarding(changeId: string): string {
  return `EXISTS (SELECT 1 FROM endorsed_records AS went JOIN received_records AS whose USING (sender_id, record_id)
    WHERE whose.record_number = (SELECT record_number FROM received_changes WHERE id = ${changeId}) AND went.change_id = ${changeId})`;
}

/** SQL: how a row of `received_records`, named `held`, is said to stand. */
export function shownState(held: string): string {
  return `iif(${held}.state = 'accepted' AND EXISTS (SELECT 1 FROM endorsed_records AS went
    WHERE went.sender_id = ${held}.sender_id AND went.record_id = ${held}.record_id
      AND went.change_id = (SELECT max(id) FROM received_changes WHERE record_number = ${held}.record_number)),
    'endorsed', ${held}.state)`;
}
