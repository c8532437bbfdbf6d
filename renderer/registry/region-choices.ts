import type { Language } from '../../shared/contract/window.ts';
import { RegionCode } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';

/** Provincial-level regions for a field that chooses one. */
export const regionChoices = (language: Language) =>
  RegionCode.options.map((value) => ({ value, label: codeName('region', value, language) }));
