import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type ToolProps = {
  icon: Icon | string;
  label: string;
  isOn?: boolean;
  isOff?: boolean;
  onUse: () => void;
};

/** Pressing it leaves the caret where it is. */
export function Tool({ icon, label, isOn, isOff, onUse }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isOn === true ? 'light' : 'subtle'}
        color={isOn === true ? 'accent' : 'gray'}
        className="editor-tool"
        aria-label={label}
        aria-pressed={isOn}
        disabled={isOff === true}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onUse}
      >
        <ToolSign icon={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

function ToolSign({ icon: ToolIcon }: { icon: Icon | string }) {
  if (typeof ToolIcon === 'string') return ToolIcon;
  return <ToolIcon size={18} stroke={1.6} aria-hidden />;
}

type MenuProps = { icon: Icon; label: string; width?: number; children: ReactNode };

/** A tool that opens a menu; the caret stays, too. */
export function ToolMenu({ icon, label, width, children }: MenuProps) {
  return (
    <Menu
      position="bottom-start"
      withinPortal
      returnFocus={false}
      trapFocus={false}
      {...(width === undefined ? {} : { width })}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="editor-tool"
          aria-label={label}
          title={label}
          onMouseDown={(event) => event.preventDefault()}
        >
          <ToolSign icon={icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onMouseDown={(event) => event.preventDefault()}>{children}</Menu.Dropdown>
    </Menu>
  );
}
