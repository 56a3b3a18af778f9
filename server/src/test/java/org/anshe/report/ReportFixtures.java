package org.anshe.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Rows as the modules of the loop leave them, written straight into their tables. */
public final class ReportFixtures {

    private static final List<String> DOMAINS = List.of("fire", "gas", "electricity", "food");
    private static final List<String> SOURCES = List.of("CHECK", "PATROL", "RESIDENT", "SELF_CHECK");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final DSLContext sql;

    public ReportFixtures(DSLContext sql) {
        this.sql = sql;
    }

    /** A hazard; null moments have not come. */
    public record Hazard(
            AreaKey area,
            String domain,
            String grade,
            String state,
            Instant reported,
            @Nullable Instant due,
            @Nullable Instant closed,
            @Nullable Boolean inTime,
            @Nullable Instant rejected) {

        public static Hazard open(AreaKey area, String domain, Instant reported) {
            return new Hazard(area, domain, "GENERAL", "CONFIRMED", reported, null, null, null, null);
        }

        public Hazard due(Instant at) {
            return new Hazard(area, domain, grade, state, reported, at, closed, inTime, rejected);
        }

        public Hazard closed(Instant at, boolean inTime) {
            return new Hazard(area, domain, grade, "CLOSED", reported, due, at, inTime, rejected);
        }
    }

    public UUID hazard(Hazard hazard) {
        UUID id = Ids.next();
        int number = NUMBERS.incrementAndGet();
        sql.execute(
                "insert into hazard.hazard (id, number, state, area_key, description, domain, grade, source, reporter_name,"
                        + " reported_at, confirmed_at, due_at, closed_at, closed_in_time, rejected_at)"
                        + " values (?, ?, ?, ?, '通道堵塞', ?, ?, ?, '网格员', ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::boolean, ?::timestamptz)",
                id,
                "2026-" + String.format("%06d", number),
                hazard.state(),
                hazard.area().value(),
                hazard.domain(),
                hazard.grade(),
                SOURCES.get(number % SOURCES.size()),
                at(hazard.reported()),
                at(hazard.reported()),
                at(hazard.due()),
                at(hazard.closed()),
                hazard.inTime(),
                at(hazard.rejected()));
        return id;
    }

    public UUID object(AreaKey area, String type, @Nullable Integer supervisionClass, Instant registered) {
        UUID id = Ids.next();
        sql.execute(
                "insert into register.registered_object (id, type, type_version, name, area_key, supervision_class,"
                        + " class_since, search_text, registered_at, registered_by, changed_at)"
                        + " select ?, code, version, ?, ?, ?::smallint, ?::timestamptz, '', ?::timestamptz, 'test',"
                        + " ?::timestamptz from register.type where code = ?",
                id,
                "对象" + id.toString().substring(30),
                area.value(),
                supervisionClass,
                at(registered),
                at(registered),
                at(registered),
                type);
        return id;
    }

    public UUID plan(AreaKey area) {
        UUID id = Ids.next();
        sql.execute(
                "insert into inspection.plan (id, name, area_key, object_types, mode, unit_rule, starts_on, state,"
                        + " created_at) values (?, '分类检查', ?, '{enterprise}', 'ALL', 'COMMUNITY_UNIT', date"
                        + " '2024-01-01', 'ACTIVE', now())",
                id,
                area.value());
        return id;
    }

    public UUID task(
            UUID plan,
            UUID object,
            AreaKey area,
            int supervisionClass,
            Instant due,
            @Nullable Instant done,
            boolean cancelled) {
        UUID id = Ids.next();
        LocalDate day = LocalDate.ofInstant(due, ZoneOffset.ofHours(8));
        sql.execute(
                "insert into inspection.task (id, plan_id, object_id, object_type, area_key, supervision_class, every,"
                        + " period_start, window_start, window_end, near_at, due_at, done_at, on_time, result,"
                        + " cancelled_at, cancel_reason, created_at)"
                        + " values (?, ?, ?, 'enterprise', ?, ?, 'P1M', ?::date, ?::date, ?::date, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::boolean,"
                        + " ?, ?::timestamptz, ?, now())",
                id,
                plan,
                object,
                area.value(),
                supervisionClass,
                day.minusDays(20).toString(),
                day.minusDays(20).toString(),
                day.toString(),
                at(due),
                at(due),
                at(done),
                done == null ? null : !done.isAfter(due),
                done == null ? null : "PASS",
                cancelled ? at(due) : null,
                cancelled ? "OUT_OF_PLAN" : null);
        return id;
    }

