/** SQL over `comment_threads`: what was said last about what becomes of the thread, if anything, leaves it open (`stateOf`). */
export const IS_OPEN_THREAD = `ifnull(
  (SELECT kind FROM comment_entries WHERE thread_id = comment_threads.id AND kind <> 'said' ORDER BY at DESC, id DESC LIMIT 1),
  'reopened') = 'reopened'`;
