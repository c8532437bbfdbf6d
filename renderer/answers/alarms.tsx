import { Button } from '@mantine/core';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { Notice } from '../ui/notice.tsx';

/** What another office has heard and does not stand here: told until somebody has dealt with it. */
export function Alarms() {
  const { answers } = useWords();
  const { data } = useQuery('answers.alarms', {});
  const dismiss = useCommand('answers.dismissAlarm');
  return data?.items.map(({ id, kind, officeName, number, at }) => (
    <div key={id} role="alert">
      <Notice tone="care" title={answers.alarms.title}>
        {answers.alarms[kind](officeName, String(number ?? ''))} {answers.alarms.next}{' '}
        {formatInstant(at)}
      </Notice>
      <Button
        mt={8}
        mb={16}
        size="compact-sm"
        variant="default"
        onClick={() => void dismiss.run({ id })}
      >
        {answers.alarms.dismiss}
      </Button>
    </div>
  ));
}
