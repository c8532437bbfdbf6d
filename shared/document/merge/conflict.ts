/** Where two copies say different things about the same thing. */
export type ConflictPlace =
  | { kind: 'title' }
  /** In which order the sections stand. */
  | { kind: 'order' }
  | { kind: 'field'; field: string }
  | { kind: 'heading'; section: string; heading: string }
  /** One took the section out, the other wrote in it. */
  | { kind: 'section'; section: string; heading: string }
  | { kind: 'blocks'; section: string; heading: string };

/** `both`: ours, then theirs. */
export type MergeChoice = 'ours' | 'theirs' | 'both';

/**
 * `key` names the conflict as long as the three texts are the same. `base`, `ours`, `theirs`: its lines as plain text; of a field, and where
 * something was taken out, none. `choices`: what can be decided.
 */
export type MergeConflict = {
  key: string;
  place: ConflictPlace;
  base: string[];
  ours: string[];
  theirs: string[];
  choices: readonly MergeChoice[];
};

export type MergeChoices = Readonly<Record<string, MergeChoice>>;

/** What the parts of a merge write down, and ask. What nobody has decided stays as it is in our copy. */
export type Conflicts = {
  found: MergeConflict[];
  decide(conflict: MergeConflict): MergeChoice;
};

export function collectConflicts(choices: MergeChoices): Conflicts {
  const found: MergeConflict[] = [];
  return {
    found,
    decide: (conflict) => {
      found.push(conflict);
      const choice = choices[conflict.key];
      return choice !== undefined && conflict.choices.includes(choice) ? choice : 'ours';
    },
  };
}

/** One of two that differ, or all of both. */
export function chosen<T>(choice: MergeChoice, ours: readonly T[], theirs: readonly T[]): T[] {
  if (choice === 'both') return [...ours, ...theirs];
  return [...(choice === 'ours' ? ours : theirs)];
}
