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
        sql.batch(findings.stream()
                        .map(finding -> sql.insertInto(FINDING)
                                .set(FINDING.ID, finding.id())
                                .set(FINDING.DOCUMENT_ID, document)
                                .set(FINDING.KIND, finding.kind().name())
                                .set(FINDING.LINE, finding.passage().line())
                                .set(FINDING.START_AT, finding.passage().start())
                                .set(FINDING.END_AT, finding.passage().end())
                                .set(FINDING.DATA_READ, finding.read() == null ? null : json(finding.read()))
                                .set(FINDING.DATA, json(finding.data()))
                                .set(FINDING.DECISION, finding.decision().name())
                                .set(FINDING.DECIDED_AT, finding.decision() == Decision.PENDING ? null : at)
                                .set(FINDING.DECIDED_BY, finding.decision() == Decision.PENDING ? null : by))
                        .toList())
                .execute();
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
