/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What sentences tell in numbers. The report is that of 澄江县人民政府 for 2022. A line of the table is a
 * paragraph, or several, and the claims that come of it in the order of the text; half of the lines are traps, in
 * which a number is about something else.
 */

#include <locale.h>
#include <string.h>

#include "base/nb-limits.h"
#include "check/nb-narrative.h"
#include "check/nb-numbers.h"
#include "trap-sentences.h"

typedef struct
{
  const char *text;
  const char *claims;
  const char *section; /* (nullable) */
} Case;

/* Sentences of DOMAIN §4.6. */
static const Case models[] = {
  { "全年新收申请95件,答复98件,其中上年结转8件,5件转入下年度。",
    "received=95 closed=98 carried-in=8 carried-out=5" },
  { "受理255件,办结255件,予以公开71件、部分公开5件、不予公开28件。",
    "received=255 closed=255 full=71 partial=5 refused=28" },
  { "收到24件,线下15件、线上9件。", "received=24" },
  { "引起复议3件,1件维持、2件纠正。",
    "reconsideration=3 reconsideration-upheld=1 reconsideration-corrected=2" },
  { "未收到政府信息公开申请。", "received=none" },
  { "共收到关于某局19家企业改制的资料公开等26起依申请公开件。", "received=26" },
  { "收到政务咨询、投诉75件,依申请公开2件都已办结。", "received=2" },
  { "行政诉讼18宗,其中涉及政府信息公开1宗。", "litigation=1" },
};

static const Case statements[] = {
  { "全年共收到政府信息公开申请26件,均在法定期限内答复。", "received=26" },
  { "２０２２年，我县共收到政府信息公开申请１，２６０件，办结１，２５８件，结转下年度２件。",
    "received=1260 closed=1258 carried-out=2" },
  { "本年度受理依申请公开三十六件,答复三十五件。", "received=36 closed=35" },
  { "全年新收政府信息公开申请一百零五件。", "received=105" },
  { "我县共收到依申请公开申请1.2万件。", "received=12000" },
  { "2022年新收政府信息公开申请40件,上年结转3件,办结41件,结转下年度继续办理2件。",
    "received=40 carried-in=3 closed=41 carried-out=2" },
  { "共办理政府信息公开申请43件。", "handled=43" },
  { "受理95件(含上年结转8件)政府信息公开申请。", "received=95 carried-in=8" },
  { "2021年结转政府信息公开申请8件。", "carried-in=8" },
  { "结转至2023年继续办理的政府信息公开申请4件。", "carried-out=4" },
  { "收到政府信息公开申请26件,其中自然人申请20件,法人或其他组织申请6件。",
    "received=26 natural=20 legal=6" },
  { "共收到自然人提出的政府信息公开申请4件,办结4件。", "natural=4 closed=4" },
  { "收到公民、法人和其他组织提出的政府信息公开申请26件。", "received=26" },
  { "申请人中自然人18件、商业企业3件、法律服务机构1件,均为政府信息公开申请。",
    "natural=18 company=3 law-firm=1" },
  { "办结政府信息公开申请30件:予以公开12件,部分公开3件,不予公开5件,无法提供6件,不予处理3件,"
    "其他处理1件。",
    "closed=30 full=12 partial=3 refused=5 unavailable=6 not-handled=3 other=1" },
  { "答复的政府信息公开申请中,12件予以公开,5件不予公开。", "full=12 refused=5" },
  { "因本机关不掌握等原因无法提供政府信息公开申请265件。", "unavailable=265" },
  { "新收、办结政府信息公开申请分别为26件、25件。", "received=26 closed=25" },
  { "(三)依申请公开。全年收到17件,办结17件。", "received=17 closed=17" },
  { "(二)依申请公开情况\n本年共受理12件,办结11件,结转下年1件。",
    "received=12 closed=11 carried-out=1" },
  { "通过当面、信函、网络等渠道共收到政府信息公开申请33件。", "received=33" },
  { "县人民政府办公室统计,全县共收到信息公开申请58宗。", "received=58" },
  { "收到政府信息公开申请,共31件。", "received=31" },
  { "没有收到依申请公开件。", "received=none" },
  { "本年度未收到公民、法人和其他组织提出的政府信息公开申请。", "received=none" },
  { "全年无依申请公开事项。", "received=none" },
  { "收到政府信息公开申请0件。", "received=0" },
  { "因政府信息公开被申请行政复议4件,维持3件,纠正1件。",
    "reconsideration=4 reconsideration-upheld=3 reconsideration-corrected=1" },
  { "涉及政府信息公开的行政诉讼2件,1件维持,1件尚未审结。",
    "litigation=2 litigation-upheld=1 litigation-pending=1" },
  { "本年度行政复议3件,行政诉讼2件。", "reconsideration=3 litigation=2", "disputes" },
  { "因政府信息公开被申请行政复议3件;被提起行政诉讼2件,尚未审结1件。",
    "reconsideration=3 litigation=2 litigation-pending=1" },
  { "因信息公开引发行政复议5宗、行政诉讼1宗。", "reconsideration=5 litigation=1" },
  { "政府信息公开类行政诉讼中,未经复议直接起诉2件,复议后起诉1件。",
    "litigation-direct=2 litigation-after=1" },
  { "未发生因政府信息公开引起的行政复议、行政诉讼。", "reconsideration=none litigation=none" },
  { "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。",
    "reconsideration=none litigation=none" },
  { "各级法院受理行政诉讼共9宗,其中涉及政府信息公开案件1宗(法院判决责令公开)。",
    "litigation=1 litigation-corrected=implied" },
  { "全年制发行政规范性文件16件,废止8件,现行有效41件。",
    "normative-issued=16 normative-repealed=8 normative-in-force=41" },
  { "制发、废止、现行有效行政规范性文件分别为16件、8件、41件。",
    "normative-issued=16 normative-repealed=8 normative-in-force=41" },
  { "印发规范性文件5件。", "normative-issued=5" },
  { "公开通过备案审查的规章和规范性文件113个。", "documents-published=113" },
  { "制定规章2件,废止规章1件。", "rules-issued=2 rules-repealed=1" },
  { "2022年全县作出行政许可决定41,375件,作出行政处罚决定30266件,实施行政强制6683件。",
    "licences=41375 penalties=30266 coercion=6683" },
  { "行政许可41375件。", "licences=41375" },
  { "收取行政事业性收费2122.36万元。", "charges=2122.36" },
  { "行政事业性收费金额合计1.2亿元。", "charges=12000" },
  { "行政事业性收费251000元。", "charges=25.1" },
  { "实施政府集中采购项目388个,采购金额462.657万元。",
    "procurement=388 procurement-amount=462.657" },
  { "本年度发出收费通知3件,总金额400元。", "fee-notices=3" },
  { "全年受理政府信息公开申请四件,全部办结。", "received=4" },
  { "今年我县接到依申请公开信件7封,已回复7封。", "received=7 closed=7" },
  { "当年新收依申请公开申请22件;办结21件。", "received=22 closed=21" },
  { "共受理依申请公开46件,办结45件,结转下年办理1件。", "received=46 closed=45 carried-out=1" },
};

