package org.anshe.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.ReadIndicators.Ask;
import org.anshe.report.internal.word.WordDocument;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A document as it stands, its Word file, and what its figures would say today. */
@Service
public class ShowDocument {

    private final DocumentRepository documents;
    private final IndicatorCatalogue catalogue;
    private final ReadIndicators indicators;
    private final SelectArea selectArea;
    private final Clock clock;

    ShowDocument(
            DocumentRepository documents,
            IndicatorCatalogue catalogue,
            ReadIndicators indicators,
            SelectArea selectArea,
            Clock clock) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.selectArea = selectArea;
        this.clock = clock;
    }

    /** A figure of a document with the question behind it. */
    public record FigureOf(
            String key,
            String indicator,
            Map<String, String> name,
            boolean share,
            ReportPeriod period,
            List<String> filters,
            Reading reading) {}

    public record Shown(Document document, List<FigureOf> figures) {}

    /** A file for download. */
    public record WordFile(String name, byte[] content) {}

    @Transactional(readOnly = true)
    public Shown show(Caller caller, UUID id) {
        Document document = get(caller, id);
        return new Shown(
                document, documents.figures(id).stream().map(this::figure).toList());
    }

    /** What each figure says when it is read now; where that differs, records were changed or dated later. */
    @Transactional(readOnly = true)
    public Map<String, Reading> today(Caller caller, UUID id) {
        Document document = get(caller, id);
        Instant now = clock.instant();
        Map<String, Ask> asks = new LinkedHashMap<>();
        documents
                .figures(id)
                .forEach(figure -> catalogue
                        .find(figure.indicator())
                        .ifPresent(indicator -> asks.put(
                                figure.key(), new Ask(indicator, new Span(figure.period(), now), figure.filters()))));
        AreaSelection area = selectArea.of(document.area());
        Map<Ask, Reading> readings = indicators.read(area.scope(), area, asks.values());
        Map<String, Reading> today = new LinkedHashMap<>();
        asks.forEach((key, ask) -> today.put(key, readings.getOrDefault(ask, Reading.UNKNOWN)));
        return today;
    }

    @Transactional(readOnly = true)
    public WordFile file(Caller caller, UUID id) {
        Document document = get(caller, id);
        byte[] content = documents
                .file(id)
                .orElseGet(
                        () -> WordDocument.write(DocumentPages.of(document, documents.figures(id), clock.instant())));
        return new WordFile(document.title() + ".docx", content);
    }

    private Document get(Caller caller, UUID id) {
        return documents.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private FigureOf figure(FigureSet.Snapshot figure) {
        Map<String, String> name =
                catalogue.find(figure.indicator()).map(Indicator::name).orElse(Map.of());
        return new FigureOf(
                figure.key(),
                figure.indicator(),
                name,
                figure.part().equals("VALUE"),
                figure.period(),
                figure.filters().stream().map(RowFilter::toString).toList(),
                figure.reading());
    }
}
