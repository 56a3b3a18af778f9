package org.anshe.report.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.report.internal.DocumentContent.Section;
import org.anshe.report.internal.DocumentContent.TableLine;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.FigureSet.Snapshot;
import org.anshe.report.internal.text.Enumeration;
import org.anshe.report.internal.text.Figure;
import org.anshe.report.internal.word.Pages;

/** Lays a document out: headings get their numbers, empty sections go, figures become the cells of the table. */
final class DocumentPages {

    private static final String UNCOUNTED = "未统计";
    private static final String CLOSING = "以上汇报，不足之处，请批评指正。";

    private DocumentPages() {}

    /** @param day shown under the signature */
    static Pages of(Document document, List<Snapshot> figures, Instant day) {
        List<Pages.Block> blocks = new ArrayList<>();
        int number = 0;
        for (Section section : document.content().sections()) {
            if (section.paragraphs().isEmpty()) {
                continue;
            }
            String heading = section.heading();
            if (heading != null) {
                number++;
                blocks.add(new Pages.Block(Pages.Kind.HEADING, Enumeration.chinese(number) + "、" + heading));
            }
            section.paragraphs()
                    .forEach(paragraph -> blocks.add(new Pages.Block(
                            switch (paragraph.style()) {
                                case SUBHEADING -> Pages.Kind.SUBHEADING;
                                case BODY -> Pages.Kind.BODY;
                            },
                            paragraph.text())));
        }
        blocks.add(new Pages.Block(Pages.Kind.BODY, CLOSING));
        LocalDate date = LocalDate.ofInstant(day, ReportPeriod.ZONE);
        return new Pages(
                document.title(),
                blocks,
                document.content().signature(),
                date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
                "主要指标情况表",
                List.of("项目", "数值", "上期", "上年同期", "同比"),
                rows(document, figures));
    }

    private static List<List<String>> rows(Document document, List<Snapshot> figures) {
        Map<String, Snapshot> byKey = figures.stream().collect(Collectors.toMap(Snapshot::key, Function.identity()));
        return document.content().table().stream()
                .map(line -> {
                    Figure now = figure(byKey, line.figure(), line);
                    Figure before = figure(byKey, line.yearBefore(), line);
                    String name = line.unit().equals("%") ? line.name() : line.name() + "（" + line.unit() + "）";
                    return List.of(
                            name,
                            text(now),
                            text(figure(byKey, line.previous(), line)),
                            text(before),
                            change(now, before));
                })
                .toList();
    }

    private static Figure figure(Map<String, Snapshot> byKey, String key, TableLine line) {
        Snapshot snapshot = byKey.get(key);
        Double value = snapshot == null ? null : snapshot.reading().value();
        return new Figure(
                key,
                value == null ? null : BigDecimal.valueOf(value),
                line.unit().equals("%"));
    }

    private static String text(Figure figure) {
        return figure.known() ? figure.run().text() : UNCOUNTED;
    }

    /** Counts change by per cent, shares by percentage points. */
    private static String change(Figure now, Figure before) {
        if (now.value() == null || before.value() == null) {
            return "—";
        }
        return now.share() ? Figure.points(now.value().subtract(before.value())) : now.change(before);
    }
}
