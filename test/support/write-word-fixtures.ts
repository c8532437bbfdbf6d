import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cell, paragraph, run, table, wordFile } from './word-file.ts';

/** Makes the Word files among the import fixtures again: `node test/support/write-word-fixtures.ts`. */
const styled = await wordFile({
  header: paragraph('江岚省人民检察院典型案例征集（内部）'),
  footnotes: `<w:footnote w:id="2"><w:p>${run('采样由岑岭茶业协会与临溪县农业农村局共同完成，样本编号见卷宗第三册。')}</w:p></w:footnote>`,
  comments: `<w:comment w:id="0" w:author="x">${paragraph('这里的数字请再核一遍')}</w:comment>`,
  body: [
    paragraph('督促整治“岑岭”地理标志茶叶产地标识行政公益诉讼案', {
      style: 'Title',
      isCentred: true,
    }),
    paragraph('关键词', { style: 'Heading1' }),
    paragraph('行政公益诉讼诉前程序；地理标志；产地标识；跨县协作'),
    paragraph('要旨', { style: 'Heading1' }),
    paragraph(
      '产区内外混用同一产地标识，损害众多消费者知情权和产区生产者利益的，检察机关可以督促负有监督管理职责的行政机关依法履职。跨县域产区应当同步督促、统一标准，避免一地整治、一地放任。',
    ),
    paragraph('基本案情', { style: 'Heading1' }),
    paragraph(
      `<w:r><w:t>“岑岭”茶产区跨临溪县和望舒区。</w:t></w:r>${run('2024年春茶上市期间', 'b')}${run('，市场上出现大量标注“岑岭产区”的散茶，经抽样检测')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('，六成以上矿物元素特征与产区不符。消费者通过12345热线投诉一百七十余件，产区鲜叶收购价同比下降百分之十九。')}<w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    table(
      [cell('县区', '<w:vMerge w:val="restart"/>'), cell('抽样情况', '<w:gridSpan w:val="2"/>')],
      [cell('', '<w:vMerge/>'), cell('抽样批次'), cell('不符批次')],
      [cell('临溪县'), cell('46'), cell('25')],
      [cell('望舒区'), cell('38'), cell('27')],
    ),
    paragraph('检察机关履职情况', { style: 'Heading1' }),
    paragraph('调查核实', { style: 'Heading2' }),
    paragraph(
      `${run('云汀市人民检察院以事立案，指导两地基层院一体办案。')}<w:del w:id="1" w:author="x"><w:r><w:delText>此句已删去。</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run('检察官以消费者身份在九个市场购茶，全程公证；')}</w:ins>${run('会同技术人员建立')}<w:hyperlink r:id="web">${run('产区元素特征数据库')}</w:hyperlink>${run('，为“是不是产区茶”提供可重复的判断。')}`,
    ),
    paragraph('督促履职', { style: 'Heading2' }),
    paragraph(
      '2024年5月，两地检察机关分别向县（区）市场监督管理局、农业农村局制发检察建议，要求统一产地标识、清理库存包装、公开抽检结果。四家行政机关均在法定期限内书面回复，共下架散茶三点二吨，立案处罚二十六家，没收违法标识十一万枚。',
      { list: 1 },
    ),
    paragraph(
      '对其中三名销售金额较大的经营者，线索移送公安机关，后以销售假冒注册商标的商品罪追究刑事责任，见（2024）岚0124刑初96号判决。',
      { list: 1 },
    ),
    paragraph('案件结果', { style: 'Heading1' }),
    paragraph(
      '2024年秋茶上市前，检察机关邀请人大代表、茶农代表和三家权利人组织“回头看”，随机购买的六十批次茶叶中，产地标识不符的降为两批次。',
    ),
    paragraph('典型意义', { style: 'Heading1' }),
    paragraph(
      `${run('地理标志的生命在于可信。', 'b')}${run('本案以可重复的检测方法代替经验判断，以统一的督促标准解决跨县执法尺度不一，使行政监管、行业自律和刑事打击各归其位。产区茶农户均增收两千一百元，说明公益得到了实实在在的修复。', 'i')}`,
    ),
    paragraph(
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="map" descr="产区示意图"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    ),
    paragraph('相关规定', { style: 'Heading1' }),
    paragraph('《中华人民共和国行政诉讼法》第二十五条第四款'),
    paragraph('《地理标志产品保护办法》第二十二条'),
  ].join(''),
});

const form = await wordFile({
  body: [
    paragraph('指导性案例推荐表', { isCentred: true }),
    table(
      [cell('案例名称'), cell('何某甲等人为境外非法提供商业秘密案', '<w:gridSpan w:val="3"/>')],
      [cell('推荐单位'), cell('江岚省云汀市人民检察院'), cell('承办检察官'), cell('许某')],
      [cell('案  号'), cell('（2025）岚01刑初16号', '<w:gridSpan w:val="3"/>')],
      [
        cell('关键词：'),
        cell(
          '为境外窃取、刺探、收买、非法提供商业秘密罪 经营信息 电子数据 涉外取证',
          '<w:gridSpan w:val="3"/>',
        ),
      ],
      [
        cell('要 旨'),
        cell(
          '行为人明知对方系境外机构，仍将单位未公开的报价模型有偿提供的，不要求造成实际损失即可构成为境外非法提供商业秘密罪。对“境外”的认定应当穿透中间人，以信息的最终流向为准。',
          '<w:gridSpan w:val="3"/>',
        ),
      ],
      [cell('基本案情', '<w:gridSpan w:val="4"/>')],
      [
        cell(
          '汐桥机电有限公司参与境外电机招标，其报价模型由成本分项、汇率对冲系数和让利阶梯三部分组成，仅总经理、财务负责人和三名投标专员知悉，接触须经双人登记。\n2024年4月至9月，投标专员何某甲通过招聘网站结识自称猎头的“咨询顾问”，先后四次以访谈费名义收取十六万元，将两次投标所用报价模型的参数截图发送给对方。对方实为境外咨询机构的外包人员，截图在十小时内被转发至该机构服务器。汐桥公司在第二次投标中以百分之零点四的差价落选。\n案发后，何某甲辩称不知对方来自境外，且截图只是“过程数据”，落选与其无关。同案的何某丙为其提供了境外收款账户，并从中提取一成作为酬劳。',
          '<w:gridSpan w:val="4"/>',
        ),
      ],
      [
        cell('检察机关履职过程'),
        cell(
          '（一）引导取证，查明流向。检察机关建议侦查机关提取“咨询顾问”提供的会议链接、时区设置和发票抬头，与转发日志相互印证，证明何某甲至迟在第二次访谈时已经知道对方的客户在境外。\n（二）指控犯罪，厘清标准。针对“落选与泄密无因果关系”的辩解，公诉人指出本罪保护的是商业秘密不向境外流失，不以实际损失为要件；损失情况作为量刑情节考虑。\n（三）综合履职，堵塞漏洞。检察机关走访七家参与境外投标的企业，梳理访谈类泄密的五个征兆，编成一页纸的提示，由商务部门发送全市外贸企业。针对汐桥公司截图不留痕、离岗不收权的问题制发检察建议，公司在一个月内完成了终端水印和权限回收的改造。',
          '<w:gridSpan w:val="3"/>',
        ),
      ],
      [
        cell('指导意义'),
        cell(
          '1.以信息流向认定“境外”。中间人身处境内、使用境内账户，不影响行为性质的认定。\n2.以“应知”的客观征兆认定主观明知，防止以访谈、咨询之名规避追责。\n3.把办案中发现的泄密征兆转化为企业看得懂、用得上的提示，是检察机关参与治理的有效方式。',
          '<w:gridSpan w:val="3"/>',
        ),
      ],
      [
        cell('相关规定'),
        cell('《中华人民共和国刑法》第二百一十九条之一', '<w:gridSpan w:val="3"/>'),
      ],
    ),
  ].join(''),
});

const box = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
const ruby =
  '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>cén</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>岑</w:t></w:r></w:rubyBase></w:ruby></w:r>';
const unstyled = await wordFile({
  body: [
    paragraph('云汀市人民检察院', { isCentred: true }),
    paragraph(run('建好一本账 用活一张图', 'b'), { isCentred: true }),
    paragraph(run('打造茶叶地理标志全链条保护“云汀样本”', 'b'), { isCentred: true }),
    paragraph(''),
    paragraph(run('工作背景', 'b'), { list: 1 }),
    paragraph(
      `${ruby}${run('岭茶是江岚省首批地理标志证明商标，年产值九亿余元，从业茶农一万两千户。过去三年，全市办理涉茶知识产权案件')}<w:fldSimple w:instr=" DOCPROPERTY cases "><w:r><w:t>五十八</w:t></w:r></w:fldSimple>${run('件，但多数停留在查一家、罚一家，假茶换个包装又回到市场。')}`,
    ),
    paragraph(run('主要做法', 'b'), { list: 1 }),
    paragraph(
      `${run('（一）建好一本账', 'b')}<w:r><w:br/></w:r>${run('检察机关会同协会把全市四百一十三家包装厂、印刷厂登记在册，每季度核对一次产地编码的印制数量与申领数量。账面差额超过百分之三的，自动列入抽查名单。一年来发现超印编码二十七万枚，其中四条线索移送公安机关立案。')}`,
    ),
    paragraph(
      `${run('（二）用活一张图', 'b')}<w:r><w:br/></w:r>${run('以县区为单元绘制“产区—加工—销售”流向图，标出散茶集散点和网店发货地。办案人员接到线索后先看图，判断假茶可能从哪里混入、往哪里流出，再决定从哪一环取证。平均取证时间由二十六天缩短为十一天。')}`,
    ),
    paragraph(
      `${run('（三）管住一个口', 'b')}<w:r><w:br/></w:r>${run('推动四家快递企业在产区设立统一发货点，凭编码享受运费优惠，使正品走得快、走得便宜。')}${box('统一发货点示意：编码核验后放行，未通过的退回协会复核。')}`,
    ),
    paragraph(run('工作成效', 'b'), { list: 1 }),
    table([
      `<w:tc><w:tcPr/>${paragraph('全市涉茶投诉量同比下降百分之五十三；产区鲜叶均价由每斤二十一元回升至二十六元；协会新增授权使用人一百零七户。', { list: 2 })}${paragraph('三起案件入选省级典型案例，两个县外检察院前来学习并照此建账。', { list: 2 })}</w:tc>`,
    ]),
    paragraph(run('可复制条件', 'b'), { list: 1 }),
    paragraph(
      '有一个管得住编码的协会，有一本每季度核得动的账，有一名愿意跑印刷厂的检察官。三个条件之外不需要新建系统，也不增加茶农填表的负担。',
    ),
    paragraph(
      `<m:oMathPara><m:oMath><m:r><m:t>差额率=(印制−申领)÷申领</m:t></m:r></m:oMath></m:oMathPara>`,
    ),
    paragraph(
      '我们的体会是，地理标志保护最怕“各管一段”：商标在市场监管部门，产地在农业农村部门，包装在印刷行业，销售在网上。检察机关不替代任何一家执法，只是把四家的数据放到同一张图上，让差额自己说话。下一步，拟将差额率公开到协会网站，由茶农和客商共同监督，并探索把这套办法推广到临溪县的竹编和望舒区的米醋。推广中坚持一条底线：凡是要求群众多跑一次、多填一张表的做法，一律先停下来再研究。',
    ),
  ].join(''),
});

for (const [name, bytes] of Object.entries({
  'tea-public-interest-styled': styled,
  'nomination-form': form,
  'unstyled-practice': unstyled,
})) {
  writeFileSync(path.join(import.meta.dirname, '../fixtures/imports', `${name}.docx`), bytes);
}
