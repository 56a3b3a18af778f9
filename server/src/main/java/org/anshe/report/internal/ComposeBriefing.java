package org.anshe.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anshe.report.internal.BriefingFigures.Read;
import org.anshe.report.internal.DocumentContent.Paragraph;
import org.anshe.report.internal.DocumentContent.Section;
import org.anshe.report.internal.DocumentContent.TableLine;
import org.anshe.report.internal.Indicator.Kind;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.report.internal.text.TextRun;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.territory.Areas.Area;
import org.springframework.stereotype.Component;

/** Composes the half-year briefing of an area. */
@Component
class ComposeBriefing {

    static final String PREAMBLE = "preamble";
    static final String PROBLEMS = "problems";
    static final String NEXT_STEPS = "next-steps";

    private static final List<String> TABLE = List.of(
            "objects-registered",
            "checks-due",
            "checks-done",
            "check-rate",
            "hazards-reported",
            "hazards-major",
            "hazards-closed",
            "rectification-rate",
            "on-time-rectification-rate",
            "hazards-open",
            "hazards-overdue",
            "duty-rate",
            "campaign-task-rate");
    private static final int MOST_TITLES = 5;

    private final IndicatorCatalogue catalogue;
    private final BriefingFigures briefingFigures;
    private final BriefingSections composed;
    private final BriefingProposals proposals;
    private final ReadIndicators indicators;
    private final SelectArea selectArea;
    private final NextTaskQueries nextTasks;

    ComposeBriefing(
            IndicatorCatalogue catalogue,
            BriefingFigures briefingFigures,
            BriefingSections composed,
            BriefingProposals proposals,
            ReadIndicators indicators,
            SelectArea selectArea,
            NextTaskQueries nextTasks) {
        this.catalogue = catalogue;
        this.briefingFigures = briefingFigures;
        this.composed = composed;
        this.proposals = proposals;
        this.indicators = indicators;
        this.selectArea = selectArea;
        this.nextTasks = nextTasks;
    }

    record Composed(String title, DocumentContent content, List<FigureSet.Snapshot> figures) {}

    Composed compose(Area area, Span span) {
        AreaSelection selection = selectArea.of(area.key());
        Scope scope = selection.scope();
        Read read = briefingFigures.read(scope, selection, span);
        String period = PeriodName.of(span.period());
        List<String> campaigns = titles(scope, selection, "campaigns-running", span);
        BriefingProposals.Work work = new BriefingProposals.Work(
                titles(scope, selection, "campaign-tasks-slipping", span), upcoming(scope, selection, span));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(PREAMBLE, null, true, List.of(Paragraph.body(preamble(area.name(), period)))));
        sections.addAll(composed.compose(read, new BriefingSections.About(area.name(), period, campaigns)));
        sections.add(new Section(PROBLEMS, "存在的主要问题", true, proposals.problems(read, work)));
        sections.add(new Section(NEXT_STEPS, "下一步工作打算", true, proposals.nextSteps(read, work)));
        List<TableLine> table = table(read.figures());
        return new Composed(
                area.name() + period + "安全工作情况汇报",
                new DocumentContent(sections, area.name(), table),
                read.figures().used());
    }

    private static List<TextRun> preamble(String area, String period) {
        return List.of(TextRun.words(period + "，" + area + "坚持安全第一、预防为主，以隐患排查治理为主线，抓实计划、检查、整改、销号各个环节。现将有关工作情况汇报如下："));
    }

    private List<TableLine> table(FigureSet figures) {
        List<TableLine> lines = new ArrayList<>();
        for (String code : TABLE) {
            if (figures.get(code).known()) {
                Indicator indicator = catalogue.get(code);
                figures.get(code + BriefingFigures.PREVIOUS);
                figures.get(code + BriefingFigures.YEAR);
                lines.add(new TableLine(
                        indicator.name().getOrDefault("zh-CN", code),
                        indicator.kind() == Kind.RATIO ? "%" : Objects.requireNonNullElse(indicator.measure(), ""),
                        code,
                        code + BriefingFigures.PREVIOUS,
                        code + BriefingFigures.YEAR));
            }
        }
        return lines;
    }

    private List<String> titles(Scope scope, AreaSelection area, String code, Span span) {
        return indicators
                .rows(scope, area, Ask.of(catalogue.get(code), span), Part.NUMERATOR, PageRequest.first(MOST_TITLES))
                .items()
                .stream()
                .map(IndicatorRowQueries.Row::label)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Campaign tasks that fall due in the period after this one and are not done, the next ones first. */
    private List<String> upcoming(Scope scope, AreaSelection area, Span span) {
        ReportPeriod next = span.period().next();
        Question due = new Question(
                catalogue.get("campaign-tasks-due"), Part.NUMERATOR, new Span(next, next.end()), List.of());
        return nextTasks.titles(scope, area, due, MOST_TITLES);
    }
}
