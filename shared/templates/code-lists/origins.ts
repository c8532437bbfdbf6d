import { entry } from './code-entry.ts';

/** Where a precedent was published: guiding cases first, as a search for similar cases has to look there first. */
export const origins = [
  entry('spc-guiding', '最高人民法院指导性案例', 'Guiding case of the Supreme People’s Court'),
  entry(
    'spp-guiding',
    '最高人民检察院指导性案例',
    'Guiding case of the Supreme People’s Procuratorate',
  ),
  entry('spc-typical', '最高人民法院典型案例', 'Typical case of the Supreme People’s Court'),
  entry(
    'spp-typical',
    '最高人民检察院典型案例',
    'Typical case of the Supreme People’s Procuratorate',
  ),
  entry('joint-typical', '多部门联合发布的典型案例', 'Typical case published jointly'),
  entry(
    'case-library',
    '人民法院案例库入库案例',
    'Reference case of the People’s Court Case Library',
  ),
  entry('provincial-typical', '省级典型案例', 'Typical case of a province'),
  entry('own-office', '本院办理的案例', 'Case of this office'),
] as const;
