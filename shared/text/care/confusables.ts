import type { CareFinding } from './finding.ts';

/**
 * Words of the trade that are mistaken for one another when typed by sound. Only forms that are wrong in every sentence
 * this field writes: the conditions around each keep out the innocent ones (检查长度, 提供诉讼, 公布署名). A form that can be
 * right somewhere (反映 and 反应, 截止 and 截至) is listed only with the neighbours that make it wrong.
 */
const confusables: readonly (readonly [wrong: string, right: string])[] = [
  [
    '检查(?=机关|院(?!落|子|内|外|校|士|线|系|墙|坝)|官(?!方|网)|建议|监督职|委员会|业务部门|权(?!限)|技术人员)',
    '检察',
  ],
  ['(?<=人民|副)检查长(?!度)', '检察长'],
  ['(?<=人民|四大|行政|民事|刑事|公益诉讼)检查(?=院|官|监督|职能|业务|工作办)', '检察'],
  ['权力(?=人(?!民|员|们|力|才|口|均|类|大|数|为|选|际|性|事)|要求书)', '权利'],
  [
    '(?<=诉讼|合法|民事|专利|商标|著作|知识产权|人身|财产)权力(?!机关|部门|配置|运行|行使|清单|制约|监督|寻租)',
    '权利',
  ],
  ['(?<=行政|公共|国家)权利(?=机关|部门|运行|清单|制约|寻租)', '权力'],
  ['公权利', '公权力'],
  ['制订(?=法律|法规|规章|司法解释|条例)', '制定'],
  ['帐(?=户|号|目|款|簿|册|单|务|面)', '账'],
  ['(?<=转|记|对|结|查|做|入|销|到|走)帐(?!篷|房|幕|子|下|中)', '账'],
  ['侦察(?=机关|终结|人员|阶段|活动监督|实验|羁押|卷)', '侦查'],
  ['(?<=立案|补充|自行|公安机关|引导)侦察', '侦查'],
  ['取保侯审', '取保候审'],
  ['羁压', '羁押'],
  ['(?<!提)供诉(?!讼|求|状|人|方)', '供述'],
  ['辨护(?!理)', '辩护'],
  ['答辨(?!认|别|析|明|识)', '答辩'],
  ['(?<=法庭|激烈|庭审)辨论', '辩论'],
  ['辩认(?!为|罪|定|购|真|可)', '辨认'],
  ['抗述(?!说)', '抗诉'],
  ['有期徒型', '有期徒刑'],
  ['(?<=判处(?:有期徒刑|拘役|管制)[^。；]{0,24})罚款', '罚金'],
  ['(?<!分)销脏', '销赃'],
  ['(?<=退|追)脏(?!物污|污|水|乱|兮|了)', '赃'],
  ['脏款', '赃款'],
  ['截止(?=目前|今(?!后)|(?:19|20)\\d{2}年)', '截至'],
  ['(?<=起诉书|判决书|裁定书|决定书|起诉状)付本', '副本'],
  ['(?<!人|海|党|西洋|丹)参于(?!\\d)', '参与'],
  ['既使(?!用|得|其|他|她|我|你|人|者|命)', '即使'],
  ['(?<!立|随|当)即然(?!后|而)', '既然'],
  ['(?<!叫|看|当|称)做为', '作为'],
  ['座落', '坐落'],
  ['(?<!公|发|颁|宣|分|散)布署(?!名|期|上|理|长)', '部署'],
  ['签定(?!性)', '签订'],
  ['松驰', '松弛'],
  ['幅射', '辐射'],
  ['(?<!恢|回|答|批)复盖(?=面|率|范围|全)', '覆盖'],
  ['商业密秘', '商业秘密'],
  ['注册商标专有权', '注册商标专用权'],
  ['不正当竟争', '不正当竞争'],
  ['竟争', '竞争'],
  ['法律适应(?=问题|意见|错误|标准)', '法律适用'],
];

const patterns = confusables.map(([wrong, right]) => [new RegExp(wrong, 'g'), right] as const);

export function findConfusables(line: string): CareFinding[] {
  const found: CareFinding[] = [];
  for (const [pattern, right] of patterns) {
    for (const match of line.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isCovered = found.some((one) => one.start < end && match.index < one.end);
      if (!isCovered) {
        found.push({ rule: 'confusable', start: match.index, end, suggestion: right });
      }
    }
  }
  return found;
}