/* Written as counties, offices and towns write: much between the verb and its number, other matters beside it. */
static const Case written[] = {
  { "2022年,"
    "全县共收到关于松溪河沿岸12家采砂场关闭补偿政策、关于2006年乡村公路养护登记资料等31起依申请公开"
    "件,均在时限内回复。",
    "received=31" },
  { "全年共收到关于8个老旧小区改造资金安排的政府信息公开申请5件。", "received=5" },
  { "全年收到申请人提出的涉及征地批文、房屋拆迁许可等内容的政府信息公开申请44件,其中予以公开30件,"
    "部分公开6件,无法提供8件。",
    "received=44 full=30 partial=6 unavailable=8" },
  { "2022年度,我办共收到自然人提出的政府信息公开申请6件,办结6件,内容涉及规划审批、物业服务等。",
    "natural=6 closed=6" },
  { "2022年我区收到政务咨询、投诉112件,依申请公开7件均已办结。", "received=7" },
  { "全年收到群众来信、咨询86件,其中依申请公开政府信息3件。", "" },
  { "2022年各级法院受理以我县政府为被告的行政诉讼共27宗,其中涉及政府信息公开案件2宗。",
    "litigation=2" },
  { "我局因政府信息公开被提起行政复议的案件有3宗,均维持原行政行为。", "reconsideration=3" },
  { "共收到依申请公开案件19宗,已办结18宗,1宗正在办理中。", "received=19 closed=18" },
  { "今年以来,我局共受理政府信息公开申请16宗,答复16宗,答复率100%。", "received=16 closed=16" },
  { "(三)依申请公开情况。全年新收申请二十三件,其中网上提交十九件、信函四件,全部办结。",
    "received=23" },
  { "2022年度本机关新收政府信息公开申请1.2万件,办结11860件。", "received=12000 closed=11860" },
  { "本年度,自然人申请20件,法人或其他组织申请5件,共收到政府信息公开申请25件。",
    "natural=20 legal=5 received=25" },
  { "收到政府信息公开申请8件(自然人7件,企业1件),均已答复。", "received=8 natural=7" },
  { "全年共收到政府信息公开申请11件,上年结转2件,共办理13件,结转下年度0件。",
    "received=11 carried-in=2 handled=13 carried-out=0" },
  { "本年办结政府信息公开申请52件,"
    "其中予以公开33件、部分公开4件、不予公开3件、本机关不掌握8件、其他处理4件。",
    "closed=52 full=33 partial=4 refused=3 other=4" },
  { "制发行政规范性文件7件,修订2件,宣布失效5件。", "normative-issued=7" },
  { "年内新出台规范性文件9件,均已在门户网站公开。", "normative-issued=9" },
  { "截至2022年底,现行有效规范性文件58件。", "normative-in-force=58" },
  { "共办理行政许可事项8031件,行政处罚147件。", "penalties=147" },
  { "全年发出收费通知0件,收取信息处理费0元。", "fee-notices=0" },
  { "本年度未发生因政府信息公开提起的行政复议和行政诉讼案件。",
    "reconsideration=none litigation=none" },
  { "2022年,我街道没有收到任何形式的政府信息公开申请。", "received=none" },
  { "因信息公开工作被申请行政复议1起,结果为维持;未被提起行政诉讼。", "reconsideration=1" },
  { "全县19家石煤矿山全部退出,兑付奖补资金2.3亿元。", "" },
  { "收到市长信箱来信318封,办结301封。", "" },
  { "共办理以乡镇政府为被申请人的行政复议申请13宗。", "" },
  { "主动公开政府文件、办公室文件、规范性文件及部门文件169个。", "" },
  { "依申请公开平台累计注册用户2100个。", "" },
  { "依申请公开窗口接待来访群众46人次。", "" },
  { "举办依申请公开业务培训2期,培训85人次。", "" },
  { "修订依申请公开答复文书模板12种。", "" },
  { "对26个单位的依申请公开办理情况开展抽查。", "" },
  { "公布依申请公开咨询电话12部。", "" },
  { "受理群众诉求2727件,均在规定时限内答复。", "" },
  { "12345热线转办工单4511件,办结4490件。", "" },
  { "办理信访事项64件。", "" },
  { "网上问政平台收到留言902条,回复895条。", "" },
  { "全年受理不动产登记申请3.1万件。", "" },
  { "受理公租房申请188件,批准152件。", "" },
  { "国家赔偿申请2件,均已办结。", "" },
  { "收到行政复议申请30件,受理27件,审结25件。", "" },
  { "代理行政应诉案件18件,败诉2件。", "" },
  { "公开行政处罚决定书215份。", "" },
  { "抽查行政许可案卷30件。", "" },
  { "清理行政许可事项6项,承接下放事项4项。", "" },
  { "全年收到信息公开投诉举报0件。", "" },
  { "向档案馆、图书馆移交规范性文件文本48份。", "" },
  { "对照2021年要点,完成任务31项。", "" },
  { "其中县级规范性文件解读材料22篇。", "" },
  { "2021年度收到的5件申请已于当年办结。", "" },
  { "依申请公开答复平均用时9个工作日。", "" },
  { "全市政府信息公开申请量前三位的县区分别受理87件、66件、41件。", "" },
  { "收到市政府办公室转来的政府信息公开申请2件。", "" },
};

