package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.FINDING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.campaign.internal.reading.Passage;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was found in plan documents and what people decided about it. */
@Repository
class FindingRepository {

    private final DSLContext sql;

    FindingRepository(DSLContext sql) {
        this.sql = sql;
    }

    void add(UUID document, Collection<Finding> findings, @Nullable UUID by, Instant at) {
        if (findings.isEmpty()) {
            return;
        }
        sql.batch(sql.insertInto(FINDING)
                        .columns(
                                FINDING.ID,
                                FINDING.DOCUMENT_ID,
                                FINDING.KIND,
                                FINDING.LINE,
                                FINDING.START_AT,
                                FINDING.END_AT,
                                FINDING.DATA_READ,
                                FINDING.DATA,
                                FINDING.DECISION,
                                FINDING.DECIDED_AT,
                                FINDING.DECIDED_BY)
                        .values((UUID) null, null, null, null, null, null, null, null, null, null, null))
                .bind(findings.stream()
                        .map(finding -> values(document, finding, by, at))
                        .toArray(Object[][]::new))
                .execute();
    }

    private @Nullable Object[] values(UUID document, Finding finding, @Nullable UUID by, Instant at) {
        boolean pending = finding.decision() == Decision.PENDING;
        return new @Nullable Object[] {
            finding.id(),
            document,
            finding.kind().name(),
            finding.passage().line(),
            finding.passage().start(),
            finding.passage().end(),
            finding.read() == null ? null : json(finding.read()),
            json(finding.data()),
            finding.decision().name(),
            pending ? null : at,
            pending ? null : by
        };
    }

    /** All findings of a document in reading order. */
    List<Finding> of(UUID document) {
        return sql.selectFrom(FINDING)
                .where(FINDING.DOCUMENT_ID.eq(document))
                .orderBy(FINDING.LINE, FINDING.START_AT, FINDING.KIND, FINDING.ID)
                .fetch(FindingRepository::finding);
    }

    Optional<Finding> find(UUID document, UUID id) {
        return sql.selectFrom(FINDING)
                .where(FINDING.ID.eq(id))
                .and(FINDING.DOCUMENT_ID.eq(document))
                .fetchOptional(FindingRepository::finding);
    }

    /** Stores words and decision; false when somebody was quicker. */
    boolean change(Finding finding, @Nullable UUID by, Instant at) {
        boolean open = finding.decision() == Decision.PENDING;
        return sql.update(FINDING)
                        .set(FINDING.DATA, json(finding.data()))
                        .set(FINDING.DECISION, finding.decision().name())
                        .set(FINDING.DECIDED_AT, open ? null : at)
                        .set(FINDING.DECIDED_BY, open ? null : by)
                        .set(FINDING.VERSION, FINDING.VERSION.plus(1))
                        .where(FINDING.ID.eq(finding.id()))
                        .and(FINDING.VERSION.eq(finding.version()))
                        .execute()
                == 1;
    }

    void decide(Collection<UUID> findings, Decision decision, @Nullable UUID by, Instant at) {
        boolean open = decision == Decision.PENDING;
        sql.update(FINDING)
                .set(FINDING.DECISION, decision.name())
                .set(FINDING.DECIDED_AT, open ? null : at)
                .set(FINDING.DECIDED_BY, open ? null : by)
                .set(FINDING.VERSION, FINDING.VERSION.plus(1))
                .where(FINDING.ID.in(findings))
                .execute();
    }

    /** Takes back proposals of an earlier reading that the new one does not make. */
    void withdraw(Collection<UUID> findings) {
        sql.deleteFrom(FINDING).where(FINDING.ID.in(findings)).execute();
    }

    private static JSONB json(FindingData data) {
        return JSONB.valueOf(FindingJson.write(data).toString());
    }

    private static Finding finding(Record row) {
        FindingKind kind = FindingKind.valueOf(row.get(FINDING.KIND));
        JSONB read = row.get(FINDING.DATA_READ);
        return new Finding(
                row.get(FINDING.ID),
                new Passage(row.get(FINDING.LINE), row.get(FINDING.START_AT), row.get(FINDING.END_AT)),
                read == null ? null : FindingJson.stored(kind, read.data()),
                FindingJson.stored(kind, row.get(FINDING.DATA).data()),
                Decision.valueOf(row.get(FINDING.DECISION)),
                row.get(FINDING.VERSION));
    }
}
