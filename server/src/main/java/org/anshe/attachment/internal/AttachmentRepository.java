package org.anshe.attachment.internal;

import static org.anshe.attachment.internal.db.Tables.FILE;
import static org.anshe.attachment.internal.db.Tables.LINK;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.attachment.Attachments.Attachment;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.attachment.Attachments.Owner;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentRepository {

    private static final List<SelectField<?>> ATTACHMENT =
            List.of(FILE.ID, FILE.FILE_NAME, FILE.MEDIA_TYPE, FILE.SIZE, FILE.SHA256, FILE.WIDTH);

    private final DSLContext sql;
    private final FixedStatement linked;
    private final Clock clock;

    AttachmentRepository(DSLContext sql, FrequentSql frequent, Clock clock) {
        this.sql = sql;
        this.linked = frequent.prepare(sql.select(ATTACHMENT)
                .select(LINK.OWNER_ID, LINK.ROLE)
                .from(LINK)
                .join(FILE)
                .on(FILE.ID.eq(LINK.FILE_ID))
                .where(LINK.OWNER_KIND.eq(DSL.param("kind", LINK.OWNER_KIND)))
                .and(LINK.OWNER_ID.eq(DSL.any(DSL.param("owners", UUID[].class))))
                .orderBy(LINK.LINKED_AT, FILE.UPLOADED_AT, FILE.ID));
        this.clock = clock;
    }

    /** A file as it was stored, with who brought it and what arrived. */
    record Stored(Attachment attachment, @Nullable UUID uploaderId, String receivedSha256) {}

    /** What a new row says besides the attachment itself. */
    record Origin(
            @Nullable UUID uploaderId,
            String receivedSha256,
            Pictures.@Nullable Drawn picture,
            @Nullable Instant takenAt) {}

    /** Through which record a file may be seen. */
    record Door(
            String viewPermission, AreaKey area, @Nullable UUID unitId, Collection<UUID> subjectUnitIds) {

        boolean opensTo(Caller caller) {
            return caller.may(viewPermission, area, unitId)
                    || subjectUnitIds.stream().anyMatch(unit -> caller.may(viewPermission, area, unit));
        }
    }

    Optional<Stored> find(UUID id) {
        return sql.select(ATTACHMENT)
                .select(FILE.UPLOADER_ID, FILE.RECEIVED_SHA256)
                .from(FILE)
                .where(FILE.ID.eq(id))
                .fetchOptional(
                        row -> new Stored(attachment(row), row.get(FILE.UPLOADER_ID), row.get(FILE.RECEIVED_SHA256)));
    }

    /** Adds a file; false when there is one under this id already. */
    boolean add(Attachment file, Origin origin) {
        Pictures.Drawn picture = origin.picture();
        return sql.insertInto(FILE)
                        .set(FILE.ID, file.id())
                        .set(FILE.SHA256, file.sha256())
                        .set(FILE.RECEIVED_SHA256, origin.receivedSha256())
                        .set(FILE.FILE_NAME, file.fileName())
                        .set(FILE.MEDIA_TYPE, file.mediaType())
                        .set(FILE.SIZE, file.size())
                        .set(FILE.WIDTH, picture == null ? null : picture.width())
                        .set(FILE.HEIGHT, picture == null ? null : picture.height())
                        .set(FILE.FINGERPRINT, picture == null ? null : picture.fingerprint())
                        .set(FILE.TAKEN_AT, origin.takenAt())
                        .set(FILE.UPLOADER_ID, origin.uploaderId())
                        .set(FILE.UPLOADED_AT, clock.instant())
                        .onConflict(FILE.ID)
                        .doNothing()
                        .execute()
                > 0;
    }

    /** Until the transaction ends nobody else adds or removes this content. */
    void lockContent(String sha256) {
        sql.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("attachment " + sha256));
    }

    /** Which of these files this person uploaded; locked, so that the sweep leaves them alone. */
    List<UUID> lockOwned(Collection<UUID> files, @Nullable UUID uploader) {
        return sql.select(FILE.ID)
                .from(FILE)
                .where(FILE.ID.in(files))
                .and(FILE.UPLOADER_ID.isNotDistinctFrom(uploader))
                .orderBy(FILE.ID)
                .forShare()
                .fetch(FILE.ID);
    }

    void link(Owner owner, String role, Collection<UUID> files) {
        for (UUID file : files) {
            sql.insertInto(LINK)
                    .set(LINK.OWNER_KIND, owner.kind())
                    .set(LINK.OWNER_ID, owner.id())
                    .set(LINK.ROLE, role)
                    .set(LINK.FILE_ID, file)
                    .set(LINK.AREA_KEY, owner.area().value())
                    .set(LINK.UNIT_ID, owner.unitId())
                    .set(LINK.SUBJECT_UNIT_IDS, owner.subjectUnitIds().toArray(UUID[]::new))
                    .set(LINK.VIEW_PERMISSION, owner.viewPermission())
                    .set(LINK.LINKED_AT, clock.instant())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void move(Owner owner) {
        sql.update(LINK)
                .set(LINK.AREA_KEY, owner.area().value())
                .set(LINK.UNIT_ID, owner.unitId())
                .set(LINK.SUBJECT_UNIT_IDS, owner.subjectUnitIds().toArray(UUID[]::new))
                .set(LINK.VIEW_PERMISSION, owner.viewPermission())
                .where(LINK.OWNER_KIND.eq(owner.kind()))
                .and(LINK.OWNER_ID.eq(owner.id()))
                .execute();
    }

    Map<UUID, List<Linked>> linked(String kind, Collection<UUID> ids) {
        return linked.fetch(kind, ids.toArray(UUID[]::new))
                .intoGroups(LINK.OWNER_ID, row -> new Linked(attachment(row), row.get(LINK.ROLE)));
    }

    /** Only the files of this uploader are compared with. */
    Map<UUID, Integer> distances(
            String kind, Collection<UUID> owners, Collection<UUID> files, @Nullable UUID uploader) {
        var mine = FILE.as("mine");
        var distance =
                DSL.min(DSL.field("attachment.distance({0}, {1})", Integer.class, FILE.FINGERPRINT, mine.FINGERPRINT));
        return sql.select(LINK.OWNER_ID, distance)
                .from(LINK)
                .join(FILE)
                .on(FILE.ID.eq(LINK.FILE_ID))
                .crossJoin(mine)
                .where(LINK.OWNER_KIND.eq(kind))
                .and(LINK.OWNER_ID.in(Set.copyOf(owners)))
                .and(mine.ID.in(Set.copyOf(files)))
                .and(mine.UPLOADER_ID.isNotDistinctFrom(uploader))
                .and(FILE.FINGERPRINT.isNotNull())
                .and(mine.FINGERPRINT.isNotNull())
                .groupBy(LINK.OWNER_ID)
                .fetchMap(LINK.OWNER_ID, distance);
    }

    List<Door> doors(UUID file) {
        return sql.selectDistinct(LINK.VIEW_PERMISSION, LINK.AREA_KEY, LINK.UNIT_ID, LINK.SUBJECT_UNIT_IDS)
                .from(LINK)
                .where(LINK.FILE_ID.eq(file))
                .fetch(row -> new Door(
                        row.get(LINK.VIEW_PERMISSION),
                        new AreaKey(row.get(LINK.AREA_KEY)),
                        row.get(LINK.UNIT_ID),
                        List.of(row.get(LINK.SUBJECT_UNIT_IDS))));
    }

    /** Removes uploads from before this moment that belong to nothing, and returns their contents. */
    Map<UUID, String> removeUnlinked(Instant before, int most) {
        var abandoned = DSL.select(FILE.ID)
                .from(FILE)
                .where(FILE.UPLOADED_AT.lt(before))
                .and(DSL.notExists(DSL.selectOne().from(LINK).where(LINK.FILE_ID.eq(FILE.ID))))
                .limit(most)
                .forUpdate()
                .skipLocked();
        return new LinkedHashMap<>(sql.deleteFrom(FILE)
                .where(FILE.ID.in(abandoned))
                .returning(FILE.ID, FILE.SHA256)
                .fetchMap(FILE.ID, FILE.SHA256));
    }

    boolean used(String sha256) {
        return sql.fetchExists(FILE, FILE.SHA256.eq(sha256));
    }

    private static Attachment attachment(Record row) {
        return new Attachment(
                row.get(FILE.ID),
                row.get(FILE.FILE_NAME),
                row.get(FILE.MEDIA_TYPE),
                row.get(FILE.SIZE),
                row.get(FILE.SHA256),
                row.get(FILE.WIDTH) != null);
    }
}
