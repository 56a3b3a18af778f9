package org.anshe.campaign.internal.reading;

import java.util.regex.Pattern;

/** The printed cues of responsibility: who leads (牵头, 负责), who cooperates (配合, 参与, 联合). */
final class DutyCues {

    private static final String ADVERB =
            "(?:在?(?:各自|本)?(?:的)?职(?:责|能)范围内?|在各自(?:领域|职责|范围|辖区)[内里]?|要|应当?|须|需|必须|将|分别|具体|主要|统一|全面|共同|分工|直接|全权|依法|抓好|按(?:照)?(?:各自)?(?:的)?职(?:责|能)(?:分工)?,?"
                    + "|按(?:照)?(?:任务)?分工|归口|依职责|根据(?:各自)?职(?:责|能)|各自|协同|积极|密切|主动|予以|予|大力|做好|全力|认真|加强|相互|协助|共|等){0,6}";

    /** 应急办牵头, 由市住建局具体负责, 各科室各负其责. */
    static final Pattern LEADS = Pattern.compile(
            ADVERB
                    + "(?:牵头(?!单位|部门|科室|领导|人|制(?![作定订止造]))|负责(?!人|同|制(?![作定订止造])|任(?!务))|负(?:总|主要|主|全)责|主办|承办(?![单部])|为(?:牵头|责任|主办|主责|第一责任)(?:单位|部门|主体)|各司其职|各负其责)");

    /** 公安交管部门予以积极配合; not 全员参与的机制. */
    static final Pattern COOPERATES =
            Pattern.compile(ADVERB + "(?:配合|参与|参加|协办|协同|协助|为(?:配合|协办|参与)(?:单位|部门))(?!的|式|度|率|权|感|意识|单位|部门|科室|下)");

    /** 配合工商部门, 联合公安、交通等部门; not 联合执法. */
    static final Pattern WITH =
            Pattern.compile("(?:配合|联合|会同|协同|协助)(?!配合|做|抓|搞|查|单位|部门|科室|开展|执法|发|下|国|体|惩|监管|整治|检查|行动|印发|作战"
                    + "|会|组|推进|做|督|治|机制|管理|防卫|防控|处置|演练|宣传|监督|排查|抽查|攻坚|,|。|、|;)");

    /** 与公安、交通等部门联合. */
    static final Pattern TOGETHER_WITH = Pattern.compile(
            "(?<=[与同和])([^,。;:!?与同和]{2,60}?)(?:(?:密切|加强|主动|积极|做好|相互|搞好)(?:协作)?配合|加强协作|联合|协同|共同开展|共同组织)");

    /** 牵头单位:…, 配合单位:… */
    static final Pattern LABEL = Pattern.compile(
            "(牵头(?:责任)?(?:单位|部门|科室)?|责任(?:单位|部门|科室|主体|处室|股室)|主(?:办|责|要责任)(?:单位|部门|科室)|承办(?:单位|部门|科室)|负责(?:单位|部门|科室)|实施(?:单位|主体)|落实单位)(?:及(?:责任人|人员))?(?:[:]|(?<![为是])[为是](?![单各]位))"
                    + "|((?:配合|协办|参与|参加|协同|协助|联办|协作)(?:责任)?(?:单位|部门|科室))(?:[:]|(?<![为是])[为是](?![单各]位))");

    static final Pattern NEXT_LABEL = Pattern.compile(
            "(?:牵头|责任|主办|承办|负责|实施|配合|协办|参与|参加|协同|协助|完成|整改|工作|时间|落实)(?:责任)?(?:单位|部门|科室|主体|人|时限|时间|期限|要求|目标|领导)[:为是]");

    /** The industry's and the territory's share beside a leading unit. */
    static final Pattern SHARES = Pattern.compile(ADVERB + "落实(?:行业(?:监管|主管|管理)?|属地(?:管理|监管)?)(?:的)?责任");

    static final Pattern EACH_ITS_OWN = Pattern.compile("各司其职|各负其责");

    /** The subject of 会同 acts with others in its own name, and so leads. */
    static final Pattern MEETS_WITH = Pattern.compile(ADVERB + "会同(?!期|步|样|时)");

    /** The subject of what follows its description: 办公室设在安监站,负责…; 区安委办作为议事机构,负责…. */
    static final Pattern DESCRIBED = Pattern.compile("(?:^|[,;:])([^,;:]{2,30}?)(?:作为|设在|设于|挂靠)[^,;:]{1,40},(?:并)?$");

    /** Words before a unit that make it an object or no unit at all. */
    static final Pattern NO_SUBJECT = Pattern.compile(
            "^(?:要|请|督促|组织|推动|指导|要求|协调|引导|鼓励|支持|动员|协助|配合|联合|会同|邀请|建立|形成|完善|健全|加强|强化|落实"
                    + "|实行|坚持|依托|发动|促进|号召|压实|明确|通过|成立|构建|下设|设立|在|于|对|与|从|当|向|经|使|让|把|将|为|其中|没有|主动|继续|积极|及时|并|广泛|深入|严格|认真|切实|同时|共同|密切|充分)");

    /** 党委领导、政府负责、部门协同: a slogan, not an assignment; 由水务站牵头、环保站参与 is one. */
    static final Pattern SLOGAN_AFTER = Pattern.compile(
            "[、”](?:党委|党政|政府|部门|社会|公众|群众|全民|全员|全社会|各方|多元|多方|企业|单位|行业|属地|村民|居民|学校|家庭|专业|司法|法治|科技|媒体|市场|联合)"
                    + "[^、,。;]{0,4}(?:领导|主导|负责|负责制|监管|配合|联动|协同|参与|牵头|监督|支持|保障|共建|共治|共享)");

    /** The end of a duty that another follows within the clause. */
    static final Pattern DUTY_BEFORE = Pattern.compile("(?:领导|主导|负责|监管|配合|联动|协同|参与|牵头|协助)[、\"”]");

    static final Pattern SLOGAN_SUBJECT = Pattern.compile("党委|党政|政府|社会|公众|群众|企业|单位|行业|属地|学校|家庭");

    /** 城管办要主动与派出所配合: who stands before 与 is no part of the list after it. */
    static final Pattern WITH_OTHERS = Pattern.compile("(?:要|应|须|需|主动|积极|加强|注重)[与同和]");

    /** A quick look whether a sentence can hold a cue at all. */
    static final Pattern ANY = Pattern.compile(
            "牵头|负责|配合|参与|参加|协办|协同|联合|会同|主办|承办|负总责|负主|负全责|协助|各司其职|各负其责|属地|行业|[位门室体][:为是]|为(?:牵头|责任|主办|主责|第一|配合|协办|参与)");

    private DutyCues() {}
}