/* More ways to say the same. */
static const Case more_statements[] = {
  { "2022年度,全县各级行政机关共新收政府信息公开申请312件,较上年减少18件。", "received=312" },
  { "本年度新收政府信息公开申请数量为56件,上年度结转申请4件。", "received=56 carried-in=4" },
  { "2022年,本机关收到自然人政府信息公开申请9件、法人或其他组织政府信息公开申请2件。",
    "natural=9 legal=2" },
  { "我局全年共收到政府信息公开申请(含网上申请)15件。", "received=15" },
  { "收到的28件政府信息公开申请均在规定期限内答复。", "received=28" },
  { "全年依申请公开政府信息26件,其中予以公开20件,部分公开2件,无法提供4件。",
    "received=26 full=20 partial=2 unavailable=4" },
  { "对收到的政府信息公开申请,予以公开的12件,不予公开的3件。", "full=12 refused=3" },
  { "办理结果中,予以公开9件、无法提供2件、不予处理1件、其他处理0件。",
    "full=9 unavailable=2 not-handled=1 other=0" },
  { "上年结转3件、本年新收19件政府信息公开申请,已办结21件,结转下年度1件。",
    "carried-in=3 received=19 closed=21 carried-out=1" },
  { "本年新收依申请公开案件二十一件,全部按期办结。", "received=21" },
  { "全年共受理政府信息公开申请1,024件,按期答复1,020件。", "received=1024 closed=1020" },
  { "本年度共收到政府信息公开申请12宗,已全部办结。", "received=12" },
  { "结转下年度继续办理的政府信息公开申请有6件。", "carried-out=6" },
  { "2022年无政府信息公开申请。", "received=none" },
  { "我镇未接到政府信息公开申请。", "received=none" },
  { "本年度没有公民、法人或者其他组织向本机关提出政府信息公开申请。", "received=none" },
  { "本年度我局政府信息公开申请数为0件。", "received=0" },
  { "全年政府信息公开申请0件,行政复议0件,行政诉讼0件。",
    "received=0 reconsideration=0 litigation=0", "disputes" },
  { "因政府信息公开引发的行政复议案件2件,结果维持1件,结果纠正1件。",
    "reconsideration=2 reconsideration-upheld=1 reconsideration-corrected=1" },
  { "涉及政府信息公开的行政复议7件:维持4件、纠正1件、其他结果1件、尚未审结1件。",
    "reconsideration=7 reconsideration-upheld=4 reconsideration-corrected=1 "
    "reconsideration-other=1 reconsideration-pending=1" },
  { "2022年因政府信息公开被提起行政诉讼6件,其中结果维持5件,尚未审结1件。",
    "litigation=6 litigation-upheld=5 litigation-pending=1" },
  { "政府信息公开行政复议3起,行政诉讼4起。", "reconsideration=3 litigation=4" },
  { "未因政府信息公开工作被申请行政复议或被提起行政诉讼。",
    "reconsideration=none litigation=none" },
  { "本年度无行政复议、行政诉讼。", "reconsideration=none litigation=none", "disputes" },
  { "本年制发规范性文件3件、废止2件。", "normative-issued=3 normative-repealed=2" },
  { "全年新制发行政规范性文件8件,现行有效行政规范性文件102件。",
    "normative-issued=8 normative-in-force=102" },
  { "2022年出台行政规范性文件十二件。", "normative-issued=12" },
  { "废止行政规范性文件6件。", "normative-repealed=6" },
  { "目前现行有效的行政规范性文件共35件。", "normative-in-force=35" },
  { "本年办理行政许可2041件、行政处罚183件、行政强制11件。",
    "licences=2041 penalties=183 coercion=11" },
  { "全年作出行政处罚决定1.2万件。", "penalties=12000" },
  { "行政事业性收费总金额35.6万元。", "charges=35.6" },
  { "全年共收取行政事业性收费0元。", "charges=0" },
  { "收到政府信息公开申请书31份,答复31份。", "received=31 closed=31" },
  { "全年共收到依申请公开申请18份,其中自然人15份,商业企业3份。",
    "received=18 natural=15 company=3" },
  { "政府信息公开申请办理情况:新收14件,办结13件。", "received=14 closed=13" },
  { "全年收到政府信息公开申请8件(自然人7件,法律服务机构1件)。", "received=8 natural=7 law-firm=1" },
  { "自然人提出的申请20件,占总数的83.3%,均为政府信息公开申请。", "natural=20" },
  { "本年新收政府信息公开申请45件,上年结转2件,本年办结46件,其中予以公开30件。",
    "received=45 carried-in=2 closed=46 full=30" },
  { "我市共收到政府信息公开申请一千零二十四件。", "received=1024" },
  { "全年共办理政府信息公开申请43件,其中本年新收40件、上年结转3件。",
    "handled=43 received=40 carried-in=3" },
  { "未办结的11件政府信息公开申请已结转下年度继续办理。", "carried-out=11" },
  { "今年以来,本机关登记受理政府信息公开申请38件,较上年度增加2件。", "received=38" },
  { "有4件政府信息公开申请结转至2023年办理。", "carried-out=4" },
  { "上年度结转继续办理的政府信息公开申请12件。", "carried-in=12" },
  { "2021年结转到本年度办理的政府信息公开申请5件。", "carried-in=5" },
  { "尚未办结、结转下一年度继续办理的政府信息公开申请6件。", "carried-out=6" },
};

