import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { OfficeFields } from '../../shared/contract/registry.ts';
import { officeLimits } from '../../shared/registry/office-fields.ts';
import { useWords } from '../app/words.tsx';
import styles from './registry.module.css';

type Contacts = OfficeFields['contacts'];
type Props = { contacts: Contacts; onChange: (contacts: Contacts) => void };

/** Whom one calls: names with telephones, as many as there are. */
export function ContactsField({ contacts, onChange }: Props) {
  const { registry } = useWords();
  const change = (index: number, part: Partial<Contacts[number]>) =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  return (
    <fieldset className={`${styles.wide} ${styles.contactsField}`}>
      <legend>{registry.fields.contacts}</legend>
      {contacts.map((contact, index) => (
        <div key={index} className={styles.contact}>
          <TextInput
            aria-label={registry.contactName(index + 1)}
            placeholder={registry.contactNamePlaceholder}
            maxLength={officeLimits.contact}
            value={contact.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={registry.contactPhone(index + 1)}
            placeholder={registry.contactPhonePlaceholder}
            maxLength={officeLimits.contact}
            value={contact.phone}
            onChange={(event) => change(index, { phone: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={registry.removeContact(index + 1)}
            onClick={() => onChange(contacts.filter((_, at) => at !== index))}
          >
            <IconX size={15} stroke={1.75} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {contacts.length < officeLimits.contacts && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => onChange([...contacts, { name: '', phone: '' }])}
        >
          {registry.addContact}
        </Button>
      )}
      <p className={styles.hint}>{registry.contactsStay}</p>
    </fieldset>
  );
}
