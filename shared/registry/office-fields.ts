/** Levels of an office. A provincial one stands over the points of its region and is none itself. */
export const officeLevels = ['province', 'city', 'county', 'branch', 'division'] as const;
export type OfficeLevel = (typeof officeLevels)[number];

/** In which batch an office was named a contact point. One of the first may be in the second again, so an office has several or none. */
export const officeBatches = ['2022', '2024', 'other'] as const;
export type OfficeBatch = (typeof officeBatches)[number];

/** Whom one calls there. It is personal data: it stays in this workspace. */
export type OfficeContact = { name: string; phone: string };

/** What the registry says of an office, as a person types it. `demonstrationZone`: the name of the zone, or empty. */
export type OfficeFields = {
  name: string;
  region: string;
  level: OfficeLevel | null;
  batches: readonly OfficeBatch[];
  provincial: string;
  demonstrationZone: string;
  contacts: readonly OfficeContact[];
  notes: string;
};
export type OfficeField = keyof OfficeFields;

/** Limits in characters, and of contacts. */
export const officeLimits = {
  name: 100,
  zone: 100,
  contact: 50,
  contacts: 10,
  notes: 2000,
} as const;
