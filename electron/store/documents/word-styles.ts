import type { PaperStyle } from '../../../shared/documents/official-paper.ts';

/**
 * The standard's typefaces. 方正小标宋 is a commercial font that many offices have and that is never shipped: where it is missing, Word
 * takes the next of the list. Names stand in `w:eastAsia` and no theme is named: a theme's font would win over them.
 */
const fonts = {
  title: {
    name: '方正小标宋简体',
    others: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun',
  },
  black: { name: '黑体', others: 'SimHei,方正黑体_GBK,Source Han Sans SC,Noto Sans CJK SC' },
  kai: { name: '楷体', others: '楷体_GB2312,KaiTi,STKaiti,方正楷体_GBK' },
  fang: { name: '仿宋', others: '仿宋_GB2312,FangSong,STFangsong,方正仿宋_GBK,FandolFang' },
  song: { name: '宋体', others: 'SimSun,STSong,Source Han Serif SC,Noto Serif CJK SC' },
} as const;
type Font = keyof typeof fonts;

export const wordFonts = Object.values(fonts)
  .map(
    ({ name, others }) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/></w:font>`,
  )
  .join('');
/** Every name that may stand in a style, the longest first; nothing else in a part of ours is written in Chinese but text. */
export const fontNames: readonly string[] = Object.values(fonts)
  .flatMap(({ name, others }) => [name, ...others.split(',')])
  .toSorted((one, other) => other.length - one.length);

const faces = (font: Font) => {
  const { name } = fonts[font];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
};

/** 28.9 points: 22 lines in 225 mm. 16 points less a quarter: 28 characters in 156 mm. */
const PITCH = '<w:spacing w:before="0" w:after="0" w:line="578" w:lineRule="exact"/>';
const TIGHTER = '<w:spacing w:val="-5"/>';
const half = (points: number) =>
  `<w:sz w:val="${String(points * 2)}"/><w:szCs w:val="${String(points * 2)}"/>`;

type Look = { name: string; paragraph?: string; font?: Font; points?: number };

function style(id: string, { name, paragraph = '', font, points }: Look): string {
  const run = `${font === undefined ? '' : faces(font)}${points === undefined ? '' : `${points === 16 ? '' : '<w:spacing w:val="0"/>'}${half(points)}`}`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="body"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const none = '<w:ind w:firstLine="0"/>';
const looks: Record<Exclude<PaperStyle, 'body'>, Look> = {
  marking: { name: 'Paper Marking', paragraph: `${none}<w:jc w:val="left"/>`, font: 'black' },
  title: {
    name: 'Title',
    paragraph: `<w:keepNext/>${none}<w:jc w:val="center"/>`,
    font: 'title',
    points: 22,
  },
  keywords: { name: 'Paper Keywords' },
  part: { name: 'heading 1', paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>', font: 'black' },
  heading: { name: 'heading 2', paragraph: '<w:keepNext/><w:outlineLvl w:val="1"/>', font: 'kai' },
  subheading: { name: 'heading 3', paragraph: '<w:keepNext/><w:outlineLvl w:val="2"/>' },
  quote: {
    name: 'Quote',
    paragraph: '<w:ind w:left="640" w:right="640" w:firstLine="640"/>',
    font: 'kai',
  },
  centre: { name: 'Paper Centre', paragraph: `${none}<w:jc w:val="center"/>` },
  right: { name: 'Paper Right', paragraph: `${none}<w:jc w:val="right"/>` },
  caption: { name: 'caption', paragraph: `${none}<w:jc w:val="center"/>`, font: 'kai', points: 14 },
  blank: { name: 'Paper Blank', paragraph: none },
};

const loose = (twips: number) =>
  `<w:spacing w:before="0" w:after="0" w:line="${String(twips)}" w:lineRule="exact"/>`;
const more: Record<string, Look> = {
  picture: {
    name: 'Paper Picture',
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>${none}<w:jc w:val="center"/>`,
  },
  cell: { name: 'Paper Cell', paragraph: `${loose(400)}${none}<w:jc w:val="left"/>`, points: 12 },
  cellHead: {
    name: 'Paper Cell Head',
    paragraph: `${loose(400)}${none}<w:jc w:val="center"/>`,
    font: 'black',
    points: 12,
  },
  note: {
    name: 'footnote text',
    paragraph: `${loose(320)}${none}<w:jc w:val="left"/>`,
    points: 10.5,
  },
  footerOdd: {
    name: 'footer',
    paragraph: `${loose(320)}<w:ind w:right="320" w:firstLine="0"/><w:jc w:val="right"/>`,
    font: 'song',
    points: 14,
  },
  footerEven: {
    name: 'Paper Footer Even',
    paragraph: `${loose(320)}<w:ind w:left="320" w:firstLine="0"/><w:jc w:val="left"/>`,
    font: 'song',
    points: 14,
  },
};

const BODY = `<w:style w:type="paragraph" w:default="1" w:styleId="body"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>${PITCH}<w:ind w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr>${faces('fang')}${TIGHTER}${half(16)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>`;
const NOTE_MARK =
  '<w:style w:type="character" w:styleId="NoteMark"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const TABLE = `<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

/** The inside of `styles.xml`. */
export const wordStyles = [
  BODY,
  ...Object.entries({ ...looks, ...more }).map(([id, look]) => style(id, look)),
  NOTE_MARK,
  TABLE,
].join('\n');
