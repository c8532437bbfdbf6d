import {
  IconAddressBook,
  IconBook2,
  IconBuildingBank,
  IconLayoutGrid,
  IconScale,
  IconBulb,
  IconChecklist,
  IconFileText,
  IconFiles,
  IconListSearch,
  IconGavel,
  IconBooks,
  IconMicroscope,
  IconNews,
  IconReport,
  IconSend,
  IconSettings,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { RecordKind } from '../../shared/contract/records.ts';

export const kindIcons: Record<RecordKind, Icon> = {
  'typical-case': IconFileText,
  'guiding-case-nomination': IconGavel,
  'good-practice': IconBulb,
  'research-note': IconMicroscope,
  'work-report': IconReport,
  'information-brief': IconNews,
  'precedent-search-report': IconListSearch,
  precedent: IconBooks,
};
export const allIcon: Icon = IconFiles;
export const placeIcons = {
  sources: IconBook2,
  packs: IconSend,
  situation: IconLayoutGrid,
  registry: IconBuildingBank,
  designation: IconScale,
  review: IconChecklist,
  points: IconAddressBook,
  trash: IconTrash,
  settings: IconSettings,
} as const;
