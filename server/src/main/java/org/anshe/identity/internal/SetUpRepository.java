package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.SETUP;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The one open set-up token, as its hash. */
@Repository
class SetUpRepository {

    private final DSLContext sql;

    SetUpRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Lets one set-up through at a time. */
    void lock() {
        sql.execute("lock table identity.setup in exclusive mode");
    }

    Optional<String> findHash() {
        return sql.select(SETUP.TOKEN_HASH).from(SETUP).fetchOptional(SETUP.TOKEN_HASH);
    }

    void replace(String hash, Instant now) {
        clear();
        sql.insertInto(SETUP)
                .set(SETUP.TOKEN_HASH, hash)
                .set(SETUP.CREATED_AT, now)
                .execute();
    }

    void clear() {
        sql.deleteFrom(SETUP).execute();
    }
}
