package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.LIST;
import static org.anshe.campaign.internal.db.Tables.LIST_CHOICE;
import static org.anshe.campaign.internal.db.Tables.LIST_VERSION;
import static org.anshe.campaign.internal.db.Tables.STAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.shared.AreaKey;
import org.anshe.shared.OfficeTime;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists themselves, and the hazards people took in or left out. */
@Repository
class ListRepository {

    static final String OPEN = "OPEN";
    private static final String CLOSED = "CLOSED";

    private final DSLContext sql;

    ListRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<ListRow> find(UUID id) {
        return sql.selectFrom(LIST).where(LIST.ID.eq(id)).fetchOptional(ListRepository::row);
    }

    /** The list, locked: changes of one list come one after another. */
    Optional<ListRow> findForUpdate(UUID id) {
        return sql.selectFrom(LIST).where(LIST.ID.eq(id)).forUpdate().fetchOptional(ListRepository::row);
    }

    /** False when there is one under this id. */
    boolean add(ListRow list) {
        return sql.insertInto(LIST)
                        .set(LIST.ID, list.id())
                        .set(LIST.KIND_ID, list.kindId())
                        .set(LIST.KIND_VERSION, list.kindVersion())
                        .set(LIST.TITLE, list.title())
                        .set(LIST.AREA_KEY, list.area().value())
                        .set(LIST.UNIT_ID, list.unitId())
                        .set(LIST.CAMPAIGN_ID, list.campaignId())
                        .set(LIST.STARTS_ON, list.startsOn())
                        .set(LIST.ENDS_ON, list.endsOn())
                        .set(LIST.BY_RULE, list.byRule())
                        .set(LIST.DOMAINS, list.domains().stream().sorted().toArray(String[]::new))
                        .set(
                                LIST.GRADE,
                                list.grade() == null ? null : list.grade().name())
                        .set(LIST.STATE, OPEN)
                        .set(LIST.CREATED_AT, list.createdAt())
                        .set(LIST.CREATED_BY_NAME, list.createdByName())
                        .onConflict(LIST.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    void change(ListRow list) {
        sql.update(LIST)
                .set(LIST.TITLE, list.title())
                .set(LIST.UNIT_ID, list.unitId())
                .set(LIST.STARTS_ON, list.startsOn())
                .set(LIST.ENDS_ON, list.endsOn())
                .set(LIST.BY_RULE, list.byRule())
                .set(LIST.DOMAINS, list.domains().stream().sorted().toArray(String[]::new))
                .set(LIST.GRADE, list.grade() == null ? null : list.grade().name())
                .set(LIST.VERSION, LIST.VERSION.plus(1))
                .where(LIST.ID.eq(list.id()))
                .execute();
    }

    void close(UUID id, Instant at, String reason) {
        sql.update(LIST)
                .set(LIST.STATE, CLOSED)
                .set(LIST.CLOSED_AT, at)
                .set(LIST.CLOSE_REASON, reason)
                .set(LIST.VERSION, LIST.VERSION.plus(1))
                .where(LIST.ID.eq(id))
                .execute();
    }

    /** What was chosen by hand. */
    record Choices(Set<UUID> takenIn, Set<UUID> leftOut) {}

    Choices choices(UUID list) {
        Set<UUID> taken = new HashSet<>();
        Set<UUID> left = new HashSet<>();
        sql.select(LIST_CHOICE.HAZARD_ID, LIST_CHOICE.TAKEN)
                .from(LIST_CHOICE)
                .where(LIST_CHOICE.LIST_ID.eq(list))
                .forEach(row -> (row.value2() ? taken : left).add(row.value1()));
        return new Choices(taken, left);
    }

    void choose(UUID list, Collection<UUID> hazards, boolean taken, @Nullable String reason, Instant at, String by) {
        for (UUID hazard : hazards) {
            sql.insertInto(LIST_CHOICE)
                    .set(LIST_CHOICE.LIST_ID, list)
                    .set(LIST_CHOICE.HAZARD_ID, hazard)
                    .set(LIST_CHOICE.TAKEN, taken)
                    .set(LIST_CHOICE.REASON, reason)
                    .set(LIST_CHOICE.AT, at)
                    .set(LIST_CHOICE.BY_NAME, by)
                    .onConflict(LIST_CHOICE.LIST_ID, LIST_CHOICE.HAZARD_ID)
                    .doUpdate()
                    .set(LIST_CHOICE.TAKEN, taken)
                    .set(LIST_CHOICE.REASON, reason)
                    .set(LIST_CHOICE.AT, at)
                    .set(LIST_CHOICE.BY_NAME, by)
                    .execute();
        }
    }

    /** A stage that has ended while a list of its campaign was open, and left no version yet. */
    record Ended(UUID list, UUID stage, String name) {}

    List<Ended> stagesEnded(LocalDate today, int most) {
        var made = DSL.field(
                "({0} at time zone {1})::date", LocalDate.class, LIST.CREATED_AT, DSL.inline(OfficeTime.ZONE.getId()));
        return sql.select(LIST.ID, STAGE.ID, STAGE.NAME)
                .from(LIST)
                .join(STAGE)
                .on(STAGE.CAMPAIGN_ID.eq(LIST.CAMPAIGN_ID))
                .where(LIST.STATE.eq(OPEN))
                .and(STAGE.WITHDRAWN_AT.isNull())
                .and(STAGE.ENDS_ON.lt(today))
                .and(STAGE.ENDS_ON.ge(made))
                .andNotExists(DSL.selectOne()
                        .from(LIST_VERSION)
                        .where(LIST_VERSION.LIST_ID.eq(LIST.ID))
                        .and(LIST_VERSION.STAGE_ID.eq(STAGE.ID)))
                .orderBy(STAGE.ENDS_ON, LIST.ID)
                .limit(most)
                .fetch(row -> new Ended(row.value1(), row.value2(), row.value3()));
    }

    static ListRow row(Record row) {
        String grade = row.get(LIST.GRADE);
        return new ListRow(
                row.get(LIST.ID),
                row.get(LIST.KIND_ID),
                row.get(LIST.KIND_VERSION),
                row.get(LIST.TITLE),
                new AreaKey(row.get(LIST.AREA_KEY)),
                row.get(LIST.UNIT_ID),
                row.get(LIST.CAMPAIGN_ID),
                row.get(LIST.STARTS_ON),
                row.get(LIST.ENDS_ON),
                row.get(LIST.BY_RULE),
                Set.of(row.get(LIST.DOMAINS)),
                grade == null ? null : HazardGrade.valueOf(grade),
                OPEN.equals(row.get(LIST.STATE)),
                row.get(LIST.CREATED_AT),
                row.get(LIST.CREATED_BY_NAME),
                row.get(LIST.CLOSED_AT),
                row.get(LIST.CLOSE_REASON),
                row.get(LIST.VERSION));
    }
}
