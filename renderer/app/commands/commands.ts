import type { RecordKind } from '../../../shared/contract/records.ts';
import type { Preferences } from '../../../shared/contract/window.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { templates } from '../../../shared/templates/index.ts';
import { isFocusMode, setFocusMode } from '../focus-mode.ts';
import { languages, readings, themes } from '../languages.ts';
import { askForOutline } from '../../editor/outline/shown-outline.ts';
import { goBack } from '../../links/trail.ts';
import { togglePalette } from '../../palette/shown-palette.ts';
import { showShortcuts } from '../shortcuts/shown-shortcuts.ts';
import type { ShortcutId } from '../shortcuts/shortcuts.ts';
import type { Panes } from '../use-layout.ts';
import type { Place, useView } from '../view.tsx';

/** What commands work on. */
export type Wiring = {
  view: ReturnType<typeof useView>;
  panes: Panes;
  setPreferences: (change: Partial<Preferences>) => void;
  focusSearch: () => void;
  lock: () => void;
};

export type Command = {
  /** Kept among what was used: do not change it. */
  id: string;
  name: (words: Words) => string;
  /** Its key, if it has one. */
  shortcut?: ShortcutId;
  run: (wiring: Wiring) => void;
  /** Only where there is a registry: at a desk and in a provincial office. */
  isForDesk?: true;
};

const kinds = Object.keys(templates) as RecordKind[];
const ownKinds = kinds.filter((kind) => !templates[kind].isReadOnly);

/** A command that a key gives too; its name is the one in the list of shortcuts. */
function byKey(shortcut: ShortcutId, run: Command['run']): Command {
  return { id: shortcut, shortcut, name: ({ shortcuts }) => shortcuts.names[shortcut], run };
}

function goTo(id: string, place: Place, noun: (words: Words) => string): Command {
  return {
    id: `go-${id}`,
    name: (words) => words.palette.goTo(noun(words)),
    run: ({ view }) => view.go(place),
  };
}

function deskPlace(
  at: 'situation' | 'registry' | 'designation' | 'guide',
  noun: (words: Words) => string,
): Command {
  return { ...goTo(at, { at }, noun), isForDesk: true };
}

/**
 * Everything the window can be told to do as a whole: the keys (`useShortcuts`) and the palette both go by this table.
 * What belongs to one record stands in its toolbar.
 */
export const commands: readonly Command[] = [
  byKey('newRecord', ({ view }) => view.show('new-record')),
  ...ownKinds.map((kind): Command => ({
    ...(templates[kind].isGuidance === true ? { isForDesk: true as const } : {}),
    id: `new-${kind}`,
    name: (words) => words.palette.newOf(words.kinds[kind]),
    run: ({ view }) => {
      // The dialog offers the kind of the list that one is at.
      view.go({ at: 'records', kind });
      view.show('new-record');
    },
  })),
  byKey('import', ({ view }) => view.show('import')),
  { id: 'export', name: ({ packs }) => packs.export, run: ({ view }) => view.show('export') },
  {
    id: 'document',
    name: ({ documents }) => documents.title,
    run: ({ view }) => view.show('document'),
  },
  { id: 'verify', name: ({ packs }) => packs.verify, run: ({ view }) => view.show('verify') },
  { id: 'enrol', name: ({ points }) => points.enrol, run: ({ view }) => view.show('enrol') },
  byKey('search', ({ focusSearch }) => focusSearch()),
  {
    id: 'similar-passage',
    name: ({ similar }) => similar.passageTitle,
    run: ({ view }) => view.show('similar-passage'),
  },
  goTo('home', { at: 'home' }, ({ guidance }) => guidance.home),
  goTo('all', { at: 'records', kind: 'all' }, ({ records }) => records.mine),
  ...kinds.map((kind) => ({
    ...goTo(kind, { at: 'records', kind }, (words) => words.kinds[kind]),
    ...(templates[kind].isGuidance === true ? { isForDesk: true as const } : {}),
  })),
  goTo('sources', { at: 'sources' }, ({ sources }) => sources.title),
  goTo('inbox', { at: 'inbox' }, ({ inbox }) => inbox.title),
  goTo(
    'received',
    { at: 'library', library: 'received' },
    ({ search }) => search.libraries.received,
  ),
  goTo(
    'guidance',
    { at: 'library', library: 'guidance' },
    ({ search }) => search.libraries.guidance,
  ),
  goTo('packs', { at: 'packs' }, ({ packs }) => packs.title),
  goTo('points', { at: 'points' }, ({ points }) => points.title),
  deskPlace('situation', ({ situation }) => situation.title),
  deskPlace('registry', ({ registry }) => registry.title),
  deskPlace('designation', ({ designation }) => designation.title),
  deskPlace('guide', ({ guidance }) => guidance.title),
  {
    id: 'send-guidance',
    name: ({ guidance }) => guidance.send,
    run: ({ view }) => view.show('guide'),
    isForDesk: true,
  },
  goTo('trash', { at: 'trash' }, ({ records }) => records.trash),
  byKey('settings', ({ view }) => view.go({ at: 'settings' })),
  ...languages.map((language): Command => ({
    id: `language-${language}`,
    name: ({ settings }) => `${settings.language} · ${settings.languages[language]}`,
    run: ({ setPreferences }) => setPreferences({ language }),
  })),
  ...themes.map((theme): Command => ({
    id: `theme-${theme}`,
    name: ({ settings }) => `${settings.theme} · ${settings.themes[theme]}`,
    run: ({ setPreferences }) => setPreferences({ theme }),
  })),
  ...readings.map((reading): Command => ({
    id: `reading-${reading}`,
    name: ({ settings }) => `${settings.reading} · ${settings.readings[reading]}`,
    run: ({ setPreferences }) => setPreferences({ reading }),
  })),
  byKey('navigation', ({ panes }) => panes.toggleNavigation()),
  byKey('inspector', ({ panes }) => panes.toggleInspector()),
  byKey('back', goBack),
  byKey('outline', ({ panes }) => askForOutline(panes.isInspectorOpen)),
  byKey('focusMode', () => setFocusMode(!isFocusMode())),
  byKey('help', showShortcuts),
  byKey('lock', ({ lock }) => lock()),
  byKey('palette', togglePalette),
];
