package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.db.Tables.LISTING;
import static org.anshe.hazard.internal.db.Tables.LISTING_EXTENSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.hazard.internal.ListingRules.StopWork;
import org.anshe.hazard.internal.db.tables.records.ListingExtensionRecord;
import org.anshe.hazard.internal.db.tables.records.ListingRecord;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Listed supervision of hazards, and the longer terms that were asked for. */
@Repository
class ListingRepository {

    private final DSLContext sql;

    ListingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** How far a listing has come. */
    public enum State {
        FILED,
        PUBLISHED,
        VERIFYING,
        DELISTED,
        ENDED
    }

    /** What was filed. */
    record Filing(
            String clockSet,
            String authority,
            @Nullable String leader,
            LocalDate termUntil,
            StopWork stopWork,
            @Nullable String stopScope,
            String plan) {}

    /** What was told the public, and where. */
    record Notice(String words, @Nullable String where, Instant at) {}

    /** How it was verified. */
    record Verification(String words, String name, Instant at) {}

    /** One listing. */
    record Listing(
            UUID id,
            Filing filing,
            State state,
            Instant filedAt,
            @Nullable Notice published,
            @Nullable Verification verified,
            @Nullable Notice ended) {

        Listing to(State next) {
            return new Listing(id, filing, next, filedAt, published, verified, ended);
        }

        Listing until(LocalDate day) {
            Filing longer = new Filing(
                    filing.clockSet(),
                    filing.authority(),
                    filing.leader(),
                    day,
                    filing.stopWork(),
                    filing.stopScope(),
                    filing.plan());
            return new Listing(id, longer, state, filedAt, published, verified, ended);
        }

        Listing published(Notice notice) {
            return new Listing(id, filing, State.PUBLISHED, filedAt, notice, verified, ended);
        }

        Listing verified(Verification how) {
            return new Listing(id, filing, State.DELISTED, filedAt, published, how, ended);
        }

        Listing ended(Notice notice) {
            return new Listing(id, filing, State.ENDED, filedAt, published, verified, notice);
        }
    }

    /** A longer term that was asked for. */
    record TermRequest(
            UUID id,
            LocalDate oldUntil,
            LocalDate askedUntil,
            String reason,
            Instant askedAt,
            @Nullable UUID askedBy,
            String askedName,
            String state,
            @Nullable Instant decidedAt,
            @Nullable String decidedName,
            @Nullable String note) {}

    void add(UUID hazard, Listing listing) {
        sql.insertInto(LISTING).set(row(listing).setHazardId(hazard)).execute();
    }

    void save(Listing listing) {
        sql.update(LISTING).set(row(listing)).where(LISTING.ID.eq(listing.id())).execute();
    }

    Optional<Listing> open(UUID hazard) {
        return sql.selectFrom(LISTING)
                .where(LISTING.HAZARD_ID.eq(hazard))
                .and(LISTING.STATE.ne(State.ENDED.name()))
                .fetchOptional(ListingRepository::listing);
    }

    List<Listing> of(UUID hazard) {
        return sql.selectFrom(LISTING)
                .where(LISTING.HAZARD_ID.eq(hazard))
                .orderBy(LISTING.FILED_AT)
                .fetch(ListingRepository::listing);
    }

    void ask(Caller caller, UUID id, Listing listing, LocalDate until, String reason, Instant now) {
        sql.insertInto(LISTING_EXTENSION)
                .set(sql.newRecord(LISTING_EXTENSION)
                        .setId(id)
                        .setListingId(listing.id())
                        .setOldUntil(listing.filing().termUntil())
                        .setAskedUntil(until)
                        .setReason(reason.strip())
                        .setAskedAt(now)
                        .setAskedBy(caller.personId())
                        .setAskedName(caller.name())
                        .setState("PENDING"))
                .execute();
    }

    Optional<TermRequest> asked(UUID listing) {
        return requests(listing).stream()
                .filter(one -> one.state().equals("PENDING"))
                .findFirst();
    }

    List<TermRequest> requests(UUID listing) {
        return sql.selectFrom(LISTING_EXTENSION)
                .where(LISTING_EXTENSION.LISTING_ID.eq(listing))
                .orderBy(LISTING_EXTENSION.ASKED_AT)
                .fetch(ListingRepository::request);
    }

    void decide(Caller caller, UUID listing, String state, @Nullable String note, Instant now) {
        sql.update(LISTING_EXTENSION)
                .set(LISTING_EXTENSION.STATE, state)
                .set(LISTING_EXTENSION.DECIDED_AT, now)
                .set(LISTING_EXTENSION.DECIDED_BY, caller.personId())
                .set(LISTING_EXTENSION.DECIDED_NAME, caller.name())
                .set(LISTING_EXTENSION.NOTE, note == null || note.isBlank() ? null : note.strip())
                .where(LISTING_EXTENSION.LISTING_ID.eq(listing))
                .and(LISTING_EXTENSION.STATE.eq("PENDING"))
                .execute();
    }

    private ListingRecord row(Listing listing) {
        Filing filing = listing.filing();
        Notice published = listing.published();
        Verification verified = listing.verified();
        Notice ended = listing.ended();
        return sql.newRecord(LISTING)
                .setId(listing.id())
                .setClockSet(filing.clockSet())
                .setAuthority(filing.authority())
                .setLeader(filing.leader())
                .setTermUntil(filing.termUntil())
                .setStopWork(filing.stopWork().name())
                .setStopScope(filing.stopScope())
                .setPlan(filing.plan())
                .setState(listing.state().name())
                .setFiledAt(listing.filedAt())
                .setPublishedAt(published == null ? null : published.at())
                .setPublishedWhere(published == null ? null : published.where())
                .setNotice(published == null ? null : published.words())
                .setVerifiedAt(verified == null ? null : verified.at())
                .setVerifiedName(verified == null ? null : verified.name())
                .setVerification(verified == null ? null : verified.words())
                .setEndedAt(ended == null ? null : ended.at())
                .setEndWhere(ended == null ? null : ended.where())
                .setEndNotice(ended == null ? null : ended.words());
    }

    private static Listing listing(ListingRecord row) {
        String verification = row.getVerification();
        String verifier = row.getVerifiedName();
        return new Listing(
                row.getId(),
                new Filing(
                        row.getClockSet(),
                        row.getAuthority(),
                        row.getLeader(),
                        row.getTermUntil(),
                        StopWork.valueOf(row.getStopWork()),
                        row.getStopScope(),
                        row.getPlan()),
                State.valueOf(row.getState()),
                row.getFiledAt(),
                notice(row.getNotice(), row.getPublishedWhere(), row.getPublishedAt()),
                verification == null || verifier == null
                        ? null
                        : new Verification(verification, verifier, row.getVerifiedAt()),
                notice(row.getEndNotice(), row.getEndWhere(), row.getEndedAt()));
    }

    private static @Nullable Notice notice(@Nullable String words, @Nullable String where, @Nullable Instant at) {
        return words == null || at == null ? null : new Notice(words, where, at);
    }

    private static TermRequest request(ListingExtensionRecord row) {
        return new TermRequest(
                row.getId(),
                row.getOldUntil(),
                row.getAskedUntil(),
                row.getReason(),
                row.getAskedAt(),
                row.getAskedBy(),
                row.getAskedName(),
                row.getState(),
                row.getDecidedAt(),
                row.getDecidedName(),
                row.getNote());
    }
}
