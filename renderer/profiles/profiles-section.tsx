import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../../shared/contract/profiles.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { RuleSwitch } from '../review/rule-switch.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { AddProfile } from './add-profile.tsx';
import { ChangeProfile } from './change-profile.tsx';
import styles from './profiles.module.css';
import { RemoveProfile } from './remove-profile.tsx';

type Open = { dialog: 'add' } | { dialog: 'change' | 'remove'; profile: Profile } | null;

/** In the settings: who works here, and what they may do. */
export function ProfilesSection() {
  const { profiles } = useWords();
  const notices = useNotices();
  const [open, setOpen] = useState<Open>(null);
  const list = useQuery('profiles.list', {});
  const items = list.data?.items ?? [];
  const me = items.find(({ isCurrent }) => isCurrent);
  const close = () => setOpen(null);
  return (
    <PageSection
      title={profiles.title}
      text={profiles.text}
      actions={
        me?.isReviewer === true && (
          <Button variant="default" onClick={() => setOpen({ dialog: 'add' })}>
            {profiles.add}
          </Button>
        )
      }
    >
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      <ul className={styles.people}>
        {items.map((profile) => (
          <Person key={profile.id} profile={profile} me={me} onOpen={setOpen} />
        ))}
      </ul>
      <RuleSwitch mayDecide={me?.isReviewer === true} />
      {open?.dialog === 'add' && (
        <AddProfile
          onClose={close}
          onAdded={(name) => {
            close();
            notices.say(profiles.added(name));
          }}
        />
      )}
      {open?.dialog === 'change' && (
        <ChangeProfile
          profile={open.profile}
          mayChangeRole={me?.isReviewer === true}
          onClose={close}
        />
      )}
      {open?.dialog === 'remove' && <RemoveProfile profile={open.profile} onClose={close} />}
    </PageSection>
  );
}

type PersonProps = { profile: Profile; me: Profile | undefined; onOpen: (open: Open) => void };

function Person({ profile, me, onOpen }: PersonProps) {
  const { profiles } = useWords();
  const { name, isReviewer, isCurrent, createdAt, removedAt } = profile;
  const shown = name ?? profiles.unnamed;
  const isHere = removedAt === null;
  const mayChange = isHere && (isCurrent || me?.isReviewer === true);
  return (
    <li className={styles.person} aria-label={shown}>
      <span className={styles.name} data-gone={!isHere || undefined}>
        {shown}
        {isCurrent && <span className={styles.note}>{profiles.you}</span>}
      </span>
      <span className={styles.note}>{isReviewer ? profiles.reviewer : profiles.officer}</span>
      <span className={styles.note}>
        {isHere ? profiles.since(formatDate(createdAt)) : profiles.removed(formatDate(removedAt))}
      </span>
      <span className={styles.actions}>
        {mayChange && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={profiles.changeOf(shown)}
            onClick={() => onOpen({ dialog: 'change', profile })}
          >
            {profiles.change}
          </Button>
        )}
        {isHere && !isCurrent && me?.isReviewer === true && (
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={profiles.removeOf(shown)}
            onClick={() => onOpen({ dialog: 'remove', profile })}
          >
            {profiles.remove}
          </Button>
        )}
      </span>
    </li>
  );
}
