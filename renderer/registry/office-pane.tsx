import { Button } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import type { RegistryId, RegistryOffice } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { OfficeFigures } from '../caseload/office-figures.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { CardPart } from './card-part.tsx';
import styles from './registry.module.css';

type Doing = {
  onEdit: (office: RegistryOffice) => void;
  onRemove: (office: RegistryOffice) => void;
  onFigures: (office: RegistryOffice, period: string | null) => void;
};

/** One office: what is known of it, its card, its figures. */
export function OfficePane({ id, ...doing }: Doing & { id: RegistryId | null }) {
  const { registry } = useSpeech().words;
  return (
    <main
      className={styles.page}
      id="document"
      aria-label={registry.details}
      data-pane
      tabIndex={-1}
    >
      {id === null ? (
        <EmptyPlace
          icon={IconBuildingBank}
          title={registry.noneOpen}
          text={registry.noneOpenText}
        />
      ) : (
        <OpenOffice key={id} id={id} {...doing} />
      )}
    </main>
  );
}

function OpenOffice({ id, onEdit, onRemove, onFigures }: Doing & { id: RegistryId }) {
  const { words, language } = useSpeech();
  const { registry } = words;
  const view = useView();
  const { data: office, failure } = useQuery('registry.get', { id });
  if (failure?.code === 'registry-office-not-found') {
    return (
      <EmptyPlace icon={IconBuildingBank} title={registry.noneOpen} text={registry.noneOpenText} />
    );
  }
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (office === undefined) return null;
  const { fields } = registry;
  const shown = (text: string) =>
    text === '' ? <span className={styles.unknown}>{registry.none}</span> : text;
  return (
    <article className={styles.column}>
      <p className={styles.kind}>
        {codeName('region', office.region, language)}
        {office.isSample && <span className={styles.sample}>{registry.isSample}</span>}
      </p>
      <h1 className={`han ${styles.heading}`}>{office.name}</h1>
      <div className={styles.tools}>
        <Button variant="default" onClick={() => onEdit(office)}>
          {registry.edit}
        </Button>
        <Button variant="default" onClick={() => view.go({ at: 'situation', officeId: office.id })}>
          {registry.toSituation}
        </Button>
        <Button variant="default" onClick={() => onRemove(office)}>
          {registry.remove}
        </Button>
      </div>
      <section className={styles.part} aria-label={registry.details}>
        <Facts
          facts={[
            {
              name: fields.level,
              value: shown(office.level === null ? '' : registry.levels[office.level]),
            },
            {
              name: fields.batches,
              value:
                office.batches.length === 0
                  ? registry.noBatch
                  : office.batches.map((batch) => registry.batches[batch]).join(' · '),
            },
            { name: fields.provincial, value: shown(office.provincial) },
            { name: fields.demonstrationZone, value: shown(office.demonstrationZone) },
            {
              name: fields.contacts,
              value:
                office.contacts.length === 0 ? (
                  shown('')
                ) : (
                  <ul className={styles.contacts}>
                    {office.contacts.map(({ name, phone }) => (
                      <li key={`${name} ${phone}`}>
                        {name} <span className={styles.phone}>{phone}</span>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              name: fields.notes,
              value: <span className={styles.notes}>{shown(office.notes)}</span>,
            },
          ]}
        />
      </section>
      <CardPart office={office} />
      <OfficeFigures office={office} onChange={(period) => onFigures(office, period)} />
    </article>
  );
}
