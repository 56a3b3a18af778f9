package org.anshe.report.internal;

import static org.anshe.report.internal.BriefingFigures.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.report.internal.BriefingFigures.Read;
import org.anshe.report.internal.DocumentContent.Paragraph;
import org.anshe.report.internal.DocumentContent.Section;
import org.anshe.report.internal.text.Clause;
import org.anshe.report.internal.text.Comparison;
import org.anshe.report.internal.text.Enumeration;
import org.anshe.report.internal.text.Enumeration.Item;
import org.anshe.report.internal.text.Figure;
import org.anshe.report.internal.text.Sentence;
import org.anshe.report.internal.text.TextRun;
import org.springframework.stereotype.Component;

/** The composed sections of a briefing: only what the figures say. A section that would say nothing is left out. */
@Component
class BriefingSections {

    private static final int MOST_NAMED = 4;
    private static final Map<String, String> TYPE_MEASURES = Map.of(
            "enterprise",
            "家",
            "small-premises",
            "家",
            "construction-site",
            "家",
            "residential-building",
            "栋",
            "lift",
            "部");
    private static final Map<String, String> SOURCES = Map.of(
            "CHECK", "检查发现",
            "PATROL", "巡查发现",
            "SELF_CHECK", "单位自查",
            "RESIDENT", "居民反映",
            "CAMPAIGN", "专项整治发现",
            "SUPERIOR", "上级交办");

    private final GroupNames names;

    BriefingSections(GroupNames names) {
        this.names = names;
    }

    /** What the text is about besides its figures. */
    record About(String area, String period, List<String> campaigns) {}

    List<Section> compose(Read read, About about) {
        List<Section> sections = new ArrayList<>();
        add(sections, "organisation", "加强组织领导，夯实工作基础", organisation(read));
        add(sections, "checks", "落实分类监管，严格监督检查", checks(read, about));
        add(sections, "hazards", "深化排查治理，实行闭环管理", hazards(read, about));
        add(sections, "campaigns", "推进专项整治，突出重点攻坚", campaigns(read, about));
        return sections;
    }

    private static void add(List<Section> sections, String code, String heading, List<Paragraph> paragraphs) {
        if (!paragraphs.isEmpty()) {
            sections.add(new Section(code, heading, false, paragraphs));
        }
    }

    private List<Paragraph> organisation(Read read) {
        FigureSet figures = read.figures();
        Sentence groups = Sentence.of(
                positive(figures.get("leading-groups"), "成立领导小组（委员会）{}个"),
                positive(figures.get("working-groups"), "下设工作组{}个"),
                positive(figures.get("posts-held"), "{}人次在其中任职"));
        Sentence ground = Sentence.of(
                positive(figures.get("communities"), "以{}个社区为基础"), positive(figures.get("grids"), "划分网格{}个"));
        Sentence registers = Sentence.of(positive(figures.get("objects-registered"), "建立监管对象台账，在册{}个")
                        .with(types(read)))
                .then(positive(figures.get("objects-added"), "其中本期新登记{}个"));
        Sentence duties = Sentence.of(
                positive(figures.get("duties-due"), "应完成周期性任务{}项次"),
                Clause.of("已完成{}项次", figures.get("duties-fulfilled")),
                Clause.of("完成率{}", figures.get("duty-rate")));
        return paragraph(Enumeration.numbered(List.of(
                Item.of("组织网络到位", groups, ground),
                Item.of("底数台账到位", registers),
                Item.of("日常履职到位", figures.get("duties-due").known() ? duties : Sentence.of()))));
    }

