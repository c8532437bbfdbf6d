import { entry } from './code-entry.ts';

/**
 * Crimes against intellectual property, Criminal Law arts. 213–219-1; the code is the article. Art. 215 is selective: each
 * half stands alone when only that was done. Art. 220 is the rule on units, not a charge.
 */
export const charges = [
  entry('213', '假冒注册商标罪', 'Counterfeiting registered trademarks'),
  entry('214', '销售假冒注册商标的商品罪', 'Selling goods with counterfeit trademarks'),
  entry(
    '215',
    '非法制造、销售非法制造的注册商标标识罪',
    'Illegally making, and selling, trademark labels',
  ),
  entry('215-making', '非法制造注册商标标识罪', 'Illegally making trademark labels'),
  entry('215-selling', '销售非法制造的注册商标标识罪', 'Selling illegally made trademark labels'),
  entry('216', '假冒专利罪', 'Counterfeiting patents'),
  entry('217', '侵犯著作权罪', 'Infringing copyright'),
  entry('218', '销售侵权复制品罪', 'Selling infringing copies'),
  entry('219', '侵犯商业秘密罪', 'Infringing trade secrets'),
  entry(
    '219-1',
    '为境外窃取、刺探、收买、非法提供商业秘密罪',
    'Stealing or supplying trade secrets for entities abroad',
  ),
] as const;
