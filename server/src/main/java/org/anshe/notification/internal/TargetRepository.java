package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.TARGET;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.anshe.identity.Secrets;
import org.anshe.shared.AreaKey;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The targets of this installation: few, changed by hand, and asked for at every notice. */
@Repository
class TargetRepository {

    private static final long LIFE = TimeUnit.SECONDS.toNanos(5);

    private record Snapshot(List<Target> targets, long readAt) {}

    private final DSLContext sql;
    private final Secrets secrets;
    private volatile @Nullable Snapshot snapshot;

    TargetRepository(DSLContext sql, Secrets secrets) {
        this.sql = sql;
        this.secrets = secrets;
    }

    /** From memory, at most five seconds old where another process changed them. */
    List<Target> known() {
        Snapshot known = snapshot;
        if (known == null || System.nanoTime() - known.readAt() > LIFE) {
            known = new Snapshot(list(), System.nanoTime());
            snapshot = known;
        }
        return known.targets();
    }

    void forget() {
        snapshot = null;
    }

    List<Target> list() {
        return sql.selectFrom(TARGET).orderBy(TARGET.NAME, TARGET.ID).fetch(TargetRepository::target);
    }

    Optional<Target> find(UUID id) {
        return sql.selectFrom(TARGET).where(TARGET.ID.eq(id)).fetchOptional(TargetRepository::target);
    }

    /** For the moment of signing only. */
    byte[] secret(UUID id) {
        byte[] sealed = sql.select(TARGET.SECRET)
                .from(TARGET)
                .where(TARGET.ID.eq(id))
                .fetchSingle()
                .value1();
        return secrets.open(sealed, id.toString());
    }

    /** False when there is a target of this id already. */
    boolean add(Target target, byte[] secret) {
        return sql.insertInto(TARGET)
                        .set(TARGET.ID, target.id())
                        .set(TARGET.NAME, target.name())
                        .set(TARGET.AUDIENCE, target.audience().name())
                        .set(TARGET.URL, target.url())
                        .set(TARGET.SECRET, secrets.seal(secret, target.id().toString()))
                        .set(TARGET.KINDS, target.kinds().toArray(String[]::new))
                        .set(
                                TARGET.AREA_KEY,
                                target.area() == null ? null : target.area().value())
                        .set(TARGET.TEMPLATE, target.template())
                        .set(TARGET.PER_MINUTE, target.perMinute())
                        .set(TARGET.DROPS_REPEATS, target.dropsRepeats())
                        .set(TARGET.ENABLED, target.enabled())
                        .onConflict(TARGET.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** False when somebody changed it meanwhile. The secret stays when none is given. */
    boolean change(Target target, byte @Nullable [] secret) {
        var update = sql.update(TARGET)
                .set(TARGET.VERSION, target.version() + 1)
                .set(TARGET.NAME, target.name())
                .set(TARGET.AUDIENCE, target.audience().name())
                .set(TARGET.URL, target.url())
                .set(TARGET.KINDS, target.kinds().toArray(String[]::new))
                .set(
                        TARGET.AREA_KEY,
                        target.area() == null ? null : target.area().value())
                .set(TARGET.TEMPLATE, target.template())
                .set(TARGET.PER_MINUTE, target.perMinute())
                .set(TARGET.DROPS_REPEATS, target.dropsRepeats())
                .set(TARGET.ENABLED, target.enabled());
        if (secret != null) {
            update = update.set(TARGET.SECRET, secrets.seal(secret, target.id().toString()));
        }
        return update.where(TARGET.ID.eq(target.id()))
                        .and(TARGET.VERSION.eq(target.version()))
                        .execute()
                == 1;
    }

    private static Target target(Record row) {
        Long area = row.get(TARGET.AREA_KEY);
        return new Target(
                row.get(TARGET.ID),
                row.get(TARGET.VERSION),
                row.get(TARGET.NAME),
                Target.Audience.valueOf(row.get(TARGET.AUDIENCE)),
                row.get(TARGET.URL),
                List.of(row.get(TARGET.KINDS)),
                area == null ? null : new AreaKey(area),
                row.get(TARGET.TEMPLATE),
                row.get(TARGET.PER_MINUTE),
                row.get(TARGET.DROPS_REPEATS),
                row.get(TARGET.ENABLED));
    }
}
