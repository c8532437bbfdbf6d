import {
  useId,
  useState,
  type ChangeEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { RecordLink } from '../../../shared/document/tree.ts';
import { LinkChoices } from '../links/link-choices.tsx';
import { questionIn, type LinkQuery } from '../links/link-query.ts';
import { useLinkChoices, type LinkChoice } from '../links/use-link-choices.ts';

type NoteLinks = {
  links: readonly RecordLink[];
  onType: (event: ChangeEvent<HTMLTextAreaElement>) => void;
  /** What an input method has just committed may ask, too. */
  look: () => void;
  /** Whether the key was one of the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  list: ReactNode;
};

/** `@` or `[[` in the box of a note lists records; the one that is taken stands there as `[[title]]`. */
export function useNoteLinks(
  box: RefObject<HTMLTextAreaElement | null>,
  first: readonly RecordLink[],
  recordId: string,
  onText: (text: string) => void,
): NoteLinks {
  const listId = useId();
  const [links, setLinks] = useState(first);
  const [asked, setAsked] = useState<LinkQuery | null>(null);
  const [chosen, setChosen] = useState({ text: '', at: 0 });
  const { choices, isLoading } = useLinkChoices(asked?.text ?? null, recordId);
  const active = chosen.text === asked?.text ? Math.min(chosen.at, choices.length - 1) : 0;
  const look = () => {
    const element = box.current;
    if (element === null) return;
    const before = element.value.slice(0, element.selectionStart);
    const query = questionIn(before, '', 0);
    setAsked(query !== null && (asked !== null || query.text === '') ? query : null);
  };
  const take = ({ id, title }: LinkChoice) => {
    const element = box.current;
    if (element === null || asked === null) return;
    const name = title.replaceAll(/[[\]]/gu, '');
    setLinks([...links, { type: 'record-link', recordId: id, text: name }]);
    setAsked(null);
    const end = asked.start + asked.trigger.length + asked.text.length;
    element.setRangeText(`[[${name}]]`, asked.start, end, 'end');
    onText(element.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = choices[active];
    if (asked === null || event.ctrlKey || event.altKey || event.shiftKey) return false;
    if (event.key === 'Escape') setAsked(null);
    else if (choice === undefined) return false;
    else if (event.key === 'Enter' || event.key === 'Tab') take(choice);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setChosen({ text: asked.text, at: (active + by + choices.length) % choices.length });
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    links,
    onType: (event) => {
      const { nativeEvent } = event;
      if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) look();
    },
    look,
    onKeyDown,
    list: asked !== null && (
      <LinkChoices
        listId={listId}
        choices={choices}
        active={active}
        isLoading={isLoading}
        onTake={take}
      />
    ),
  };
}
