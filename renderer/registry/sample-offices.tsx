import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './registry.module.css';

/** What an empty registry offers besides the import: invented offices to try things out with. */
export function SampleOffices() {
  const { words, count } = useSpeech();
  const { registry } = words;
  const notices = useNotices();
  const add = useCommand('registry.addSamples');
  const run = async () => {
    const done = await add.run({});
    if (done !== undefined) notices.say(registry.samplesAdded(count(done.added)));
  };
  return (
    <div className={styles.offer}>
      <p className={styles.offerText}>{registry.samplesText}</p>
      <Button variant="subtle" loading={add.isRunning} onClick={() => void run()}>
        {registry.samples}
      </Button>
      {add.failure !== undefined && <FailureNotice failure={add.failure} />}
    </div>
  );
}
