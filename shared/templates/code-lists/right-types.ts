import { entry } from './code-entry.ts';

/** What kind of intellectual property it is about. */
export const rightTypes = [
  entry('trademark', '商标', 'Trademark'),
  entry('patent-invention', '发明专利', 'Invention patent'),
  entry('patent-utility-model', '实用新型专利', 'Utility model'),
  entry('patent-design', '外观设计专利', 'Design patent'),
  entry('copyright', '著作权及邻接权', 'Copyright and related rights'),
  entry('software', '计算机软件', 'Computer software'),
  entry('trade-secret-technical', '商业秘密（技术信息）', 'Trade secret (technical)'),
  entry('trade-secret-business', '商业秘密（经营信息）', 'Trade secret (business)'),
  entry('plant-variety', '植物新品种', 'Plant variety'),
  entry('circuit-layout', '集成电路布图设计', 'Circuit layout'),
  entry('geographical-indication', '地理标志', 'Geographical indication'),
  entry('unfair-competition', '不正当竞争', 'Unfair competition'),
] as const;