    private Clause types(Read read) {
        List<String> types = read.largest("objects-registered", Breakdown.TYPE);
        if (types.isEmpty()) {
            return Clause.unknown();
        }
        Clause list = Clause.of("（");
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            list = list.with(Clause.of(
                    (i == 0 ? "" : "、") + "{}{}" + TYPE_MEASURES.getOrDefault(type, "个"),
                    names.chinese(Breakdown.TYPE, type),
                    read.figures().get(BriefingFigures.key("objects-registered", Breakdown.TYPE, type))));
        }
        return list.with(Clause.of("）"));
    }

    private List<Paragraph> checks(Read read, About about) {
        FigureSet figures = read.figures();
        Figure due = figures.get("checks-due");
        List<TextRun> runs = new ArrayList<>(Sentence.opening(
                        about.period() + "，",
                        Clause.of("应开展监督检查{}家次", due),
                        Clause.of("实际检查{}家次", figures.get("checks-done")),
                        Clause.of("完成率{}", figures.get("check-rate")),
                        Clause.of("按期完成率{}", figures.get("check-on-time-rate")))
                .runs());
        runs.addAll(byClass(read).runs());
        runs.addAll(Sentence.of(
                        Clause.of("共形成检查记录{}份", figures.get("checks-made")),
                        Clause.of("其中发现问题的{}份", figures.get("checks-with-failures")),
                        Comparison.with(
                                "上年同期",
                                List.of(new Comparison.Pair(
                                        "检查记录", figures.get("checks-made"), figures.get("checks-made" + YEAR)))))
                .runs());
        runs.addAll(Sentence.of(
                        positive(figures.get("joint-meetings-held"), "召开联席会议{}次"),
                        positive(figures.get("joint-enforcement-held"), "开展联合执法{}次"),
                        positive(figures.get("joint-hazards-found"), "联合执法发现隐患{}处"),
                        positive(figures.get("illegal-acts-found"), "打击非法违法行为{}起"))
                .runs());
        return paragraph(runs);
    }

    /** 一类监管对象应查…家次、实查…家次;… */
    private static Sentence byClass(Read read) {
        Sentence sentence = Sentence.of();
        for (int supervision = 1; supervision <= 3; supervision++) {
            String value = Integer.toString(supervision);
            String due = BriefingFigures.key("checks-due", Breakdown.SUPERVISION_CLASS, value);
            String done = BriefingFigures.key("checks-done", Breakdown.SUPERVISION_CLASS, value);
            if (read.figures().knows(due) && read.figures().knows(done)) {
                sentence = sentence.then(Clause.of(
                        "{}类监管对象应查{}家次、实查{}家次",
                        Enumeration.chinese(supervision),
                        read.figures().get(due),
                        read.figures().get(done)));
            }
        }
        return sentence;
    }

    private List<Paragraph> hazards(Read read, About about) {
        FigureSet figures = read.figures();
        Figure reported = figures.get("hazards-reported");
        List<TextRun> found = new ArrayList<>(Sentence.opening(
                        about.period() + "，",
                        Clause.orNone(reported, "未发现安全隐患", "共发现安全隐患{}处"),
                        Comparison.with(
                                "上年同期",
                                List.of(new Comparison.Pair("隐患", reported, figures.get("hazards-reported" + YEAR)))),
                        major(figures, reported))
                .runs());
        found.addAll(listed(read, "hazards-reported", Breakdown.SOURCE, "从来源看，").runs());
        found.addAll(listed(read, "hazards-reported", Breakdown.DOMAIN, "从领域看，").runs());
        Sentence closed = Sentence.of(
                        positive(figures.get("hazards-fixed-on-spot"), "当场整改{}处"),
                        Clause.of("闭环销号{}处", figures.get("hazards-closed")),
                        Clause.of("隐患整改率{}", figures.get("rectification-rate")),
                        Clause.of("按期整改率{}", figures.get("on-time-rectification-rate")))
                .then(positive(figures.get("hazards-returned"), "复查不合格退回重改{}处"))
                .then(
                        Clause.orNone(figures.get("hazards-open"), "至期末隐患全部闭环", "至期末尚有{}处未闭环"),
                        positive(figures.get("hazards-overdue"), "其中逾期{}处"));
        List<Paragraph> paragraphs = new ArrayList<>();
        if (!found.isEmpty()) {
            paragraphs.add(Paragraph.subheading("（一）全面排查"));
            paragraphs.add(Paragraph.body(found));
        }
        if (closed.known()) {
            paragraphs.add(Paragraph.subheading(paragraphs.isEmpty() ? "（一）闭环治理" : "（二）闭环治理"));
            paragraphs.add(Paragraph.body(closed.runs()));
        }
        return paragraphs;
    }

    private static Clause major(FigureSet figures, Figure reported) {
        return reported.value() == null || reported.value().signum() == 0
                ? Clause.unknown()
                : Clause.orNone(figures.get("hazards-major"), "未发现重大隐患", "其中重大隐患{}处");
    }

    /** 从领域看，消防12处、燃气7处、其他领域5处。 */
    private Sentence listed(Read read, String code, Breakdown by, String opening) {
        List<String> values = read.largest(code, by);
        if (values.isEmpty()) {
            return Sentence.of();
        }
        Clause list = Clause.of(opening);
        for (int i = 0; i < Math.min(values.size(), MOST_NAMED); i++) {
            String value = values.get(i);
            String name = by == Breakdown.SOURCE ? SOURCES.getOrDefault(value, value) : names.chinese(by, value);
            list = list.with(Clause.of(
                    (i == 0 ? "" : "、") + "{}{}处", name, read.figures().get(BriefingFigures.key(code, by, value))));
        }
        return Sentence.of(values.size() > MOST_NAMED ? list.with(Clause.of("等")) : list);
    }

    private static List<Paragraph> campaigns(Read read, About about) {
        FigureSet figures = read.figures();
        if (!figures.get("campaigns-running").known()
                && !figures.get("campaign-tasks-due").known()) {
            return List.of();
        }
        String named = about.campaigns().isEmpty()
                ? ""
                : "“" + String.join("”“", about.campaigns()) + "”"
                        + (about.campaigns().size() > 1 ? "等" : "");
        List<TextRun> runs =
                new ArrayList<>(Sentence.of(positive(figures.get("campaigns-running"), "至期末，正在推进" + named + "专项工作{}项"))
                        .runs());
        runs.addAll(Sentence.of(
                        positive(figures.get("campaign-tasks-due"), "期内到期任务{}项"),
                        Clause.of("已完成{}项", figures.get("campaign-tasks-done")),
                        Clause.of("完成率{}", figures.get("campaign-task-rate")))
                .runs());
        return paragraph(runs);
    }

    private static List<Paragraph> paragraph(List<TextRun> runs) {
        return runs.isEmpty() ? List.of() : List.of(Paragraph.body(runs));
    }

    /** A clause worth saying only when there is something. */
    private static Clause positive(Figure figure, String template) {
        return figure.value() != null && figure.value().signum() > 0 ? Clause.of(template, figure) : Clause.unknown();
    }
}
