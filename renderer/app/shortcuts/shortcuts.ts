export type ShortcutGroup = 'window' | 'document' | 'format' | 'table';
type Shortcut = {
  group: ShortcutGroup;
  /** Modifiers in the order Ctrl, Alt, Shift, then one key: a letter, a digit, a sign, or the name of a key. */
  keys: string;
  /** The keys as printed, if that is another way. */
  shown?: string;
  /** Lexical or the browser acts on it by itself; it stands here to be listed. */
  isBuiltIn?: true;
};

/** Every shortcut there is. Handlers ask `pressed` for one of these, and the list (F1) shows them: nothing else names a key. */
export const shortcuts = {
  help: { group: 'window', keys: 'F1', shown: 'F1 / Ctrl+/' },
  search: { group: 'window', keys: 'Ctrl+F' },
  palette: { group: 'window', keys: 'Ctrl+K' },
  newRecord: { group: 'window', keys: 'Ctrl+N' },
  import: { group: 'window', keys: 'Ctrl+O' },
  lock: { group: 'window', keys: 'Ctrl+L' },
  settings: { group: 'window', keys: 'Ctrl+,' },
  navigation: { group: 'window', keys: 'Ctrl+\\' },
  inspector: { group: 'window', keys: 'Ctrl+|', shown: 'Ctrl+Shift+\\' },
  nextPane: { group: 'window', keys: 'F6', shown: 'F6 / Shift+F6' },
  focusMode: { group: 'window', keys: 'F11' },
  outline: { group: 'window', keys: 'Ctrl+Alt+O' },
  back: { group: 'window', keys: 'Alt+ArrowLeft', shown: 'Alt+←' },

  replace: { group: 'document', keys: 'Ctrl+H' },
  nextHit: { group: 'document', keys: 'F3' },
  previousHit: { group: 'document', keys: 'Shift+F3' },
  copyCited: { group: 'document', keys: 'Ctrl+Shift+C' },
  undo: { group: 'document', keys: 'Ctrl+Z', isBuiltIn: true },
  redo: { group: 'document', keys: 'Ctrl+Y', shown: 'Ctrl+Y / Ctrl+Shift+Z', isBuiltIn: true },
  selectAll: { group: 'document', keys: 'Ctrl+A', isBuiltIn: true },
  pasteAsText: { group: 'document', keys: 'Ctrl+Shift+V', isBuiltIn: true },
  footnote: { group: 'document', keys: 'Ctrl+Alt+F' },
  cite: { group: 'document', keys: 'Ctrl+Alt+C' },
  authority: { group: 'document', keys: 'Ctrl+Alt+A' },
  openLink: { group: 'document', keys: 'Ctrl+Enter' },
  comment: { group: 'document', keys: 'Ctrl+Alt+M' },
  nextComment: { group: 'document', keys: 'F8' },
  previousComment: { group: 'document', keys: 'Shift+F8' },

  bold: { group: 'format', keys: 'Ctrl+B', isBuiltIn: true },
  paragraph: { group: 'format', keys: 'Ctrl+Alt+0' },
  heading1: { group: 'format', keys: 'Ctrl+Alt+1' },
  heading2: { group: 'format', keys: 'Ctrl+Alt+2' },
  heading3: { group: 'format', keys: 'Ctrl+Alt+3' },
  numbering: { group: 'format', keys: 'Ctrl+Alt+N' },
  quote: { group: 'format', keys: 'Ctrl+Alt+Q' },
  ordered: { group: 'format', keys: 'Ctrl+Shift+7' },
  bullet: { group: 'format', keys: 'Ctrl+Shift+8' },
  alignLeft: { group: 'format', keys: 'Ctrl+Shift+L' },
  alignCenter: { group: 'format', keys: 'Ctrl+Shift+E' },
  alignRight: { group: 'format', keys: 'Ctrl+Shift+R' },
  indent: { group: 'format', keys: 'Tab', isBuiltIn: true },
  outdent: { group: 'format', keys: 'Shift+Tab', isBuiltIn: true },

  nextCell: { group: 'table', keys: 'Tab', isBuiltIn: true },
  previousCell: { group: 'table', keys: 'Shift+Tab', isBuiltIn: true },
  widerColumn: { group: 'table', keys: 'Alt+Shift+ArrowRight', shown: 'Alt+Shift+→' },
  narrowerColumn: { group: 'table', keys: 'Alt+Shift+ArrowLeft', shown: 'Alt+Shift+←' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;
export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * Whether an event is a shortcut. Letters and digits go by their place on the keyboard too, since what they write depends on the
 * layout; a sign goes by what it writes, however that is typed. Nothing is while an input method composes.
 */
export function pressed(event: Pressed, id: ShortcutId): boolean {
  if (event.isComposing || event.key === 'Process') return false;
  if (id === 'help' && isCtrl(event) && !event.altKey && event.key === '/') return true;
  const parts = shortcuts[id].keys.split('+');
  const key = parts.at(-1) ?? '';
  if (isCtrl(event) !== parts.includes('Ctrl') || event.altKey !== parts.includes('Alt')) {
    return false;
  }
  if (/^[^A-Z0-9]$/.test(key)) return event.key === key;
  // F6 and its like go backwards with Shift; who asks for them looks at it.
  if (event.shiftKey !== parts.includes('Shift') && id !== 'nextPane') return false;
  if (/^[A-Z]$/.test(key)) return event.code === `Key${key}` || event.key.toUpperCase() === key;
  return /^[0-9]$/.test(key) ? event.code === `Digit${key}` : event.key === key;
}

const isCtrl = (event: Pressed) => event.ctrlKey || event.metaKey;

/** How a shortcut is written. */
export function keysOf(id: ShortcutId): string {
  const shortcut: Shortcut = shortcuts[id];
  return shortcut.shown ?? shortcut.keys;
}
