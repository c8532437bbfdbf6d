import { join } from 'node:path';
import { projectFolder } from '../../scripts/project.ts';

const library = join(projectFolder, 'resources', 'sample-library');

/** Invented published cases, as an officer would bring them in. */
export const precedents = [
  '01-collective-mark-lotus-starch.md',
  '02-contribution-rate-heat-treatment.md',
  '03-audio-adaptation-civil.md',
].map((name) => join(library, 'precedent', name));

/** A colleague's draft, as untidy as real ones are. */
export const draft = join(projectFolder, 'test', 'fixtures', 'imports', 'tea-two-line-title.txt');

export const office = '云汀市人民检察院知识产权检察办公室';
export const desk = '江岚省人民检察院知识产权检察部';

/** The typical case that the tour writes. Everything in it is invented. */
export const written = {
  title: '何某甲侵犯商业秘密案',
  keywords: ['侵犯商业秘密罪', '技术秘密', '一案四查'],
  sections: {
    gist: [
      '离职人员以存储介质带走电机控制参数并在新单位使用的，应当结合密点范围、同一性鉴定和研发投入，综合认定商业秘密和损失数额。',
    ],
    facts: [
      '汐桥机电有限公司自2018年起研发伺服电机控制算法，对参数表设置分级权限，并与研发人员签订保密协议。何某甲系该公司算法工程师。',
      '2023年6月，何某甲离职前将含有三百二十组控制参数的文件夹复制到私人移动硬盘，入职另一企业后用于同类产品调试，造成权利人损失二百四十余万元。',
    ],
    performance: [
      '云汀市人民检察院应邀介入，引导公安机关先行固定服务器日志，再由权利人逐项说明密点，避免以整份文件笼统主张。',
      '审查中同步开展民事、行政、公益诉讼线索核查，就数据出境管理漏洞向行业主管部门制发检察建议，对方全部采纳。',
    ],
    significance: [
      '本案确立了“先日志、后密点、再比对”的取证顺序，使权利人在诉讼中无须二次披露技术秘密，兼顾了打击犯罪与保护企业创新。',
    ],
  },
} as const;

/** What the tour looks for: a word of two characters, one from inside a text, and a number written otherwise. */
export const queries = ['密点', '保密协议'] as const;