    public UUID duty(AreaKey area, Instant due, @Nullable Instant done) {
        UUID duty = Ids.next();
        UUID id = Ids.next();
        LocalDate day = LocalDate.ofInstant(due, ZoneOffset.ofHours(8));
        sql.execute(
                "insert into deadline.duty (id, subject, subject_id, title, area_key, every, times, from_day)"
                        + " values (?, 'campaign', ?, '每月巡查', ?, 'P1M', 1, ?::date)",
                duty,
                duty,
                area.value(),
                day.toString());
        sql.execute(
                "insert into deadline.occurrence (id, duty_id, period_start, period_end, due_at, done_count, done_at)"
                        + " values (?, ?, ?::date, ?::date, ?::timestamptz, ?, ?::timestamptz)",
                id,
                duty,
                day.toString(),
                day.toString(),
                at(due),
                done == null ? 0 : 1,
                at(done));
        return id;
    }

    public UUID campaign(AreaKey area, String title, LocalDate starts, @Nullable LocalDate ends) {
        UUID id = Ids.next();
        sql.execute(
                "insert into campaign.campaign (id, title, area_key, starts_on, ends_on, state, created_at,"
                        + " created_by_name) values (?, ?, ?, ?::date, ?::date, 'RUNNING', now(), 'test')",
                id,
                title,
                area.value(),
                starts.toString(),
                ends == null ? null : ends.toString());
        return id;
    }

    public UUID campaignTask(UUID campaign, String title, LocalDate due, @Nullable Instant done) {
        UUID id = Ids.next();
        sql.execute(
                "insert into campaign.task (id, campaign_id, position, title, due_on, due_precision, state, done_at)"
                        + " values (?, ?, 1, ?, ?::date, 'DAY', ?, ?::timestamptz)",
                id,
                campaign,
                title,
                due.toString(),
                done == null ? "OPEN" : "DONE",
                at(done));
        return id;
    }

    /** A check record with so many failed items, by this person. */
    public void check(AreaKey area, UUID object, UUID inspector, int failed, Instant at) {
        UUID id = Ids.next();
        sql.execute(
                "insert into inspection.\"check\" (id, root_id, object_id, area_key, checklist_version_id, inspector_id,"
                        + " state, outcome, started_at, saved_at, submitted_at, items, failed_items)"
                        + " select ?, ?, ?, ?, (select id from inspection.checklist_version order by id limit 1), ?,"
                        + " 'SUBMITTED', 'CHECKED', ?::timestamptz, ?::timestamptz, ?::timestamptz, 10, ?",
                id,
                id,
                object,
                area.value(),
                inspector,
                at(at),
                at(at),
                at(at),
                failed);
    }

    /** A year and a half of everything, at random but the same for the same seed. */
    public void scatter(long seed, List<AreaKey> areas, UUID inspector, LocalDate from, int rows) {
        Random random = new Random(seed);
        List<UUID> plans = areas.stream().map(this::plan).toList();
        UUID campaign = campaign(areas.getFirst(), "消防专项整治", from, from.plusYears(2));
        for (int i = 0; i < rows; i++) {
            AreaKey area = areas.get(random.nextInt(areas.size()));
            Instant at = from.plusDays(random.nextInt(540))
                    .atTime(random.nextInt(24), random.nextInt(60))
                    .toInstant(ZoneOffset.ofHours(8));
            Instant later = at.plusSeconds(random.nextInt(60 * 86_400));
            Instant due = at.plusSeconds(15 * 86_400);
            boolean closed = random.nextInt(3) > 0;
            boolean rejected = !closed && random.nextInt(4) == 0;
            String state = closed ? "CLOSED" : rejected ? "REJECTED" : random.nextBoolean() ? "REPORTED" : "CONFIRMED";
            hazard(new Hazard(
                    area,
                    DOMAINS.get(random.nextInt(DOMAINS.size())),
                    random.nextInt(5) == 0 ? "MAJOR" : "GENERAL",
                    state,
                    at,
                    random.nextBoolean() ? due : null,
                    closed ? later : null,
                    closed ? !later.isAfter(due) : null,
                    rejected ? later : null));
            UUID object = object(
                    area,
                    random.nextBoolean() ? "enterprise" : "lift",
                    random.nextBoolean() ? 1 + random.nextInt(3) : null,
                    at);
            task(
                    plans.get(areas.indexOf(area)),
                    object,
                    area,
                    1 + random.nextInt(3),
                    at,
                    random.nextInt(4) == 0 ? null : at.plusSeconds(random.nextInt(20 * 86_400) - 10 * 86_400L),
                    false);
            check(area, object, inspector, random.nextInt(3), at);
            duty(area, at, random.nextBoolean() ? later : null);
            if (i % 4 == 0) {
                campaignTask(
                        campaign,
                        "任务" + i,
                        LocalDate.ofInstant(at, ZoneOffset.ofHours(8)),
                        random.nextBoolean() ? later : null);
            }
        }
    }

    private static @Nullable String at(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
