import { ActionIcon, Button, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconFileImport,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPlus,
} from '@tabler/icons-react';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { isWrittenAt, templates } from '../../shared/templates/index.ts';
import { useQuery } from '../api/use-query.ts';
import styles from './navigation.module.css';
import { allIcon, kindIcons, placeIcons } from '../ui/kind-icons.ts';
import { SavedSearchItems } from '../saved-searches/saved-search-items.tsx';
import { NavigationItem } from './navigation-item.tsx';
import { useWorkspace } from './session.tsx';
import { useView, type OthersLibrary } from './view.tsx';
import { useWords } from './words.tsx';

const kinds = Object.keys(templates) as RecordKind[];
export const ownKinds = kinds.filter((kind) => !templates[kind].isReadOnly);
export const kindsWrittenAt = (workspace: WorkspaceKind) =>
  kinds.filter((kind) => isWrittenAt(kind, workspace));

/** Of a desk and of a provincial office; a contact point has none of them. */
const deskPlaces = ['situation', 'registry', 'designation', 'guide'] as const;

const othersLibraries = ['received', 'guidance'] as const;
/** Where each is looked for before anything came. */
const usual: Record<WorkspaceKind, readonly OthersLibrary[]> = {
  'contact-point': ['guidance'],
  province: ['received', 'guidance'],
  desk: ['received'],
};

type Props = { isOpen: boolean; onToggle: () => void };

