package org.anshe.audit.internal;

import static org.anshe.audit.internal.db.Tables.ENTRY;
import static org.anshe.audit.internal.db.Tables.LINK;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.anshe.audit.ChainVerification;
import org.anshe.audit.internal.db.tables.Entry;
import org.anshe.audit.internal.db.tables.records.LinkRecord;
import org.anshe.shared.Sha256;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Links entries into a chain: hash n = SHA-256 (hash n−1, entry n). The hash is taken by PostgreSQL's own text of the
 * row, so that sealing and verifying read the same bytes.
 */
@Repository
public class AuditChainRepository {

    private static final byte[] GENESIS = new byte[32];
    private static final int BATCH = 2_000;
    private static final long LOCK = 4_207_501L;

    /** The row as one text; jsonb prints its members in one fixed order. */
    private static final Field<String> CANONICAL = DSL.field(
            "concat_ws(E'\\x1f', {0}, extract(epoch from {1}), {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})",
            SQLDataType.CLOB,
            ENTRY.ID,
            ENTRY.AT,
            DSL.coalesce(ENTRY.ACTOR_ID.cast(SQLDataType.CLOB), DSL.inline("")),
            ENTRY.ACTOR_NAME,
            ENTRY.ACTION,
            ENTRY.SUBJECT_KIND,
            ENTRY.SUBJECT_ID,
            DSL.coalesce(ENTRY.AREA_KEY.cast(SQLDataType.CLOB), DSL.inline("")),
            ENTRY.FACTS,
            DSL.coalesce(ENTRY.TRACE_ID, DSL.inline("")));

    private static final Condition IS_OPEN =
            DSL.notExists(DSL.selectOne().from(LINK).where(LINK.ENTRY_ID.eq(ENTRY.ID)));

    private final DSLContext sql;

    AuditChainRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What one batch did.
     *
     * @param until everything that was written by transactions before this one is final and linked; null when not known
     */
    record Sealed(int entries, @Nullable String until) {}

    /** The end of the chain. */
    record Head(long position, byte[] hash) {}

    /** Outside the application, for the command line. */
    public static AuditChainRepository over(Connection connection) {
        return new AuditChainRepository(DSL.using(connection, SQLDialect.POSTGRES));
    }

    /**
     * Links what is committed and cannot be preceded any more, at most one batch. Must run in a transaction; a second
     * sealer of another process waits its turn.
     *
     * @param since a transaction before which everything was final and linked when this was last asked; null when that
     *     is not known
     */
    Sealed sealBatch(@Nullable String since) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
        // Asked before the entries are read: what began earlier is over and can be seen by then.
        String until = sql.fetchSingle("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .into(String.class);
        Head last = findHead().orElse(new Head(0, GENESIS));
        long position = last.position();
        byte[] hash = last.hash();
        List<LinkRecord> links = new ArrayList<>();
        for (Record2<Long, String> entry : unsealed(since, until)) {
            hash = next(hash, entry.value2());
            links.add(new LinkRecord(++position, entry.value1(), hash));
        }
        if (!links.isEmpty()) {
            sql.batchInsert(links).execute();
        }
        return new Sealed(links.size(), links.size() < BATCH ? until : since);
    }

    private List<Record2<Long, String>> unsealed(@Nullable String since, String until) {
        return sql.select(ENTRY.ID, CANONICAL)
                .from(ENTRY)
                .where(IS_OPEN)
                .and(
                        since == null
                                ? ENTRY.ID.gt(sealedBelow())
                                : DSL.condition("{0} >= {1}::xid8", ENTRY.XID, DSL.val(since)))
                .and("{0} < {1}::xid8", ENTRY.XID, DSL.val(until))
                .orderBy(ENTRY.ID)
                .limit(BATCH)
                .fetch();
    }

    /** Ids may commit out of order, yet never further apart than the transactions of an hour. */
    private Field<Long> sealedBelow() {
        return DSL.field(
                DSL.select(DSL.coalesce(DSL.max(LINK.ENTRY_ID), DSL.inline(0L)).minus(100_000L))
                        .from(LINK));
    }

    /** Recomputes everything. Needs a transaction to stream in, and one snapshot to judge by. */
    public ChainVerification.Result verify() {
        byte[] hash = GENESIS;
        long expected = 0;
        try (var rows = sql.select(LINK.POSITION, LINK.ENTRY_ID, LINK.HASH, CANONICAL, ENTRY.ID)
                .from(LINK)
                .leftJoin(ENTRY)
                .on(ENTRY.ID.eq(LINK.ENTRY_ID))
                .orderBy(LINK.POSITION)
                .fetchSize(BATCH)
                .fetchLazy()) {
            for (Record row : rows) {
                long position = row.get(LINK.POSITION);
                expected++;
                if (position != expected) {
                    return new ChainVerification.Broken(expected, row.get(LINK.ENTRY_ID), "a link is missing");
                }
                if (row.get(ENTRY.ID) == null) {
                    return new ChainVerification.Broken(position, row.get(LINK.ENTRY_ID), "the entry is missing");
                }
                hash = next(hash, row.get(CANONICAL));
                if (!Arrays.equals(hash, row.get(LINK.HASH))) {
                    return new ChainVerification.Broken(position, row.get(LINK.ENTRY_ID), "the entry was changed");
                }
            }
        }
        Long leftOut = leftOut();
        if (leftOut != null) {
            return new ChainVerification.Broken(expected + 1, leftOut, "the entry was never linked");
        }
        long open = sql.fetchCount(sql.selectOne().from(ENTRY).where(IS_OPEN));
        return new ChainVerification.Whole(expected, open, HexFormat.of().formatHex(hash));
    }

    /**
     * An entry that is not linked although the trail went on for longer than sealing can be held up. Measured by the
     * trail itself, for a server that stands still seals nothing.
     */
    private @Nullable Long leftOut() {
        Entry later = ENTRY.as("later");
        return sql.select(ENTRY.ID)
                .from(ENTRY)
                .where(IS_OPEN)
                .and(DSL.exists(DSL.selectOne()
                        .from(later)
                        .where(later.ID.gt(ENTRY.ID))
                        .and("{0} > {1} + interval '1 hour'", later.AT, ENTRY.AT)))
                .orderBy(ENTRY.ID)
                .limit(1)
                .fetchOne(ENTRY.ID);
    }

    /** Where the chain ends now; empty before the first entry is linked. */
    Optional<Head> findHead() {
        return sql.select(LINK.POSITION, LINK.HASH)
                .from(LINK)
                .orderBy(LINK.POSITION.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Head::new));
    }

    private static byte[] next(byte[] previous, String canonical) {
        MessageDigest digest = Sha256.digest();
        digest.update(previous);
        return digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
