package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.NOTICE;
import static org.anshe.notification.internal.db.Tables.RECEIPT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own inbox. What is older than the limit is the archive; nothing is moved or deleted for that. */
@Repository
public class InboxQueries {

    /** Beyond this an exact number tells nobody more. */
    public static final int MOST_COUNTED = 100;

    private final DSLContext sql;
    private final JsonMapper json;
    private final NoticeWords words;
    private final NotificationSettings settings;
    private final Clock clock;

    InboxQueries(DSLContext sql, JsonMapper json, NoticeWords words, NotificationSettings settings, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A notice as its reader sees it.
     *
     * @param page of the console where its subject is seen; null for a kind that is no more
     */
    public record Item(
            UUID id,
            String kind,
            String title,
            String body,
            @Nullable String page,
            boolean urgent,
            Instant at,
            @Nullable Instant readAt) {}

    /** @param kind null for all */
    public record Filter(
            boolean unread, boolean archived, @Nullable String kind) {}

    /** Newest first. */
    public Page<Item> list(Caller caller, Filter filter, PageRequest page, Locale language) {
        Condition condition = RECEIPT.PERSON_ID
                .eq(caller.person())
                .and(filter.archived() ? RECEIPT.AT.lt(oldest()) : RECEIPT.AT.ge(oldest()))
                .and(filter.unread() ? RECEIPT.READ_AT.isNull() : DSL.noCondition())
                .and(filter.kind() == null ? DSL.noCondition() : RECEIPT.KIND.eq(filter.kind()));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(RECEIPT.AT, RECEIPT.NOTICE_ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        String tag = LocalText.languageOf(language);
        List<Item> rows = sql.select(NOTICE.asterisk(), RECEIPT.READ_AT)
                .from(RECEIPT)
                .join(NOTICE)
                .on(NOTICE.ID.eq(RECEIPT.NOTICE_ID))
                .where(condition)
                .orderBy(RECEIPT.AT.desc(), RECEIPT.NOTICE_ID.desc())
                .limit(page.limit() + 1)
                .fetch(row -> item(row, tag));
        return Page.of(rows, page, row -> Cursor.of(row.at(), row.id()));
    }

    /** Unread notices that are not archived, counted up to {@link #MOST_COUNTED}. */
    public int countUnread(Caller caller) {
        return sql.fetchCount(DSL.selectOne()
                .from(RECEIPT)
                .where(RECEIPT.PERSON_ID.eq(caller.person()))
                .and(RECEIPT.READ_AT.isNull())
                .and(RECEIPT.AT.ge(oldest()))
                .limit(MOST_COUNTED));
    }

    private Instant oldest() {
        return clock.instant().minus(settings.archiveAfter());
    }

    private Item item(Record row, String language) {
        String kind = row.get(NOTICE.KIND);
        Map<String, Object> facts = NoticeRepository.facts(json, row.get(NOTICE.FACTS));
        NoticeWords.Text text = words.text(kind, facts, language);
        return new Item(
                row.get(NOTICE.ID),
                kind,
                text.title(),
                text.body(),
                words.page(kind, row.get(NOTICE.SUBJECT_ID), facts),
                row.get(NOTICE.URGENT),
                row.get(NOTICE.AT),
                row.get(RECEIPT.READ_AT));
    }
}
