package org.anshe.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.anshe.report.ReportFixtures;
import org.anshe.report.internal.Indicator.Part;
import org.anshe.report.internal.IndicatorQueries.Question;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Scope;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Months and tail together say what the rows say: for every hazard indicator, breakdown, filter and kind of period, while
 * hazards are reported, closed, rejected, opened again, regraded and moved, and folding happens in between.
 */
@IntegrationTest
class HazardMonthsIntegrationTests {

    private static final Instant NOW = Instant.parse("2031-06-20T04:00:00Z");
    private static final List<ReportPeriod> PERIODS = List.of(
            period("2031-01-01", "2031-06-30"),
            period("2030-07-01", "2030-12-31"),
            period("2031-06-01", "2031-06-30"),
            period("2030-03-01", "2030-03-31"),
            period("2031-01-01", "2031-06-19"),
            period("2030-11-17", "2031-03-05"));

    @Autowired
    DSLContext sql;

    @Autowired
    IndicatorCatalogue catalogue;

    @Autowired
    IndicatorQueries rows;

    @Autowired
    HazardMonthQueries months;

    @Autowired
    HazardMonthRepository folding;

    @Autowired
    SelectArea selectArea;

    @Autowired
    TestAreas areas;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(20_310_620L);
    private final List<AreaKey> places = new ArrayList<>();
    private final List<UUID> hazards = new ArrayList<>();
    private AreaKey street = TestPeople.newStreet();
    private int answered;

    @BeforeEach
    void aStreetWithTwoCommunities() {
        street = areas.street("累计街道");
        AreaKey one = areas.community(street, 1, "甲社区");
        places.addAll(List.of(street, one, areas.community(street, 2, "乙社区"), areas.below(one, 1, "甲一网格")));
    }

