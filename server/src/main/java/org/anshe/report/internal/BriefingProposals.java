package org.anshe.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.anshe.report.internal.BriefingFigures.Read;
import org.anshe.report.internal.DocumentContent.Paragraph;
import org.anshe.report.internal.text.Clause;
import org.anshe.report.internal.text.Enumeration;
import org.anshe.report.internal.text.Figure;
import org.anshe.report.internal.text.Sentence;
import org.anshe.report.internal.text.TextRun;
import org.springframework.stereotype.Component;

/** Proposes problems and next steps from what is overdue or open; the clerk rewrites them before the document is issued. */
@Component
class BriefingProposals {

    private static final int MOST_NAMED = 3;

    private final GroupNames names;

    BriefingProposals(GroupNames names) {
        this.names = names;
    }

    /** What is unfinished or comes next, by title. */
    record Work(List<String> slipping, List<String> upcoming) {}

    List<Paragraph> problems(Read read, Work work) {
        FigureSet figures = read.figures();
        List<Sentence> problems = new ArrayList<>();
        problems.add(Sentence.of(positive(figures.get("hazards-overdue"), "部分隐患整改不及时，至期末有{}处逾期未闭环")
                .with(overdueDomains(read))));
        problems.add(Sentence.of(
                positive(figures.get("checks-overdue"), "检查计划执行不够到位，有{}家次应查未查").with(overdueAreas(read))));
        problems.add(Sentence.of(positive(figures.get("hazards-returned"), "整改质量有待提高，有{}处隐患复查不合格被退回")));
        problems.add(Sentence.of(positive(figures.get("duties-missed"), "周期性任务落实不够经常，有{}项次未完成")));
        problems.add(Sentence.of(positive(figures.get("campaign-tasks-slipping"), "专项工作进度滞后，有{}项任务逾期")
                .with(titles(work.slipping(), "，包括"))));
        return numbered(problems);
    }

    List<Paragraph> nextSteps(Read read, Work work) {
        FigureSet figures = read.figures();
        List<Sentence> steps = new ArrayList<>();
        steps.add(Sentence.of(positive(figures.get("hazards-overdue"), "对{}处逾期隐患逐一明确责任单位和完成时限，挂账督办、限期销号")));
        steps.add(Sentence.of(positive(figures.get("hazards-open"), "跟踪{}处未闭环隐患，整改一处、复查一处、销号一处")));
        steps.add(Sentence.of(positive(figures.get("checks-overdue"), "补查{}家次逾期未查对象，按监管类别足额落实检查频次")));
        steps.add(Sentence.of(positive(figures.get("campaign-tasks-slipping"), "倒排工期，完成{}项滞后任务")));
        if (!work.upcoming().isEmpty()) {
            steps.add(Sentence.of(Clause.of("按期推进下一阶段任务").with(titles(work.upcoming(), "："))));
        }
        return numbered(steps);
    }

    private Clause overdueDomains(Read read) {
        List<String> domains = read.largest("hazards-overdue", Breakdown.DOMAIN).stream()
                .limit(MOST_NAMED)
                .map(domain -> names.chinese(Breakdown.DOMAIN, domain))
                .toList();
        return domains.isEmpty() ? Clause.unknown() : Clause.of("，主要在{}领域", String.join("、", domains));
    }

    private Clause overdueAreas(Read read) {
        List<String> areas = read.largest("checks-overdue", Breakdown.AREA).stream()
                .limit(MOST_NAMED)
                .map(area -> names.chinese(Breakdown.AREA, area))
                .filter(name -> !name.matches("[0-9]+"))
                .toList();
        return areas.isEmpty() ? Clause.unknown() : Clause.of("，主要在{}", String.join("、", areas));
    }

    private static Clause titles(List<String> titles, String opening) {
        if (titles.isEmpty()) {
            return Clause.unknown();
        }
        List<String> named = titles.stream()
                .limit(MOST_NAMED)
                .map(title -> "“" + title + "”")
                .toList();
        return Clause.of(opening + String.join("", named) + (titles.size() > MOST_NAMED ? "等" : ""));
    }

    /** One paragraph each, 一是…; a single one stands without number. */
    private static List<Paragraph> numbered(List<Sentence> sentences) {
        List<Sentence> known = sentences.stream().filter(Sentence::known).toList();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            List<TextRun> runs = new ArrayList<>();
            if (known.size() > 1) {
                runs.add(TextRun.words(Enumeration.chinese(i + 1) + "是"));
            }
            runs.addAll(known.get(i).runs());
            paragraphs.add(Paragraph.body(runs));
        }
        return paragraphs;
    }

    private static Clause positive(Figure figure, String template) {
        return figure.value() != null && figure.value().signum() > 0 ? Clause.of(template, figure) : Clause.unknown();
    }
}
