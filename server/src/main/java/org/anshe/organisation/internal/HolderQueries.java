package org.anshe.organisation.internal;

import static org.anshe.organisation.internal.db.Tables.AREA_HOLDER;
import static org.anshe.organisation.internal.db.Tables.MEMBERSHIP;
import static org.anshe.organisation.internal.db.Tables.UNIT;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.Holders;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaSuccession;
import org.anshe.shared.WithoutScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Posts and areas read from the other end: not what a person holds, but who holds it. */
@Repository
class HolderQueries implements Holders {

    private static final String FOR_SENDERS = "chooses whom the system tells; no person's request is answered with it";
    private static final Field<UUID> PERSON = DSL.field("person_id", UUID.class);

    private final DSLContext sql;
    private final AreaSuccession succession;

    HolderQueries(DSLContext sql, AreaSuccession succession) {
        this.sql = sql;
        this.succession = succession;
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public Set<UUID> ofPost(String post, UUID unit) {
        return ofPost(post, UNIT.ID.eq(unit));
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public Set<UUID> ofPost(String post, List<AreaKey> areas) {
        return ofPost(
                post,
                UNIT.AREA_KEY.in(areas.stream()
                        .flatMap(area -> succession.keysOf(area).stream())
                        .map(AreaKey::value)
                        .toList()));
    }

    /** Follows posts that are bound to posts of other units, over any number of steps. */
    private Set<UUID> ofPost(String post, Condition units) {
        return new LinkedHashSet<>(
                sql.resultQuery("""
                        with recursive held(unit_id, post) as (
                            select unit.id, {0} from organisation.unit where unit.retired_at is null and {1}
                            union
                            select m.other_unit_id, m.other_post
                              from held join organisation.membership m on m.unit_id = held.unit_id and m.post = held.post
                             where m.ended_at is null and m.other_unit_id is not null)
                        select distinct m.person_id
                          from held join organisation.membership m on m.unit_id = held.unit_id and m.post = held.post
                         where m.ended_at is null and m.person_id is not null
                         order by m.person_id
                        """, DSL.val(post), units).coerce(PERSON).fetch(PERSON));
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public List<Held> ofArea(AreaHolderRole role, AreaKey area) {
        return sql.select(AREA_HOLDER.AREA_KEY, AREA_HOLDER.PERSON_ID)
                .from(AREA_HOLDER)
                .where(AREA_HOLDER.ROLE.eq(role.name()))
                .and(AREA_HOLDER.UNTIL.isNull())
                .and(AREA_HOLDER.AREA_KEY.in(upFrom(area).toList()))
                // A key below another one is the larger of the two.
                .orderBy(AREA_HOLDER.AREA_KEY.desc(), AREA_HOLDER.PERSON_ID)
                .fetch(row -> new Held(new AreaKey(row.value1()), row.value2()));
    }

    /** The keys of the area and of all above it, also those that it counts to since a merger. */
    private Stream<Long> upFrom(AreaKey area) {
        return succession.keysOf(area).stream()
                .flatMap(key -> Arrays.stream(AreaLevel.values()).map(key::at))
                .map(AreaKey::value)
                .distinct();
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public boolean anyOfPost(String post, @Nullable AreaKey within) {
        return sql.fetchExists(DSL.selectOne()
                .from(MEMBERSHIP)
                .join(UNIT)
                .on(UNIT.ID.eq(MEMBERSHIP.UNIT_ID))
                .where(MEMBERSHIP.POST.eq(post))
                .and(MEMBERSHIP.ENDED_AT.isNull())
                .and(UNIT.RETIRED_AT.isNull())
                .and(within == null ? DSL.noCondition() : reaching(UNIT.AREA_KEY, within)));
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public boolean anyOfArea(AreaHolderRole role, @Nullable AreaKey within) {
        return sql.fetchExists(DSL.selectOne()
                .from(AREA_HOLDER)
                .where(AREA_HOLDER.ROLE.eq(role.name()))
                .and(AREA_HOLDER.UNTIL.isNull())
                .and(within == null ? DSL.noCondition() : reaching(AREA_HOLDER.AREA_KEY, within)));
    }

    /** In the area, or above it. */
    private Condition reaching(Field<Long> key, AreaKey area) {
        return key.between(area.range().first(), area.range().last())
                .or(key.in(upFrom(area).toList()));
    }
}
