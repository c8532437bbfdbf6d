import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useState } from 'react';
import type { Party, SuggestedParty } from '../../shared/contract/parties.ts';
import type { FullRecord } from '../../shared/contract/records.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { MatterRecords } from './matter-records.tsx';
import styles from './parties.module.css';
import { PartyDialog } from './party-dialog.tsx';
import { useSaveParty } from './use-save-party.ts';

/** Who the open record is about, under what pseudonyms; who may be missing; and the records of the same matter. */
export function PartiesGroup({ record }: { record: FullRecord }) {
  const { words, count } = useSpeech();
  const { parties } = words;
  const notices = useNotices();
  const [opened, setOpened] = useState<Party | 'new'>();
  const list = useQuery('parties.list', { recordId: record.id });
  const saving = useSaveParty(record.id);
  const settling = useCommand('parties.settle');
  const isFixed = record.trashedAt !== null;
  const items = list.data?.parties ?? [];
  const suggested = isFixed ? [] : (list.data?.suggested ?? []);
  const settle = async () => {
    const settled = await settling.run({ recordId: record.id });
    if (settled !== undefined) notices.say(parties.settled(count(settled.changed)));
  };
  const add = ({ name, role }: SuggestedParty) =>
    saving.save({ id: null, name, role, isMinor: role === 'minor', pseudonym: null });
  const failure = list.failure ?? saving.failure ?? settling.failure;
  const fold = useFold('parties', styles.group);
  return (
    <section {...fold.section} aria-label={parties.title}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{parties.title}</FoldHeading>
        {items.length > 0 && <span className={styles.count}>{count(items.length)}</span>}
        {!isFixed && (
          <Tooltip label={parties.add}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={parties.add}
              onClick={() => setOpened('new')}
            >
              <IconUserPlus size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {list.data !== undefined && items.length === 0 && (
        <p className={styles.hint}>{isFixed ? parties.noneFixed : parties.none}</p>
      )}
      <ul className={styles.list}>
        {items.map((party) => (
          <PartyItem
            key={party.id}
            party={party}
            isFixed={isFixed}
            onOpen={() => setOpened(party)}
          />
        ))}
      </ul>
      {!isFixed && items.some(({ clash }) => clash !== null) && (
        <Button variant="light" size="compact-xs" onClick={() => void settle()}>
          {parties.settle}
        </Button>
      )}
      {suggested.length > 0 && <Suggested items={suggested} onAdd={(one) => void add(one)} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <MatterRecords
        recordId={record.id}
        records={list.data?.matter ?? []}
        style={list.data?.style ?? 'stems'}
        isFixed={isFixed}
      />
      {opened !== undefined && (
        <PartyDialog
          recordId={record.id}
          party={opened === 'new' ? null : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}

type ItemProps = { party: Party; isFixed: boolean; onOpen: () => void };

function PartyItem({ party, isFixed, onOpen }: ItemProps) {
  const { parties, partyRoles, pseudonymClashes } = useSpeech().words;
  const facts = [partyRoles[party.role]];
  if (party.isMinor && party.role !== 'minor') facts.push(parties.isMinor);
  return (
    <li>
      <UnstyledButton
        className={styles.item}
        title={parties.edit(party.name)}
        disabled={isFixed}
        onClick={onOpen}
      >
        <span className={styles.names}>
          <bdi className={styles.real}>{party.name}</bdi>
          <bdi className={styles.pseudonym}>{party.pseudonym}</bdi>
        </span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
        {party.clash !== null && (
          <span className={styles.clash}>{pseudonymClashes[party.clash]}</span>
        )}
      </UnstyledButton>
    </li>
  );
}

type SuggestedProps = { items: readonly SuggestedParty[]; onAdd: (party: SuggestedParty) => void };

function Suggested({ items, onAdd }: SuggestedProps) {
  const { parties, partyRoles } = useSpeech().words;
  return (
    <div>
      <h4 className={styles.under}>{parties.suggested}</h4>
      <ul className={styles.chips}>
        {items.map((party) => (
          <li key={party.name}>
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<IconPlus size={12} stroke={1.75} aria-hidden />}
              aria-label={parties.addNamed(party.name, partyRoles[party.role])}
              onClick={() => onAdd(party)}
            >
              {party.name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
