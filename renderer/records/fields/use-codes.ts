import type { ComboboxItem, ComboboxParsedItem, OptionsFilter } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { ExtendableList, ListedCode } from '../../../shared/contract/code-lists.ts';
import { codeName, type CodeListId } from '../../../shared/templates/code-lists/index.ts';
import { callCommand } from '../../api/use-command.ts';
import { failureOf } from '../../api/client.ts';
import { useQuery } from '../../api/use-query.ts';
import { useNotices } from '../../app/notices.tsx';
import { useSpeech } from '../../app/words.tsx';

/** Stages and outcomes stand under their functions. */
const grouped: ReadonlySet<CodeListId> = new Set(['stage', 'outcome']);

type Option = { value: string; label: string };
type Group = { group: string; items: Option[] };

/** The choices of a list in the language of the window, and the way to add one. */
export function useCodes(list: CodeListId): {
  data: (Option | Group)[];
  /** The choices that what was typed may mean: a name in either language, pinyin or initials. */
  filter: OptionsFilter;
  /** Answers the code of the new entry, or undefined when it could not be added. */
  extend: (name: string) => Promise<string | undefined>;
} {
  const { language, words } = useSpeech();
  const notices = useNotices();
  const entries = useQuery('codeLists.list', {}).data?.entries;
  const data = useMemo(() => {
    const own = (entries ?? []).filter((entry) => entry.list === list);
    const optionOf = ({ code, name }: ListedCode) => ({ value: code, label: name[language] });
    if (!grouped.has(list)) return own.map(optionOf);
    const names = new Map<string, Option[]>();
    for (const entry of own) {
      const of = entry.of.map((code) => codeName('function', code, language));
      const group = of.length === 0 ? words.fields.anyFunction : of.join(' · ');
      names.set(group, [...(names.get(group) ?? []), optionOf(entry)]);
    }
    return [...names].map(([group, items]) => ({ group, items }));
  }, [entries, list, language, words]);
  const filter = useMemo<OptionsFilter>(() => {
    const own = (entries ?? []).filter((entry) => entry.list === list);
    const soughtBy = new Map(own.map(({ code, sought }) => [code, sought]));
    const isMeant = ({ value, label }: ComboboxItem, typed: string) =>
      // What is no entry is the offer to add what was typed.
      soughtBy.get(value)?.includes(typed) ?? (value.startsWith(' ') || label.includes(typed));
    return ({ options, search }) => {
      const typed = search.trim().toLowerCase();
      return options.flatMap((option): ComboboxParsedItem[] => {
        if (!('items' in option)) return isMeant(option, typed) ? [option] : [];
        const items = option.items.filter((item) => isMeant(item, typed));
        return items.length === 0 ? [] : [{ ...option, items }];
      });
    };
  }, [entries, list]);
  const extend = useCallback(
    async (name: string) => {
      try {
        return (await callCommand('codeLists.extend', { list: list as ExtendableList, name })).code;
      } catch (error) {
        notices.fail(failureOf(error));
        return undefined;
      }
    },
    [list, notices],
  );
  return { data, filter, extend };
}
