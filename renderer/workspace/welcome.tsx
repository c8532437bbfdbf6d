import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconFolderOpen, IconFolderPlus, type Icon } from '@tabler/icons-react';
import { useWords } from '../app/words.tsx';
import styles from './welcome.module.css';

type Props = { onCreate: () => void; onOpen: () => void };

/** The first thing a person sees: what this is, and the two ways in. */
export function Welcome({ onCreate, onOpen }: Props) {
  const { workspace } = useWords();
  return (
    <section className={styles.welcome} aria-labelledby="welcome-title">
      <h1 id="welcome-title" className={styles.title}>
        {workspace.welcome}
      </h1>
      <p className={styles.text}>{workspace.welcomeText}</p>
      <div className={styles.ways}>
        <Way
          icon={IconFolderPlus}
          name={workspace.create}
          text={workspace.createText}
          onClick={onCreate}
        />
        <Way
          icon={IconFolderOpen}
          name={workspace.open}
          text={workspace.openText}
          onClick={onOpen}
        />
      </div>
    </section>
  );
}

type WayProps = { icon: Icon; name: string; text: string; onClick: () => void };

function Way({ icon: WayIcon, name, text, onClick }: WayProps) {
  return (
    <UnstyledButton className={styles.way} onClick={onClick}>
      <WayIcon size={22} stroke={1.5} className={styles.icon} aria-hidden />
      <span className={styles.label}>
        <span className={styles.name}>{name}</span>
        <span className={styles.hint}>{text}</span>
      </span>
      <IconChevronRight size={18} stroke={1.5} className={styles.chevron} aria-hidden />
    </UnstyledButton>
  );
}
