import { Button } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../words.tsx';
import { keysOf, shortcutIds, shortcuts, type ShortcutGroup } from './shortcuts.ts';
import styles from './shortcuts-dialog.module.css';

const groups: readonly ShortcutGroup[] = ['window', 'document', 'format', 'table'];

/** Every shortcut there is, made from the table that they are registered by. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { app, shortcuts: words } = useWords();
  return (
    <Dialog
      title={words.title}
      width={880}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" data-autofocus>
          {app.close}
        </Button>
      }
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} className={styles.group} aria-label={words.groups[group]}>
            <h3 className={styles.name}>{words.groups[group]}</h3>
            <dl>
              {shortcutIds
                .filter((id) => shortcuts[id].group === group)
                .map((id) => (
                  <div key={id} className={styles.shortcut}>
                    <dt>{words.names[id]}</dt>
                    <dd>
                      <kbd>{keysOf(id)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
