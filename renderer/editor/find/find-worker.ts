import { findInTexts, type FindQuery } from './find-in-texts.ts';

type Question = { texts: string[]; query: FindQuery };

// A thread of its own, so that an expression that never ends can be ended.
self.addEventListener('message', (event: MessageEvent<Question>) => {
  self.postMessage(findInTexts(event.data.texts, event.data.query));
});