/** Nouns and how many there are of each. Folded it is a column of icons with the same names. */
export function Navigation({ isOpen, onToggle }: Props) {
  const words = useWords();
  const { app, kinds: kindWords, packs, points, records, review, settings, sources } = words;
  const { guidance, inbox, situation, registry, designation, search } = words;
  const deskNames = {
    situation: situation.title,
    registry: registry.title,
    designation: designation.title,
    guide: guidance.title,
  };
  const { kind: workspaceKind } = useWorkspace();
  const isDesk = workspaceKind !== 'contact-point';
  const written = kindsWrittenAt(workspaceKind);
  const view = useView();
  const counts = useQuery('records.counts', {}).data;
  const notices = useQuery('answers.notices', {}).data;
  const sourceCounts = useQuery('sources.counts', {}).data?.byType ?? {};
  const sourceCount = Object.values(sourceCounts).reduce((sum, count) => sum + count, 0);
  const waiting = useQuery('review.waiting', {}).data;
  const countOf = (kind: RecordKind) => counts?.byKind[kind] ?? 0;
  const unreadOf = (kind: RecordKind) => counts?.unreadByKind[kind] ?? 0;
  const kindItem = (kind: RecordKind) => (
    <NavigationItem
      key={kind}
      icon={kindIcons[kind]}
      label={kindWords[kind]}
      count={countOf(kind)}
      unread={unreadOf(kind)}
      place={{ at: 'records', kind }}
      isOpen={isOpen}
    />
  );
  const toggle = isOpen ? app.hideNavigation : app.showNavigation;
  const ToggleIcon = isOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <nav className={styles.navigation} aria-label={app.navigation} data-pane data-open={isOpen}>
      <div className={styles.actions}>
        <Action
          icon={<IconPlus size={16} stroke={2} aria-hidden />}
          label={records.newRecord}
          hint={records.newRecordHint}
          isOpen={isOpen}
          isMain
          onClick={() => view.show('new-record')}
        />
        <Action
          icon={<IconFileImport size={16} stroke={1.5} aria-hidden />}
          label={records.importFiles}
          hint={records.importHint}
          isOpen={isOpen}
          onClick={() => view.show('import')}
        />
      </div>
      <div className={styles.places}>
        <div className={styles.group}>
          <ul className={styles.items}>
            <NavigationItem
              icon={placeIcons.home}
              label={guidance.home}
              count={notices?.unreadGuidance ?? 0}
              place={{ at: 'home' }}
              isOpen={isOpen}
            />
          </ul>
        </div>
        {isDesk && (
          <Group label={app.desk} isOpen={isOpen}>
            {deskPlaces.map((at) => (
              <NavigationItem
                key={at}
                icon={placeIcons[at]}
                label={deskNames[at]}
                place={{ at }}
                isOpen={isOpen}
              />
            ))}
          </Group>
        )}
        <Group label={records.mine} isOpen={isOpen}>
          <NavigationItem
            icon={allIcon}
            label={records.all}
            count={written.reduce((sum, kind) => sum + countOf(kind), 0)}
            unread={written.reduce((sum, kind) => sum + unreadOf(kind), 0)}
            place={{ at: 'records', kind: 'all' }}
            isOpen={isOpen}
          />
          {written.map(kindItem)}
          {waiting !== undefined && waiting.count > 0 && (
            <NavigationItem
              icon={placeIcons.review}
              label={review.waiting}
              count={waiting.count}
              place={{ at: 'records', kind: 'all' }}
              where={[{ list: 'waiting', codes: [waiting.who] }]}
              isOpen={isOpen}
            />
          )}
        </Group>
        <Group label={app.library} isOpen={isOpen}>
          {kindItem('precedent')}
          <NavigationItem
            icon={placeIcons.sources}
            label={sources.title}
            count={sourceCount}
            place={{ at: 'sources' }}
            isOpen={isOpen}
          />
          {othersLibraries
            .filter(
              (library) =>
                usual[workspaceKind].includes(library) || (counts?.[library].count ?? 0) > 0,
            )
            .map((library) => (
              <NavigationItem
                key={library}
                icon={placeIcons[library]}
                label={search.libraries[library]}
                count={counts?.[library].count ?? 0}
                unread={counts?.[library].unread ?? 0}
                place={{ at: 'library', library }}
                isOpen={isOpen}
              />
            ))}
        </Group>
        <SavedSearchItems isOpen={isOpen} />
        <Group label={app.exchange} isOpen={isOpen}>
          <NavigationItem
            icon={placeIcons.inbox}
            label={inbox.title}
            place={{ at: 'inbox' }}
            isOpen={isOpen}
          />
          {workspaceKind === 'province' && (
            <NavigationItem
              icon={placeIcons.endorsements}
              label={words.endorsements.title}
              count={notices?.toEndorse ?? 0}
              place={{ at: 'endorsements' }}
              isOpen={isOpen}
            />
          )}
          <NavigationItem
            icon={placeIcons.packs}
            label={packs.title}
            place={{ at: 'packs' }}
            isOpen={isOpen}
          />
          <NavigationItem
            icon={placeIcons.answers}
            label={words.answers.title}
            count={notices === undefined ? 0 : notices.owedPacks + notices.overdue + notices.alarms}
            place={{ at: 'answers' }}
            isOpen={isOpen}
          />
          <NavigationItem
            icon={placeIcons.messages}
            label={words.messages.title}
            count={notices?.unreadMessages ?? 0}
            place={{ at: 'messages' }}
            isOpen={isOpen}
          />
          <NavigationItem
            icon={placeIcons.points}
            label={points.title}
            place={{ at: 'points' }}
            isOpen={isOpen}
          />
        </Group>
      </div>
      <ul className={styles.foot}>
        <NavigationItem
          icon={placeIcons.trash}
          label={records.trash}
          count={counts?.trashed ?? 0}
          place={{ at: 'trash' }}
          isOpen={isOpen}
        />
        <NavigationItem
          icon={placeIcons.settings}
          label={settings.title}
          place={{ at: 'settings' }}
          isOpen={isOpen}
        />
        <li>
          <UnstyledButton className={styles.fold} aria-expanded={isOpen} onClick={onToggle}>
            <ToggleIcon size={17} stroke={1.5} aria-hidden />
            <span className={isOpen ? '' : 'only-for-readers'}>{toggle}</span>
          </UnstyledButton>
        </li>
      </ul>
    </nav>
  );
}

function Group({
  label,
  isOpen,
  children,
}: {
  label: string;
  isOpen: boolean;
  children: React.ReactNode;
}) {
  return (
    <section className={styles.group} aria-label={label}>
      {isOpen && <h2 className={styles.groupName}>{label}</h2>}
      <ul className={styles.items}>{children}</ul>
    </section>
  );
}

type ActionProps = {
  icon: React.ReactNode;
  label: string;
  hint: string;
  isOpen: boolean;
  isMain?: boolean;
  onClick: () => void;
};

function Action({ icon, label, hint, isOpen, isMain = false, onClick }: ActionProps) {
  const variant = isMain ? 'filled' : 'default';
  return (
    <Tooltip label={hint} position="right">
      {isOpen ? (
        <Button
          variant={variant}
          size="compact-md"
          px={10}
          fz={13}
          h={32}
          leftSection={icon}
          onClick={onClick}
        >
          {label}
        </Button>
      ) : (
        <ActionIcon variant={variant} size={32} aria-label={label} onClick={onClick}>
          {icon}
        </ActionIcon>
      )}
    </Tooltip>
  );
}
