package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.RECEIPT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who was told of a record, and who has read it. */
@Repository
public class ReceiptQueries {

    private final DSLContext sql;

    ReceiptQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** One notice at one person. */
    public record Receipt(
            UUID notice,
            String kind,
            Instant at,
            UUID person,
            @Nullable Instant readAt) {}

    /** Newest notice first, within it by person. Judged by where the record lay when the notice was sent. */
    public Page<Receipt> list(Scope scope, String subject, UUID subjectId, PageRequest page) {
        Condition condition = NOTICE.SUBJECT_KIND
                .eq(subject)
                .and(NOTICE.SUBJECT_ID.eq(subjectId))
                .and(ScopeCondition.within(scope, NOTICE.AREA_KEY, NOTICE.UNIT_ID));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 3);
            condition = condition.and(DSL.row(NOTICE.AT, NOTICE.ID, RECEIPT.PERSON_ID)
                    .lt(DSL.row(after.instant(0), after.uuid(1), after.uuid(2))));
        }
        List<Receipt> rows = sql.select(NOTICE.ID, NOTICE.KIND, NOTICE.AT, RECEIPT.PERSON_ID, RECEIPT.READ_AT)
                .from(NOTICE)
                .join(RECEIPT)
                .on(RECEIPT.NOTICE_ID.eq(NOTICE.ID))
                .where(condition)
                .orderBy(NOTICE.AT.desc(), NOTICE.ID.desc(), RECEIPT.PERSON_ID.desc())
                .limit(page.limit() + 1)
                .fetch(Records.mapping(Receipt::new));
        return Page.of(rows, page, row -> Cursor.of(row.at(), row.notice(), row.person()));
    }
}
