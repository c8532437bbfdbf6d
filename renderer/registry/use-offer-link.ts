import { call } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { failureOf } from '../api/client.ts';
import { useNotices } from '../app/notices.tsx';
import { useWorkspace } from '../app/session.tsx';
import { useWords } from '../app/words.tsx';

/**
 * After a card was enrolled at a desk: says so, and offers to link it to the office of the registry whose name is most alike. Only
 * offered, since two offices may be called nearly the same.
 */
export function useOfferLink() {
  const { registry } = useWords();
  const { kind } = useWorkspace();
  const notices = useNotices();
  return async (cardOfficeId: string, sentence: string): Promise<void> => {
    if (kind === 'contact-point') return notices.say(sentence);
    const answer = await call('registry.unlinkedCards', {}).catch(() => ({ items: [] }));
    const card = answer.items.find((one) => one.cardOfficeId === cardOfficeId);
    const [best] = card?.suggestions ?? [];
    if (best === undefined) return notices.say(sentence);
    notices.say(sentence, {
      label: registry.offerLink(best.name),
      run: () => {
        callCommand('registry.link', { id: best.id, cardOfficeId }).then(
          () => notices.say(registry.linked(best.name)),
          (error: unknown) => notices.fail(failureOf(error)),
        );
      },
    });
  };
}