    @Test
    void monthsAndTailEqualTheRowsWhateverHappensBetweenFoldings() {
        ReportFixtures fixtures = new ReportFixtures(sql);
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 60; i++) {
                hazards.add(fixtures.hazard(something()));
            }
            for (int i = 0; i < 40; i++) {
                change(hazards.get(random.nextInt(hazards.size())));
            }
            compareAll();
            Instant until = NOW.minusSeconds(random.nextInt(200 * 86_400));
            transaction.executeWithoutResult(status -> folding.fold(until));
            compareAll();
        }
        assertThat(answered).as("questions the months answered").isGreaterThan(2_000);
        assertThat(sql.fetchCount(sql.selectOne()
                        .from("report.hazard_month")
                        .where(
                                "area_key between ? and ?",
                                street.value(),
                                street.range().last())))
                .as("months that were kept")
                .isGreaterThan(100);
    }

    @Test
    void gatheringAnewAfterARestoreSaysTheSame() {
        ReportFixtures fixtures = new ReportFixtures(sql);
        for (int i = 0; i < 100; i++) {
            hazards.add(fixtures.hazard(something()));
        }
        transaction.executeWithoutResult(status -> folding.fold(NOW.minusSeconds(60)));
        sql.execute("select report.gather_hazards()");
        compareAll();
        transaction.executeWithoutResult(status -> folding.fold(NOW.minusSeconds(60)));
        compareAll();
    }

    @Test
    void aMomentThatFoldingHasPassedIsCountedFromTheRows() {
        ReportFixtures fixtures = new ReportFixtures(sql);
        Instant noon = Instant.parse("2030-04-15T04:00:00Z");
        fixtures.hazard(ReportFixtures.Hazard.open(street, "fire", noon.minusSeconds(86_400))
                .closed(noon.plusSeconds(60), true));
        transaction.executeWithoutResult(status -> folding.fold(NOW.minusSeconds(60)));
        Question open = new Question(
                catalogue.get("hazards-open"),
                Part.NUMERATOR,
                new Span(period("2030-04-01", "2030-04-30"), noon),
                List.of());
        Question closed = new Question(
                catalogue.get("hazards-closed"),
                Part.NUMERATOR,
                new Span(period("2030-04-01", "2030-04-30"), noon),
                List.of());
        AreaSelection area = selectArea.of(street);
        assertThat(months.count(area.scope(), area, Set.of(open, closed))).isEmpty();
        assertThat(rows.count(area.scope(), area, Set.of(open, closed)))
                .containsEntry(open, 1L)
                .containsEntry(closed, 0L);
    }

    @Test
    void stepsBetweenOpenStatesAddNothingToTheList() {
        UUID id = new ReportFixtures(sql).hazard(ReportFixtures.Hazard.open(street, "fire", NOW));
        sql.execute("update hazard.hazard set state = 'HANDED_BACK' where id = ?", id);
        assertThat(listed()).isZero();
        sql.execute(
                "update hazard.hazard set state = 'REJECTED', rejected_at = ?::timestamptz where id = ?",
                NOW.toString(),
                id);
        assertThat(listed()).isEqualTo(1);
        sql.execute("update hazard.hazard set place = '一楼' where id = ?", id);
        assertThat(listed()).as("what no figure asks about").isEqualTo(1);
    }

    private int listed() {
        return sql.fetchCount(sql.selectOne()
                .from("report.settled_hazard")
                .where(
                        "area_key between ? and ?",
                        street.value(),
                        street.range().last()));
    }

    private ReportFixtures.Hazard something() {
        Instant at = LocalDate.of(2030, 1, 1)
                .plusDays(random.nextInt(535))
                .atTime(random.nextInt(24), random.nextInt(60))
                .toInstant(ZoneOffset.ofHours(8));
        Instant later = at.plusSeconds(random.nextInt(70 * 86_400));
        boolean closed = random.nextInt(3) > 0 && later.isBefore(NOW);
        boolean rejected = !closed && random.nextInt(4) == 0 && later.isBefore(NOW);
        return new ReportFixtures.Hazard(
                places.get(random.nextInt(places.size())),
                random.nextBoolean() ? "fire" : "gas",
                random.nextInt(5) == 0 ? "MAJOR" : "GENERAL",
                closed ? "CLOSED" : rejected ? "REJECTED" : "CONFIRMED",
                at,
                random.nextBoolean() ? at.plusSeconds(random.nextInt(40 * 86_400)) : null,
                closed ? later : null,
                closed && random.nextBoolean() ? random.nextBoolean() : null,
                rejected ? later : null);
    }

    /** One of the ways a hazard changes, late ones included; what does not fit its state does nothing. */
    private void change(UUID id) {
        String change = List.of(
                        "state = 'LOOKED_BACK' where state = 'CLOSED'",
                        "state = 'REOPENED', closed_at = null, closed_in_time = null where state in ('CLOSED', 'LOOKED_BACK')",
                        "state = 'CLOSED', closed_at = greatest(reported_at, least(reported_at + interval '11 days', '2031-06-20T03:59:00Z')),"
                                + " closed_in_time = true, returned_count = returned_count + 1 where open",
                        "state = 'REJECTED', rejected_at = least(reported_at + interval '2 days', '2031-06-20T03:59:00Z') where open",
                        "grade = 'MAJOR', handed_back_count = handed_back_count + 1 where true",
                        "fixed_on_spot = true, domain = 'gas' where true",
                        "area_key = "
                                + places.get(random.nextInt(places.size())).value() + " where true",
                        "due_at = reported_at + interval '30 days', confirmed_at = reported_at + interval '1 day' where true",
                        "state = 'DUPLICATE', duplicate_of = '" + hazards.getFirst() + "' where open and id <> '"
                                + hazards.getFirst() + "'")
                .get(random.nextInt(9));
        sql.execute("update hazard.hazard set " + change + " and id = ?", id);
    }

    private void compareAll() {
        Scope elsewhere = Scope.ofRanges(List.of(places.get(2).range()));
        Scope grid = Scope.ofRanges(List.of(places.get(3).range()));
        for (AreaKey place : List.of(street.at(AreaLevel.DISTRICT), street, places.get(1))) {
            AreaSelection area = selectArea.of(place);
            for (Scope scope : List.of(area.scope(), elsewhere, grid)) {
                PERIODS.forEach(period -> compare(scope, area, new Span(period, NOW)));
            }
        }
    }

    private void compare(Scope scope, AreaSelection area, Span span) {
        for (Indicator indicator : catalogue.all()) {
            if (!indicator.source().equals("hazard.pub_hazard")) {
                continue;
            }
            Set<Question> questions = new HashSet<>();
            for (Part part : Part.values()) {
                questions.add(new Question(indicator, part, span, List.of()));
                questions.add(new Question(indicator, part, span, List.of(new RowFilter(Breakdown.DOMAIN, "gas"))));
                questions.add(new Question(
                        indicator,
                        part,
                        span,
                        List.of(new RowFilter(Breakdown.AREA, places.get(2).toString()))));
            }
            var kept = months.count(scope, area, questions);
            answered += kept.size();
            assertThat(rows.countRows(scope, area, questions))
                    .as(indicator.code() + span)
                    .containsAllEntriesOf(kept);
            for (Breakdown by : indicator.by()) {
                List<Question> plain = List.of(new Question(indicator, Part.NUMERATOR, span, List.of()));
                months.groups(scope, area, plain, by)
                        .ifPresent(groups -> assertThat(groups)
                                .as(indicator.code() + " by " + by + span)
                                .isEqualTo(rows.groupRows(scope, area, plain, by)));
            }
        }
    }

    private static ReportPeriod period(String from, String to) {
        return new ReportPeriod(LocalDate.parse(from), LocalDate.parse(to));
    }
}