static const Case traps[] = {
  { "全年收到人大建议35件、政协提案48件,均已答复。", "" },
  { "收到群众来信2333封,办结2257封。", "" },
  { "12345热线受理诉求5120件,办结率99.2%。", "" },
  { "留言办理回复412条,回复率100%。", "" },
  { "收到政务咨询75件、投诉30件。", "" },
  { "收到其他行政机关转送的政府信息公开申请4件。", "" },
  { "行政复议案件办理信息公开771条。", "" },
  { "信息公开申请受理点5个。", "" },
  { "第三季度收到政府信息公开申请6件。", "" },
  { "申请量居前的是自然资源、住房城乡建设和公安部门,分别收到政府信息公开申请12件、5件和2件。", "" },
  { "截至6月底,共收到政府信息公开申请9件。", "" },
  { "2021年共收到政府信息公开申请88件。", "" },
  { "2008年以来累计受理政府信息公开申请1024件。", "" },
  { "去年收到政府信息公开申请19件。", "" },
  { "政府信息公开申请数量同比增加5件。", "" },
  { "申请量比上年减少12件,依申请公开工作压力缓解。", "" },
  { "共收到政府信息公开申请约30件。", "" },
  { "收到政府信息公开申请30余件。", "" },
  { "县公安局收到政府信息公开申请8件。", "" },
  { "其中县自然资源局办理政府信息公开申请14件。", "" },
  { "各乡镇收到政府信息公开申请5件。", "" },
  { "区政府办代表区政府受理政府信息公开申请17件,均已答复。", "" },
  { "通过网络收到政府信息公开申请9件。", "" },
  { "其中网上申请12件、当面申请3件,均为政府信息公开申请。", "" },
  { "涉及土地征收的政府信息公开申请12件。", "" },
  { "征地类申请12件,拆迁类申请5件。", "" },
  { "制发公文155件,其中主动公开120件,依申请公开35件,不予公开12件。", "" },
  { "文件公开属性认定为主动公开86件、依申请公开14件、不予公开9件。", "" },
  { "延期答复政府信息公开申请2件。", "" },
  { "对3件政府信息公开申请要求补正。", "" },
  { "不予受理政府信息公开申请1件。", "" },
  { "受理行政许可申请500件,办结498件。", "" },
  { "受理公租房申请230件。", "" },
  { "发放补贴申请表600份。", "" },
  { "印发《依申请公开工作规程》,组织培训2次。", "" },
  { "举办政府信息公开培训3次,参训150人次。", "" },
  { "未收到投诉举报。", "" },
  { "未收到群众对政府信息公开的意见。", "" },
  { "无申请人对答复提出异议。", "" },
  { "依申请公开办理无超期情况。", "" },
  { "没有因违反保密规定公开信息的情况。", "" },
  { "第一季度未收到政府信息公开申请。", "" },
  { "2021年未收到政府信息公开申请。", "" },
  { "办理行政复议案件28件,其中维持20件,纠正2件。", "" },
  { "全县行政应诉案件45件,败诉3件。", "" },
  { "县法院审理行政诉讼12件。", "" },
  { "未发生行政诉讼败诉案件。", "", "disputes" },
  { "清理规范性文件120件,修改3件,继续有效109件。", "" },
  { "对12件规范性文件进行合法性审查。", "" },
  { "解读规范性文件21件,图解8件。", "" },
  { "修订规章制度12项。", "" },
  { "公示行政许可信息35条、行政处罚信息120条。", "" },
  { "梳理行政许可事项120项。", "" },
  { "办理施工许可8件、项目报建5件、备案7件。", "" },
  { "收取信息处理费400元。", "" },
  { "减免企业费用2600万元。", "" },
  { "发布政府采购信息2300余条。", "" },
  { "国办发〔2019〕60号文件要求规范依申请公开。", "" },
  { "依照条例第36条第3项不予公开。", "" },
  { "逐件登记、逐件答复,没有一件超期。", "" },
  { "主动公开政府信息1284条,其中政策文件37条。", "" },
  { "回应热点3次,接受媒体采访2次。", "" },
  { "12个部门参加依申请公开测试,平均得分95分。", "" },
  { "政府信息公开申请办理平均用时8天。", "" },
  { "计划受理政府信息公开申请20件。", "" },
  { "全年受理各类申请1200件。", "" },
  { "公开依申请公开目录35条。", "" },
  { "全年依申请公开信息26条,主动公开信息5600条。", "" },
  { "县政府本级收到政府信息公开申请86件。", "" },
  { "通过政府网站依申请公开系统收到申请26件。", "" },
};

