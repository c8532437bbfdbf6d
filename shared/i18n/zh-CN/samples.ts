/** The sample library: invented records to try the program with. */
export const samples = {
  offer: '放入示例材料',
  offerText: '也可以先放入一套虚构的示例材料试用，随时可一次清除。',
  badge: '虚构示例',
  title: '示例材料',
  text: '三十余份虚构的案例、经验、调研和简报，人名、单位、地名均为编造，用来熟悉各项功能。',
  add: '放入示例材料',
  remove: '清除示例材料',
  adding: '正在放入示例材料',
  added: (count: string) => `已放入 ${count} 份示例材料，在列表中标有“虚构示例”。`,
  alreadyThere: '示例材料已经在工作库中。',
  removed: (count: string) => `已清除 ${count} 份示例材料。`,
  kept: (count: string) => `另有 ${count} 份已经修改过，作为您自己的材料保留。`,
};
