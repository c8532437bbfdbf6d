import { Button, UnstyledButton } from '@mantine/core';
import { IconBook2, IconCopy } from '@tabler/icons-react';
import type { Source, SourceId } from '../../shared/contract/sources.ts';
import { fieldsOfType, formOf, type FormMember } from '../../shared/sources/source-form.ts';
import { call, failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import { memberName, typeName } from './source-words.ts';
import styles from './sources.module.css';

type Props = {
  id: SourceId | null;
  onEdit: (source: Source) => void;
  onPurge: (source: Source) => void;
};

/** One source: how it is written in a list of references, what is known of it, who cites it. */
export function SourcePane({ id, onEdit, onPurge }: Props) {
  const { sources } = useSpeech().words;
  return (
    <main
      className={styles.page}
      id="document"
      aria-label={sources.details}
      data-pane
      tabIndex={-1}
    >
      {id === null ? (
        <EmptyPlace icon={IconBook2} title={sources.noneOpen} text={sources.noneOpenText} />
      ) : (
        <OpenSource key={id} id={id} onEdit={onEdit} onPurge={onPurge} />
      )}
    </main>
  );
}

function OpenSource({ id, onEdit, onPurge }: Props & { id: SourceId }) {
  const { words } = useSpeech();
  const { sources } = words;
  const notices = useNotices();
  const { data: source, failure } = useQuery('sources.get', { id });
  if (failure?.code === 'source-not-found') {
    return <EmptyPlace icon={IconBook2} title={sources.noneOpen} text={sources.noneOpenText} />;
  }
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (source === undefined) return null;
  const run = async (name: 'sources.trash' | 'sources.restore') => {
    const back = name === 'sources.trash' ? 'sources.restore' : 'sources.trash';
    try {
      await callCommand(name, { ids: [id] });
      notices.say(name === 'sources.trash' ? sources.trashed : sources.restored, {
        label: sources.undo,
        run: () => {
          callCommand(back, { ids: [id] }).catch((error: unknown) =>
            notices.fail(failureOf(error)),
          );
        },
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const isTrashed = source.trashedAt !== null;
  return (
    <article className={styles.column}>
      <p className={styles.kind}>{typeName(words, source.type)}</p>
      <h1 className={`han ${styles.heading}`}>{source.title}</h1>
      {isTrashed && <p className={styles.hint}>{sources.inTrash}</p>}
      <div className={styles.tools}>
        {isTrashed ? (
          <>
            <Button variant="default" onClick={() => void run('sources.restore')}>
              {sources.restore}
            </Button>
            <Button variant="default" onClick={() => onPurge(source)}>
              {sources.purge}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => onEdit(source)}>
              {sources.edit}
            </Button>
            <Button variant="default" onClick={() => void run('sources.trash')}>
              {sources.trash}
            </Button>
          </>
        )}
      </div>
      <Entry source={source} />
      <section className={styles.part} aria-label={sources.details}>
        <h2 className={styles.partName}>{sources.details}</h2>
        <Facts facts={factsOf(source, (member) => memberName(words, source.type, member))} />
      </section>
      <CitedIn id={id} />
    </article>
  );
}

function Entry({ source }: { source: Source }) {
  const { sources } = useSpeech().words;
  const notices = useNotices();
  const copy = () => {
    call('window.copyText', { text: source.entry }).then(
      () => notices.say(sources.copied),
      (error: unknown) => notices.fail(failureOf(error)),
    );
  };
  return (
    <section className={styles.part} aria-label={sources.entry}>
      <h2 className={styles.partName}>{sources.entry}</h2>
      <p className={`han ${styles.entry}`}>{source.entry}</p>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconCopy size={14} stroke={1.5} aria-hidden />}
        onClick={copy}
      >
        {sources.copyEntry}
      </Button>
    </section>
  );
}

/** An address is shown and never opened: this window goes nowhere. */
function factsOf(source: Source, nameOf: (member: FormMember) => string) {
  const form = formOf(source.item);
  const members: readonly FormMember[] = [
    ...new Set<FormMember>([...fieldsOfType(source.type), ...(Object.keys(form) as FormMember[])]),
  ];
  return members
    .filter((member) => member !== 'title' && (form[member] ?? '') !== '')
    .map((member) => ({
      name: nameOf(member),
      value: <span className={styles.value}>{form[member]}</span>,
    }));
}

const SHOWN = 100;

function CitedIn({ id }: { id: SourceId }) {
  const { words, count } = useSpeech();
  const { sources } = words;
  const { open } = useView();
  const cited = useQuery('sources.citedIn', { id, limit: SHOWN }).data;
  if (cited === undefined) return null;
  return (
    <section className={styles.part} aria-label={sources.citedIn}>
      <h2 className={styles.partName}>
        {cited.total === 0 ? sources.notCited : sources.citedBy(count(cited.total))}
      </h2>
      <ul className={styles.records}>
        {cited.items.map(({ id: recordId, kind, title }) => {
          const KindIcon = kindIcons[kind];
          return (
            <li key={recordId}>
              <UnstyledButton
                className={`han ${styles.record}`}
                onClick={() => open({ id: recordId, terms: [], section: null })}
              >
                <KindIcon size={16} stroke={1.5} aria-hidden />
                <span>{title}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      {cited.total > cited.items.length && (
        <p className={styles.hint}>
          {sources.moreRecords(count(cited.total - cited.items.length))}
        </p>
      )}
    </section>
  );
}
