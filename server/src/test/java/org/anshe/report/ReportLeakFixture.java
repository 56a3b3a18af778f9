package org.anshe.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.report.internal.ChangeDocument;
import org.anshe.report.internal.CreateDocument;
import org.anshe.report.internal.ReportPeriod;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;

/** A briefing of the community with a sentence of its own; figures are asked for the community. */
class ReportLeakFixture implements LeakFixture {

    private final CreateDocument create;
    private final ChangeDocument change;

    ReportLeakFixture(CreateDocument create, ChangeDocument change) {
        this.create = create;
        this.change = change;
    }

    @Override
    public String module() {
        return "report";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID id = Ids.next();
        String mark = "荻" + id.toString().substring(24);
        Caller clerk = owner.with("document.create");
        ReportPeriod halfYear = new ReportPeriod(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
        create.create(clerk, new CreateDocument.Wanted(id, community, halfYear));
        change.rewrite(clerk, id, 0, "preamble", List.of(mark));
        String path = "/api/documents/{id}";
        String span = "?from=2026-01-01&to=2026-12-31&area=" + community;
        return new Fixture(
                Map.of(path, id.toString()),
                List.of(mark),
                Map.of(
                        "POST /api/documents",
                        "{\"id\":\"" + Ids.next() + "\",\"kind\":\"" + CreateDocument.HALF_YEAR_BRIEFING
                                + "\",\"area\":\"" + community
                                + "\",\"from\":\"2026-01-01\",\"to\":\"2026-06-30\"}",
                        "PUT " + path + "/sections/{section}",
                        "{\"version\":1,\"paragraphs\":[\"x\"]}",
                        "POST " + path + "/issue",
                        "{\"version\":1}",
                        "POST " + path + "/withdrawal",
                        "{\"reason\":\"x\"}"),
                Map.of(
                        "/api/documents",
                        "?area=" + community,
                        "/api/dashboard",
                        span,
                        "/api/indicator-values",
                        span + "&by=area&codes=hazards-reported,objects-registered",
                        "/api/indicators/{code}/rows",
                        span));
    }
}
