import type { CallInput } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useCommand, type CommandState } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';

type Input = Omit<CallInput<'parties.save'>, 'recordId'>;

/** Saves a party, and says whose pseudonym had to change beside. Answers whether it was saved. */
export function useSaveParty(recordId: RecordId): Pick<
  CommandState<'parties.save'>,
  'failure' | 'isRunning'
> & {
  save: (input: Input) => Promise<boolean>;
} {
  const { parties } = useWords();
  const notices = useNotices();
  const { run, failure, isRunning } = useCommand('parties.save');
  const save = async (input: Input) => {
    const saved = await run({ ...input, recordId });
    const [renamed] = saved?.renamed ?? [];
    if (renamed !== undefined) notices.say(parties.renamed(renamed.name, renamed.pseudonym));
    return saved !== undefined;
  };
  return { save, failure, isRunning };
}
