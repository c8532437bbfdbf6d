import { UnstyledButton } from '@mantine/core';
import type { CallOutput } from '../../shared/contract/index.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../app/words.tsx';
import type { Open } from './behind.ts';
import styles from './situation.module.css';
import type { Months } from './use-scope.ts';

type Props = { overview: CallOutput<'situation.overview'>; months: Months; open: Open };

/** Where nobody is, and who has not been heard from. */
export function Gaps({ overview, months, open }: Props) {
  const { words, language, count } = useSpeech();
  const { situation } = words;
  const empty = overview.regions.filter(({ points }) => points === 0);
  const silent = overview.regions.reduce((sum, region) => sum + region.silent, 0);
  const { outside, settings } = overview;
  return (
    <section className={styles.part} aria-label={situation.gaps}>
      <h2 className={styles.partName}>{situation.gaps}</h2>
      <p className={styles.text}>{situation.gapsText(count(settings.silentAfterDays))}</p>
      <ul className={styles.gaps}>
        <li>
          {empty.length === 0 ? situation.everyRegion : situation.withoutPoint(count(empty.length))}
          {empty.length > 0 && empty.length < 32 && (
            <span className={styles.names}>
              {empty
                .map(({ region }) => codeName('region', region, language))
                .join(language === 'zh-CN' ? '、' : ', ')}
            </span>
          )}
        </li>
        <li>
          {silent === 0 ? (
            situation.noneSilent
          ) : (
            <UnstyledButton
              className={styles.number}
              onClick={() =>
                open({
                  what: 'offices',
                  title: situation.silentPoints(count(silent)),
                  question: { only: 'silent', ...months },
                })
              }
            >
              {situation.silentPoints(count(silent))}
            </UnstyledButton>
          )}
        </li>
        {outside.submissions > 0 && (
          <li>
            <UnstyledButton
              className={styles.number}
              onClick={() =>
                open({
                  what: 'records',
                  title: situation.outsideList,
                  question: { outside: true, ...months },
                })
              }
            >
              {situation.outside(count(outside.submissions))}
            </UnstyledButton>
          </li>
        )}
      </ul>
    </section>
  );
}
