package org.anshe.hazard.internal.policy;

import static org.anshe.hazard.internal.db.Tables.CLOCK_POLICY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.db.tables.records.ClockPolicyRecord;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Policies as they are stored. */
@Repository
public class PolicyRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    PolicyRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public Optional<ClockPolicy> find(UUID id) {
        return sql.selectFrom(CLOCK_POLICY).where(CLOCK_POLICY.ID.eq(id)).fetchOptional(this::policy);
    }

    /** All that are or were published, newest beginning first. */
    public List<ClockPolicy> published() {
        return sql.selectFrom(CLOCK_POLICY)
                .where(CLOCK_POLICY.STATE.eq(ClockPolicy.State.PUBLISHED.name()))
                .orderBy(CLOCK_POLICY.EFFECTIVE_FROM.desc(), CLOCK_POLICY.ID)
                .fetch(this::policy);
    }

    /** Drafts first, then by area and beginning. There are few: one a city and change. */
    public List<ClockPolicy> all() {
        return sql.selectFrom(CLOCK_POLICY)
                .orderBy(
                        CLOCK_POLICY.PUBLISHED_AT.desc().nullsFirst(),
                        CLOCK_POLICY.EFFECTIVE_FROM.desc(),
                        CLOCK_POLICY.ID)
                .fetch(this::policy);
    }

    /** False when there is one under this id. */
    public boolean add(ClockPolicy policy) {
        return sql.insertInto(CLOCK_POLICY)
                        .set(row(policy))
                        .onConflict(CLOCK_POLICY.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** False when somebody else changed it since this version was read. */
    public boolean save(ClockPolicy policy, int version) {
        return sql.update(CLOCK_POLICY)
                        .set(row(policy))
                        .set(CLOCK_POLICY.VERSION, version + 1)
                        .where(CLOCK_POLICY.ID.eq(policy.id()))
                        .and(CLOCK_POLICY.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Drafts alone can be thrown away; the table refuses the rest. */
    public boolean discard(UUID id, int version) {
        return sql.deleteFrom(CLOCK_POLICY)
                        .where(CLOCK_POLICY.ID.eq(id))
                        .and(CLOCK_POLICY.VERSION.eq(version))
                        .and(CLOCK_POLICY.STATE.eq(ClockPolicy.State.DRAFT.name()))
                        .execute()
                == 1;
    }

    private ClockPolicyRecord row(ClockPolicy policy) {
        AreaKey area = policy.area();
        return sql.newRecord(CLOCK_POLICY)
                .setId(policy.id())
                .setAreaKey(area == null ? null : area.value())
                .setName(policy.name())
                .setEffectiveFrom(policy.effectiveFrom())
                .setSource(policy.source())
                .setContent(JSONB.valueOf(json.writeValueAsString(policy.content())))
                .setState(policy.state().name())
                .setVersion(policy.version())
                .setChangedAt(policy.changedAt())
                .setChangedBy(policy.changedBy())
                .setPublishedAt(policy.publishedAt())
                .setWithdrawnWhy(policy.withdrawnWhy());
    }

    private ClockPolicy policy(ClockPolicyRecord row) {
        Long area = row.getAreaKey();
        Instant changed = row.getChangedAt();
        return new ClockPolicy(
                row.getId(),
                area == null ? null : new AreaKey(area),
                row.getName(),
                row.getEffectiveFrom(),
                row.getSource(),
                json.readValue(row.getContent().data(), PolicyContent.class),
                ClockPolicy.State.valueOf(row.getState()),
                row.getVersion(),
                changed,
                row.getChangedBy(),
                row.getPublishedAt(),
                row.getWithdrawnWhy());
    }
}