static char *
describe (const Case *item)
{
  g_autoptr (NbProse) prose = nb_prose_new_text (item->text, item->section);
  g_autoptr (GArray) claims = nb_narrative_read (prose, 2022, "澄江县人民政府");
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const NbClaim *claim = &g_array_index (claims, NbClaim, i);
      g_autofree char *value = nb_decimal_to_string (claim->value);

      g_string_append_printf (out, "%s%s=%s", out->len > 0 ? " " : "",
                              nb_claim_kind_to_string (claim->kind),
                              claim->in_words  ? "none"
                              : claim->implied ? "implied"
                                               : value);
    }
  return g_string_free (out, FALSE);
}

static void
check_cases (const Case *cases, guint n)
{
  guint n_wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *found = describe (&cases[i]);

      if (strcmp (found, cases[i].claims) == 0)
        continue;
      g_test_message ("“%s”: expected \"%s\", got \"%s\"", cases[i].text, cases[i].claims, found);
      n_wrong++;
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u of %u sentences", n_wrong, n);
}

static void
test_models (void)
{
  check_cases (models, G_N_ELEMENTS (models));
}

static void
test_statements (void)
{
  check_cases (statements, G_N_ELEMENTS (statements));
}

static void
test_more_statements (void)
{
  check_cases (more_statements, G_N_ELEMENTS (more_statements));
}

