import { Button, Select } from '@mantine/core';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import styles from './registry.module.css';

/** Which enrolled card an office has; chosen and taken away here. */
export function CardPart({ office }: { office: RegistryOffice }) {
  const { points, registry } = useWords();
  const notices = useNotices();
  const cards = useQuery('points.list', {}).data?.items ?? [];
  const free = useQuery('registry.unlinkedCards', {}).data?.items ?? [];
  const card = cards.find(({ id }) => id === office.cardOfficeId);
  const link = async (cardOfficeId: string | null) => {
    try {
      await callCommand('registry.link', { id: office.id, cardOfficeId });
      const named = cards.find(({ id }) => id === cardOfficeId)?.name;
      const back = office.cardOfficeId;
      notices.say(named === undefined ? registry.unlinked : registry.linked(named), {
        label: registry.undo,
        run: () => void link(back),
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <section className={styles.part} aria-label={registry.card}>
      <h2 className={styles.partName}>{registry.card}</h2>
      {office.cardOfficeId !== null ? (
        <div className={styles.cardLine}>
          <div>
            <p className="han">{card?.name ?? office.cardOfficeId}</p>
            {card !== undefined && (
              <p className={styles.hint}>{`${points.enrolledAt} ${formatDate(card.enrolledAt)}`}</p>
            )}
          </div>
          <Button variant="default" size="compact-sm" onClick={() => void link(null)}>
            {registry.unlink}
          </Button>
        </div>
      ) : (
        <>
          <p className={styles.hint}>{registry.noCard}</p>
          {free.length === 0 ? (
            <p className={styles.hint}>{registry.noFreeCards}</p>
          ) : (
            <Select
              mt={8}
              maw={420}
              searchable
              aria-label={registry.linkCard}
              placeholder={registry.chooseCard}
              data={free.map(({ cardOfficeId, name }) => ({ value: cardOfficeId, label: name }))}
              value={null}
              onChange={(chosen) => {
                if (chosen !== null) void link(chosen);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
