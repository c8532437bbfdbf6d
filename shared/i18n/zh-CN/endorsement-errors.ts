import { withFact, type AllFailureWords } from '../failure-words.ts';
import type { FailureCode } from '../../errors.ts';

type Code = Extract<
  FailureCode,
  | `endorsed-${string}`
  | 'original-not-kept'
  | 'original-damaged'
  | 'opinion-missing'
  | 'workspace-not-province'
>;

/** A provincial office forwards what its points sent. */
export const endorsementErrors: Pick<AllFailureWords, Code> = {
  'endorsed-signer-unknown': {
    what: '省级院转报的原件由本工作库没有登记的单位签名，无法确认是谁报送的，整包没有收入。',
    next: '请向原报送单位索取名片，电话核对指纹后登记，再接收这个文件。',
  },
  'endorsed-not-for-sender': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `包内原件由${name}报送，但不是报给转报它的省级院的，整包没有收入。`,
        '包内原件不是报给转报它的省级院的，整包没有收入。',
      ),
    next: '请电话询问转报的省级院和原报送单位。',
  },
  'endorsed-not-forwardable': {
    what: '包内原件不是联系点报送、修订或撤回的经验包，不能这样转报，整包没有收入。',
    next: '请转报的省级院重新办理复核推荐。',
  },
  'endorsed-original-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'code',
        (code) => `省级院转报的原件没有通过检查（${code}），整包没有收入。`,
        '省级院转报的原件没有通过检查，整包没有收入。',
      ),
    next: '请不要使用其中的内容，请转报的省级院核对后重新转报。',
  },
  'original-not-kept': {
    what: '这个经验包的原件已不在本工作库中：其中有材料被撤回，或它是在保留原件之前收到的。',
    next: '请原报送单位把仍要报送的材料重新报送一次，再作复核推荐。',
  },
  'original-damaged': {
    what: '本工作库中保存的原件已损坏，与收到时核验过的不一致，没有写出复核推荐包。',
    next: '请从备份恢复，或请原报送单位重新报送一次。',
  },
  'opinion-missing': {
    what: (detail) =>
      withFact(
        detail,
        'count',
        (x) => `还有 ${x} 份材料没有推荐意见，没有写出复核推荐包。`,
        '还有材料没有推荐意见，没有写出复核推荐包。',
      ),
    next: '请对包内每一份材料都给出推荐或不推荐的意见。',
  },
  'workspace-not-province': {
    what: '只有省级院的工作库可以作复核推荐。',
    next: '请在省级院的工作库中办理。',
  },
};
