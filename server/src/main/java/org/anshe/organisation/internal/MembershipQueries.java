package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.AREA_HOLDER;
import static org.anshe.organisation.internal.db.Tables.MEMBERSHIP;
import static org.anshe.organisation.internal.db.Tables.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who holds which post in a unit, and who holds an area. */
@Repository
public class MembershipQueries {

    private final DSLContext sql;

    MembershipQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A post: held by a person, or by whoever holds a post of another unit. */
    public record Post(
            UUID id,
            String post,
            @Nullable UUID personId,
            @Nullable UUID otherUnitId,
            @Nullable String otherUnitName,
            @Nullable String otherPost,
            int sort,
            Instant since,
            @Nullable Instant endedAt) {}

    /** Who holds an area. */
    public record Holder(
            UUID id,
            AreaHolderRole role,
            UUID personId,
            Instant since,
            @Nullable Instant until) {}

    /** The posts of a unit within the scope, ended ones last. */
    public List<Post> posts(Scope scope, UUID unit, boolean ended) {
        var other = UNIT.as("other");
        Condition running = ended ? DSL.noCondition() : MEMBERSHIP.ENDED_AT.isNull();
        return sql.select(
                        MEMBERSHIP.ID,
                        MEMBERSHIP.POST,
                        MEMBERSHIP.PERSON_ID,
                        MEMBERSHIP.OTHER_UNIT_ID,
                        other.NAME,
                        MEMBERSHIP.OTHER_POST,
                        MEMBERSHIP.SORT,
                        MEMBERSHIP.SINCE,
                        MEMBERSHIP.ENDED_AT)
                .from(MEMBERSHIP)
                .join(UNIT)
                .on(UNIT.ID.eq(MEMBERSHIP.UNIT_ID))
                .leftJoin(other)
                .on(other.ID.eq(MEMBERSHIP.OTHER_UNIT_ID))
                .where(MEMBERSHIP.UNIT_ID.eq(unit))
                .and(running)
                .and(UnitQueries.inScope(scope))
                .orderBy(MEMBERSHIP.ENDED_AT.isNotNull(), MEMBERSHIP.SORT, MEMBERSHIP.SINCE, MEMBERSHIP.ID)
                .fetch(Records.mapping(Post::new));
    }

    /**
     * Who holds the posts of a unit that are bound to posts of other units today, over any number of steps: post → the
     * people.
     */
    public Map<UUID, List<UUID>> holdersByPost(Scope scope, UUID unit) {
        var root = DSL.field("root", UUID.class);
        var person = DSL.field("person_id", UUID.class);
        return sql.resultQuery("""
                        with recursive bound(root, unit_id, post) as (
                            select m.id, m.other_unit_id, m.other_post
                              from organisation.membership m join organisation.unit on unit.id = m.unit_id
                             where m.unit_id = {0} and m.ended_at is null and m.other_unit_id is not null and {1}
                            union
                            select bound.root, m.other_unit_id, m.other_post
                              from bound join organisation.membership m on m.unit_id = bound.unit_id and m.post = bound.post
                             where m.ended_at is null and m.other_unit_id is not null)
                        select distinct bound.root, m.person_id
                          from bound join organisation.membership m on m.unit_id = bound.unit_id and m.post = bound.post
                         where m.ended_at is null and m.person_id is not null
                        """, DSL.val(unit), UnitQueries.inScope(scope))
                .coerce(root, person)
                .fetchGroups(root, person);
    }

    /** Who holds an area within the scope, former holders last. */
    public List<Holder> holders(Scope scope, AreaKey area, boolean former) {
        return sql.select(
                        AREA_HOLDER.ID,
                        AREA_HOLDER.ROLE.convertFrom(AreaHolderRole::valueOf),
                        AREA_HOLDER.PERSON_ID,
                        AREA_HOLDER.SINCE,
                        AREA_HOLDER.UNTIL)
                .from(AREA_HOLDER)
                .where(AREA_HOLDER.AREA_KEY.eq(area.value()))
                .and(former ? DSL.noCondition() : AREA_HOLDER.UNTIL.isNull())
                .and(ScopeCondition.within(scope, AREA_HOLDER.AREA_KEY))
                .orderBy(AREA_HOLDER.UNTIL.isNotNull(), AREA_HOLDER.ROLE, AREA_HOLDER.SINCE, AREA_HOLDER.ID)
                .fetch(Records.mapping(Holder::new));
    }
}
