package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;

import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.WithoutScope;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** One's own account as the interface shows it. */
@Repository
public class AccountQueries {

    private final DSLContext sql;

    AccountQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A person's own account. */
    public record Account(
            UUID id, String login, String name, String locale, boolean mustChangePassword, boolean totpEnabled) {}

    @WithoutScope("a person reads the own account only")
    public Optional<Account> find(UUID person) {
        return sql.select(
                        PERSON.ID,
                        CREDENTIAL.LOGIN,
                        PERSON.NAME,
                        PERSON.LOCALE,
                        CREDENTIAL.MUST_CHANGE,
                        DSL.field(CREDENTIAL.TOTP_SECRET.isNotNull()))
                .from(PERSON)
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(person))
                .fetchOptional(Records.mapping(Account::new));
    }
}
