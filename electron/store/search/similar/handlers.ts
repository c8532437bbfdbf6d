import type { Handlers } from '../../../../shared/contract/define.ts';
import type { similar, SimilarRecord } from '../../../../shared/contract/similar.ts';
import { databaseOf, type StoreContext } from '../../context.ts';
import { createTurns, runInSteps, type Steps } from '../steps.ts';
import { similarInSteps } from './find-similar.ts';
import { subjectOfPassage, subjectOfRecord, type Subject } from './subject.ts';

const takeTurn = createTurns();

export const similarHandlers: Handlers<typeof similar, StoreContext> = {
  'similar.toRecord': (context, { id, limit, withOthers, asker }) => {
    const db = databaseOf(context);
    return answer(context, () => subjectOfRecord(db, id), { limit, withOthers }, asker);
  },
  'similar.toPassage': (context, { passage, limit, withOthers, asker }) =>
    answer(context, () => subjectOfPassage(passage), { limit, withOthers }, asker),
};

function answer(
  context: StoreContext,
  read: () => Subject,
  asked: { limit: number; withOthers: boolean },
  asker: string | undefined,
): Promise<{ items: SimilarRecord[] }> {
  const db = databaseOf(context);
  function* steps(): Steps<{ items: SimilarRecord[] }> {
    return { items: yield* similarInSteps(db, read(), asked) };
  }
  return runInSteps(steps(), takeTurn(asker));
}
