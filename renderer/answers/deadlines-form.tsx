import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { Deadlines } from '../../shared/contract/answers.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import styles from './answers.module.css';

/** Within how many days this office answers. */
export function DeadlinesForm() {
  const { answers } = useWords();
  const { data } = useQuery('received.deadlines', {});
  return (
    <PageSection title={answers.deadlines} text={answers.deadlinesText}>
      {data !== undefined && <Form key={JSON.stringify(data)} deadlines={data} />}
    </PageSection>
  );
}

function Form({ deadlines }: { deadlines: Deadlines }) {
  const { answers } = useWords();
  const notices = useNotices();
  const set = useCommand('received.setDeadlines');
  const [received, setReceived] = useState<string | number>(deadlines.received ?? '');
  const [accepted, setAccepted] = useState<string | number>(deadlines.accepted ?? '');
  const save = async () => {
    const change = { ...deadlines, received: daysOf(received), accepted: daysOf(accepted) };
    if ((await set.run(change)) !== undefined) notices.say(answers.saved);
  };
  const field = { min: 1, max: 3650, allowDecimal: false, w: 160, size: 'sm' } as const;
  return (
    <form
      className={styles.days}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <NumberInput
        {...field}
        label={answers.daysReceived}
        value={received}
        onChange={setReceived}
      />
      <NumberInput
        {...field}
        label={answers.daysAccepted}
        value={accepted}
        onChange={setAccepted}
      />
      <Button type="submit" variant="default">
        {answers.save}
      </Button>
      {set.failure !== undefined && <FailureNotice failure={set.failure} />}
    </form>
  );
}

const daysOf = (value: string | number) => (value === '' ? null : Number(value));
