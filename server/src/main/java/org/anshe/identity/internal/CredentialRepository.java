package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record10;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Logins with their hashes and the state of their lock. */
@Repository
class CredentialRepository {

    private final DSLContext sql;

    CredentialRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A login as the log-in needs it. */
    record Credential(
            UUID personId,
            String name,
            String login,
            String passwordHash,
            boolean mustChange,
            int failedAttempts,
            @Nullable Instant lockedUntil,
            byte @Nullable [] totpSecret,
            @Nullable Long totpLastStep,
            @Nullable Instant disabledAt) {}

    Optional<Credential> find(String login) {
        return select(login).fetchOptional(Records.mapping(Credential::new));
    }

    /** Locks the row, so that parallel attempts are counted one by one. */
    Optional<Credential> findForUpdate(String login) {
        return select(login).forUpdate().of(CREDENTIAL).fetchOptional(Records.mapping(Credential::new));
    }

    Optional<Credential> findByPersonForUpdate(UUID person) {
        return sql.select(CREDENTIAL.LOGIN)
                .from(CREDENTIAL)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .fetchOptional(CREDENTIAL.LOGIN)
                .flatMap(this::findForUpdate);
    }

    boolean anyExists() {
        return sql.fetchExists(CREDENTIAL);
    }

    void add(UUID person, String login, String hash, boolean mustChange, Instant now) {
        sql.insertInto(CREDENTIAL)
                .set(CREDENTIAL.PERSON_ID, person)
                .set(CREDENTIAL.LOGIN, login)
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.MUST_CHANGE, mustChange)
                .set(CREDENTIAL.CHANGED_AT, now)
                .execute();
    }

    void countFailure(UUID person, int attempts, @Nullable Instant lockedUntil) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.FAILED_ATTEMPTS, attempts)
                .set(CREDENTIAL.LOCKED_UNTIL, lockedUntil)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    void resetFailures(UUID person, @Nullable Long totpStep) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.FAILED_ATTEMPTS, 0)
                .setNull(CREDENTIAL.LOCKED_UNTIL)
                .set(CREDENTIAL.TOTP_LAST_STEP, totpStep)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    void changePassword(UUID person, String hash, boolean mustChange, Instant now) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.PASSWORD_HASH, hash)
                .set(CREDENTIAL.MUST_CHANGE, mustChange)
                .set(CREDENTIAL.CHANGED_AT, now)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    void setTotp(UUID person, byte @Nullable [] secret) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.TOTP_SECRET, secret)
                .setNull(CREDENTIAL.TOTP_PENDING)
                .setNull(CREDENTIAL.TOTP_LAST_STEP)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    void setPendingTotp(UUID person, byte[] sealed) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.TOTP_PENDING, sealed)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    Optional<byte[]> findPendingTotp(UUID person) {
        return sql.select(CREDENTIAL.TOTP_PENDING)
                .from(CREDENTIAL)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .fetchOptional(CREDENTIAL.TOTP_PENDING);
    }

    void unlock(UUID person) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.FAILED_ATTEMPTS, 0)
                .setNull(CREDENTIAL.LOCKED_UNTIL)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    /** Null enables the account again. */
    void disable(UUID person, @Nullable Instant since) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.DISABLED_AT, since)
                .where(CREDENTIAL.PERSON_ID.eq(person))
                .execute();
    }

    private SelectConditionStep<
                    Record10<UUID, String, String, String, Boolean, Integer, Instant, byte[], Long, Instant>>
            select(String login) {
        return sql.select(
                        CREDENTIAL.PERSON_ID,
                        PERSON.NAME,
                        CREDENTIAL.LOGIN,
                        CREDENTIAL.PASSWORD_HASH,
                        CREDENTIAL.MUST_CHANGE,
                        CREDENTIAL.FAILED_ATTEMPTS,
                        CREDENTIAL.LOCKED_UNTIL,
                        CREDENTIAL.TOTP_SECRET,
                        CREDENTIAL.TOTP_LAST_STEP,
                        CREDENTIAL.DISABLED_AT)
                .from(CREDENTIAL)
                .join(PERSON)
                .on(PERSON.ID.eq(CREDENTIAL.PERSON_ID))
                .where(CREDENTIAL.LOGIN.eq(login))
                .and(PERSON.RETIRED_AT.isNull());
    }
}