static void
test_written (void)
{
  check_cases (written, G_N_ELEMENTS (written));
}

static void
test_traps (void)
{
  check_cases (traps, G_N_ELEMENTS (traps));
}

/* Wherever they stand: in the overview, below the heading of the requests, in the sections of requests and disputes. */
static void
test_more_traps (void)
{
  static const struct
  {
    const char *head;
    const char *section;
  } places[] = {
    { "", NULL }, { "(二)依申请公开情况\n", "overview" }, { "", "requests" }, { "", "disputes" }
  };
  guint n_wrong = 0;

  for (guint i = 0; i < n_trap_sentences; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      {
        g_autofree char *text = trap_sentence_fill (trap_sentences[i], 2022);
        g_autofree char *whole = g_strconcat (places[j].head, text, NULL);
        const Case item = { whole, "", places[j].section };
        g_autofree char *found = describe (&item);

        if (*found == '\0')
          continue;
        g_test_message ("%u “%s”: got \"%s\"", j, text, found);
        n_wrong++;
      }
  if (n_wrong > 0)
    g_test_fail_printf ("%u of %u sentences", n_wrong, n_trap_sentences);
}

/* The claim names the words that it was read from. */
static void
test_place (void)
{
  static const char text[] = "总述。全年共收到政府信息公开申请 26 件,已办结。";
  g_autoptr (NbProse) prose = nb_prose_new_text (text, NULL);
  g_autoptr (GArray) claims = nb_narrative_read (prose, 2022, NULL);
  const NbSentence *sentence = nb_prose_get (prose, 1);

  g_assert_cmpuint (claims->len, ==, 1);
  g_assert_cmpuint (g_array_index (claims, NbClaim, 0).sentence, ==, 1);
  g_assert_cmpmem (text + sentence->offset, sentence->size, strstr (text, "全年"),
                   strlen (strstr (text, "全年")));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    NbNumberKind kind;
    const char *value;
  } numbers[] = {
    { "1,234件", NB_NUMBER_CASES, "1234" },    { "12,34件", NB_NUMBER_CASES, "34" },
    { "3.5万件", NB_NUMBER_CASES, "35000" },   { "十二件", NB_NUMBER_CASES, "12" },
    { "二十件", NB_NUMBER_CASES, "20" },       { "三百零六件", NB_NUMBER_CASES, "306" },
    { "一千二百件", NB_NUMBER_CASES, "1200" }, { "两万三千件", NB_NUMBER_CASES, "23000" },
    { "二〇六件", NB_NUMBER_CASES, "206" },    { "94.57%", NB_NUMBER_PERCENT, "94.57" },
    { "0.5亿元", NB_NUMBER_MONEY, "5000" },    { "400元", NB_NUMBER_MONEY, "0.04" },
    { "2022年", NB_NUMBER_OTHER, "2022" },     { "260人次", NB_NUMBER_OTHER, "260" },
    { "113个", NB_NUMBER_ITEMS, "113" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GArray) found = nb_numbers_read (numbers[i].text, strlen (numbers[i].text));
      const NbNumber *last;
      g_autofree char *value = NULL;

      g_assert_cmpuint (found->len, >, 0);
      last = &g_array_index (found, NbNumber, found->len - 1);
      value = nb_decimal_to_string (last->value);
      g_assert_cmpstr (value, ==, numbers[i].value);
      g_assert_cmpint (last->kind, ==, numbers[i].kind);
    }
}

