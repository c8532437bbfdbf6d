import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { RegistryId } from '../../shared/contract/registry.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech, useWords } from '../app/words.tsx';
import styles from './registry.module.css';

const SHOWN = 3;

/** Cards that were enrolled and belong to nobody of the registry, with who they may be. Nothing is linked by itself. */
export function CardSuggestions({ onOpen }: { onOpen: (id: RegistryId) => void }) {
  const { words, count } = useSpeech();
  const { app, registry } = words;
  const [isHidden, setHidden] = useState(false);
  const cards = useQuery('registry.unlinkedCards', {}).data?.items ?? [];
  const total = useQuery('registry.counts', {}).data?.total ?? 0;
  const link = useLinkCard();
  if (isHidden || cards.length === 0 || total === 0) return null;
  return (
    <aside
      className={styles.suggestions}
      aria-label={registry.suggestionTitle(count(cards.length))}
    >
      <div className={styles.suggestionHead}>
        <p>{registry.suggestionTitle(count(cards.length))}</p>
        <CloseButton size="xs" aria-label={app.dismiss} onClick={() => setHidden(true)} />
      </div>
      <ul>
        {cards.slice(0, SHOWN).map(({ cardOfficeId, name, suggestions: [best] }) => (
          <li key={cardOfficeId} className={styles.suggestion}>
            <span className="han">
              {best === undefined
                ? registry.suggestionNone(name)
                : registry.suggestion(name, best.name)}
            </span>
            {best !== undefined && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() =>
                  void link(best.id, cardOfficeId, name).then((isDone) => isDone && onOpen(best.id))
                }
              >
                {registry.link}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** Links a card and says so. Answers whether it went well. */
function useLinkCard() {
  const { registry } = useWords();
  const notices = useNotices();
  return async (id: RegistryId, cardOfficeId: string, name: string): Promise<boolean> => {
    try {
      await callCommand('registry.link', { id, cardOfficeId });
      notices.say(registry.linked(name), {
        label: registry.undo,
        run: () => {
          callCommand('registry.link', { id, cardOfficeId: null }).catch((error: unknown) =>
            notices.fail(failureOf(error)),
          );
        },
      });
      return true;
    } catch (error) {
      notices.fail(failureOf(error));
      return false;
    }
  };
}
