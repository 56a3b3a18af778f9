package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.AREA_HOLDER;
import static org.anshe.organisation.internal.db.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.internal.db.tables.records.AreaHolderRecord;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes who holds which post in a unit, and who holds an area. */
@Repository
class MembershipRepository {

    /** A post held by a person, or by whoever holds a post in another unit. */
    record Post(
            UUID id,
            UUID unit,
            String post,
            @Nullable UUID person,
            @Nullable UUID otherUnit,
            @Nullable String otherPost,
            int sort) {}

    /** Who holds an area. */
    record Holder(UUID id, AreaKey area, AreaHolderRole role, UUID person) {}

    private final DSLContext sql;
    private final Clock clock;

    MembershipRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False when a post of this id is there already. */
    boolean add(Post post) {
        return sql.insertInto(MEMBERSHIP)
                        .set(MEMBERSHIP.ID, post.id())
                        .set(MEMBERSHIP.UNIT_ID, post.unit())
                        .set(MEMBERSHIP.POST, post.post().strip())
                        .set(MEMBERSHIP.PERSON_ID, post.person())
                        .set(MEMBERSHIP.OTHER_UNIT_ID, post.otherUnit())
                        .set(MEMBERSHIP.OTHER_POST, post.otherPost())
                        .set(MEMBERSHIP.SORT, post.sort())
                        .set(MEMBERSHIP.SINCE, clock.instant())
                        .onConflict(MEMBERSHIP.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    boolean isHeldBy(UUID unit, String post, UUID person) {
        return sql.fetchExists(
                MEMBERSHIP,
                MEMBERSHIP
                        .UNIT_ID
                        .eq(unit)
                        .and(MEMBERSHIP.POST.eq(post.strip()))
                        .and(MEMBERSHIP.PERSON_ID.eq(person))
                        .and(MEMBERSHIP.ENDED_AT.isNull()));
    }

    Optional<Post> findRunning(UUID id) {
        return sql.selectFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ID.eq(id))
                .and(MEMBERSHIP.ENDED_AT.isNull())
                .forUpdate()
                .fetchOptional(row -> new Post(
                        row.getId(),
                        row.getUnitId(),
                        row.getPost(),
                        row.getPersonId(),
                        row.getOtherUnitId(),
                        row.getOtherPost(),
                        row.getSort()));
    }

    void end(UUID id) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.ENDED_AT, clock.instant())
                .where(MEMBERSHIP.ID.eq(id))
                .and(MEMBERSHIP.ENDED_AT.isNull())
                .execute();
    }

    /** Whether the posts this unit's posts refer to lead, over any number of steps, to the other unit. */
    boolean refersTo(UUID unit, UUID other) {
        return sql.resultQuery("""
                        with recursive reached(id) as (
                            select {0}::uuid
                            union
                            select m.other_unit_id from organisation.membership m join reached on m.unit_id = reached.id
                            where m.ended_at is null and m.other_unit_id is not null)
                        select 1 from reached where id = {1}::uuid limit 1
                        """, DSL.val(unit), DSL.val(other))
                .fetchOptional()
                .isPresent();
    }

    /** False when a holder of this id is there already. */
    boolean add(Holder holder) {
        return insert(holder).onConflict(AREA_HOLDER.ID).doNothing().execute() == 1;
    }

    /** False when the area has such a holder already. */
    boolean addUnlessHeld(Holder holder) {
        return insert(holder).onConflictDoNothing().execute() == 1;
    }

    private InsertSetMoreStep<AreaHolderRecord> insert(Holder holder) {
        return sql.insertInto(AREA_HOLDER)
                .set(AREA_HOLDER.ID, holder.id())
                .set(AREA_HOLDER.AREA_KEY, holder.area().value())
                .set(AREA_HOLDER.ROLE, holder.role().name())
                .set(AREA_HOLDER.PERSON_ID, holder.person())
                .set(AREA_HOLDER.SINCE, clock.instant());
    }

    Optional<Holder> findRunningHolder(UUID id) {
        return sql.selectFrom(AREA_HOLDER)
                .where(AREA_HOLDER.ID.eq(id))
                .and(AREA_HOLDER.UNTIL.isNull())
                .forUpdate()
                .fetchOptional(MembershipRepository::holder);
    }

    void endHolder(UUID id) {
        sql.update(AREA_HOLDER)
                .set(AREA_HOLDER.UNTIL, clock.instant())
                .where(AREA_HOLDER.ID.eq(id))
                .and(AREA_HOLDER.UNTIL.isNull())
                .execute();
    }

    List<Holder> runningHolders(AreaKey area) {
        return sql.selectFrom(AREA_HOLDER)
                .where(AREA_HOLDER.AREA_KEY.eq(area.value()))
                .and(AREA_HOLDER.UNTIL.isNull())
                .orderBy(AREA_HOLDER.SINCE, AREA_HOLDER.ID)
                .forUpdate()
                .fetch(MembershipRepository::holder);
    }

    private static Holder holder(AreaHolderRecord row) {
        return new Holder(
                row.getId(), new AreaKey(row.getAreaKey()), AreaHolderRole.valueOf(row.getRole()), row.getPersonId());
    }
}