/* NB_LIMIT_PROSE: a paragraph that is longer is left alone, and what follows is read. */
static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_sized_new (NB_LIMIT_PROSE + 100);
  g_autoptr (NbProse) prose = NULL;

  while (text->len <= NB_LIMIT_PROSE)
    g_string_append (text, "\345\205\2543\344\273\266\343\200\202");
  g_string_append (text, "\n\345\205\2547\344\273\266\343\200\202");
  prose = nb_prose_new_text (text->str, NULL);
  g_assert_cmpuint (prose->sentences->len, ==, 1);
  g_assert_nonnull (strstr (nb_prose_get (prose, 0)->text, "7"));
}

/* NB_LIMIT_SENTENCE: of a longer sentence no number is taken, of one that is as long all are. */
static void
test_long_sentence (void)
{
  static const char words[] = "收到政府信息公开申请12件", full_stop[] = "。";

  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr (GString) text = g_string_new (words);
      g_autoptr (GArray) claims = NULL;
      g_autoptr (NbProse) prose = NULL;

      while (text->len + 3 * strlen (full_stop) <= NB_LIMIT_SENTENCE + extra * 6)
        g_string_append (text, "的");
      g_string_append (text, full_stop);
      prose = nb_prose_new_text (text->str, "requests");
      claims = nb_narrative_read (prose, 2023, NULL);
      g_test_message ("%" G_GSIZE_FORMAT " bytes", nb_prose_get (prose, 0)->length);
      g_assert_cmpuint (claims->len, ==, extra == 0);
    }
}

/* NB_LIMIT_SENTENCE_NUMBERS: of a sentence with more of them none is taken. */
static void
test_many_numbers (void)
{
  for (guint extra = 0; extra < 2; extra++)
    {
      g_autoptr (GString) text = g_string_new ("收到政府信息公开申请12件");
      g_autoptr (GArray) claims = NULL;
      g_autoptr (NbProse) prose = NULL;

      for (guint n = 1; n < NB_LIMIT_SENTENCE_NUMBERS + extra; n++)
        g_string_append (text, "，走访7户");
      prose = nb_prose_new_text (text->str, "requests");
      claims = nb_narrative_read (prose, 2023, NULL);
      g_assert_cmpuint (claims->len, ==, extra == 0);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/nianbao/narrative/numbers", test_numbers);
  g_test_add_func ("/nianbao/narrative/models", test_models);
  g_test_add_func ("/nianbao/narrative/statements", test_statements);
  g_test_add_func ("/nianbao/narrative/more-statements", test_more_statements);
  g_test_add_func ("/nianbao/narrative/written", test_written);
  g_test_add_func ("/nianbao/narrative/traps", test_traps);
  g_test_add_func ("/nianbao/narrative/more-traps", test_more_traps);
  g_test_add_func ("/nianbao/narrative/place", test_place);
  g_test_add_func ("/nianbao/narrative/limit", test_limit);
  g_test_add_func ("/nianbao/narrative/limit-sentence", test_long_sentence);
  g_test_add_func ("/nianbao/narrative/limit-sentence-numbers", test_many_numbers);
  return g_test_run ();
}
