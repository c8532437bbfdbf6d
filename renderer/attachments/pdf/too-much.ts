/** What the thread says when a file asks for more memory than any should. */
export const TOO_MUCH = 'too-much';
