import { Switch } from '@mantine/core';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';

/** In the settings: whether only approved records may leave. */
export function RuleSwitch({ mayDecide }: { mayDecide: boolean }) {
  const { review } = useWords();
  const rule = useQuery('review.rule', {});
  const set = useCommand('review.setRule');
  return (
    <>
      <Switch
        label={review.ruleTitle}
        description={review.ruleText}
        mt={12}
        disabled={!mayDecide || rule.data === undefined}
        checked={rule.data?.needsApproval ?? true}
        onChange={(event) => void set.run({ needsApproval: event.currentTarget.checked })}
      />
      {set.failure !== undefined && <FailureNotice failure={set.failure} />}
    </>
  );
}
