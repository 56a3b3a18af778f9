package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.CHECKLIST;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_ITEM;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.inspection.internal.db.tables.records.ChecklistItemRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Checklists and their versions. */
@Repository
class ChecklistRepository {

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    ChecklistRepository(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** A list; {@code area} is null for a shipped one. */
    record Checklist(UUID id, String code, @Nullable AreaKey area) {}

    /** A version that is being edited. */
    record Draft(UUID versionId, int version, int revision) {}

    /** A published version and when it takes effect. */
    record Version(UUID id, UUID checklistId, int version, LocalDate effectiveFrom) {}

    /** Two starts at once load one after the other. */
    void lock() {
        sql.execute("lock table inspection.checklist in share row exclusive mode");
    }

    Optional<String> findFileHash(String code, int version) {
        return sql.select(CHECKLIST_VERSION.FILE_HASH)
                .from(CHECKLIST_VERSION)
                .join(CHECKLIST)
                .on(CHECKLIST.ID.eq(CHECKLIST_VERSION.CHECKLIST_ID))
                .where(CHECKLIST.CODE.eq(code))
                .and(CHECKLIST_VERSION.VERSION.eq(version))
                .fetchOptional(CHECKLIST_VERSION.FILE_HASH);
    }

    void addShipped(ChecklistFile file, String hash) {
        UUID checklist = sql.select(CHECKLIST.ID)
                .from(CHECKLIST)
                .where(CHECKLIST.CODE.eq(file.code()))
                .fetchOptional(CHECKLIST.ID)
                .orElseGet(() -> add(Ids.next(), file.code(), null, null));
        UUID version = addVersion(checklist, file.version(), file.content(), hash);
        publish(version, file.effectiveFrom());
    }

    UUID add(UUID id, String code, @Nullable AreaKey area, @Nullable UUID copiedFrom) {
        sql.insertInto(CHECKLIST)
                .set(CHECKLIST.ID, id)
                .set(CHECKLIST.CODE, code)
                .set(CHECKLIST.AREA_KEY, area == null ? null : area.value())
                .set(CHECKLIST.COPIED_FROM, copiedFrom)
                .set(CHECKLIST.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    /** A version that can still be edited. */
    UUID addVersion(UUID checklist, int version, ChecklistContent content, @Nullable String hash) {
        UUID id = Ids.next();
        sql.insertInto(CHECKLIST_VERSION)
                .set(CHECKLIST_VERSION.ID, id)
                .set(CHECKLIST_VERSION.CHECKLIST_ID, checklist)
                .set(CHECKLIST_VERSION.VERSION, version)
                .set(CHECKLIST_VERSION.NAMES, jsonb(content.name()))
                .set(CHECKLIST_VERSION.DOMAIN, content.hazardDomain())
                .set(CHECKLIST_VERSION.OBJECT_TYPES, content.objectTypes().toArray(String[]::new))
                .set(CHECKLIST_VERSION.SOURCE, content.source())
                .set(CHECKLIST_VERSION.GRADE_NOTE, content.gradeNote())
                .set(CHECKLIST_VERSION.FILE_HASH, hash)
                .set(CHECKLIST_VERSION.CREATED_AT, clock.instant())
                .execute();
        addItems(id, content);
        return id;
    }

    /** Replaces what a draft says; false when somebody saved it meanwhile. */
    boolean change(Draft draft, ChecklistContent content) {
        int changed = sql.update(CHECKLIST_VERSION)
                .set(CHECKLIST_VERSION.NAMES, jsonb(content.name()))
                .set(CHECKLIST_VERSION.DOMAIN, content.hazardDomain())
                .set(CHECKLIST_VERSION.OBJECT_TYPES, content.objectTypes().toArray(String[]::new))
                .set(CHECKLIST_VERSION.SOURCE, content.source())
                .set(CHECKLIST_VERSION.GRADE_NOTE, content.gradeNote())
                .set(CHECKLIST_VERSION.REVISION, CHECKLIST_VERSION.REVISION.plus(1))
                .where(CHECKLIST_VERSION.ID.eq(draft.versionId()))
                .and(CHECKLIST_VERSION.REVISION.eq(draft.revision()))
                .execute();
        if (changed == 1) {
            sql.deleteFrom(CHECKLIST_ITEM)
                    .where(CHECKLIST_ITEM.VERSION_ID.eq(draft.versionId()))
                    .execute();
            addItems(draft.versionId(), content);
        }
        return changed == 1;
    }

    void publish(UUID version, LocalDate effectiveFrom) {
        sql.update(CHECKLIST_VERSION)
                .set(CHECKLIST_VERSION.EFFECTIVE_FROM, effectiveFrom)
                .set(CHECKLIST_VERSION.PUBLISHED_AT, clock.instant())
                .where(CHECKLIST_VERSION.ID.eq(version))
                .execute();
    }

    Optional<Checklist> find(UUID id) {
        return sql.select(CHECKLIST.ID, CHECKLIST.CODE, CHECKLIST.AREA_KEY)
                .from(CHECKLIST)
                .where(CHECKLIST.ID.eq(id))
                .fetchOptional(
                        row -> new Checklist(row.value1(), row.value2(), ChecklistQueries.areaOrNull(row.value3())));
    }

    Optional<Draft> findDraft(UUID checklist) {
        return sql.select(CHECKLIST_VERSION.ID, CHECKLIST_VERSION.VERSION, CHECKLIST_VERSION.REVISION)
                .from(CHECKLIST_VERSION)
                .where(CHECKLIST_VERSION.CHECKLIST_ID.eq(checklist))
                .and(CHECKLIST_VERSION.PUBLISHED_AT.isNull())
                .fetchOptional(Records.mapping(Draft::new));
    }

    /** The published version with the highest number, in force or not. */
    Optional<Version> findNewest(UUID checklist) {
        return versions(checklist, Period.NEVER);
    }

    /** The version that new checks of this day use. */
    Optional<Version> findInForce(UUID checklist, LocalDate day) {
        return versions(checklist, day);
    }

    private Optional<Version> versions(UUID checklist, LocalDate day) {
        return sql.select(
                        CHECKLIST_VERSION.ID,
                        CHECKLIST_VERSION.CHECKLIST_ID,
                        CHECKLIST_VERSION.VERSION,
                        CHECKLIST_VERSION.EFFECTIVE_FROM)
                .from(CHECKLIST_VERSION)
                .where(CHECKLIST_VERSION.CHECKLIST_ID.eq(checklist))
                .and(CHECKLIST_VERSION.PUBLISHED_AT.isNotNull())
                .and(CHECKLIST_VERSION.EFFECTIVE_FROM.le(day))
                .orderBy(CHECKLIST_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Version::new));
    }

    private void addItems(UUID version, ChecklistContent content) {
        List<ChecklistItemRecord> rows = new ArrayList<>();
        for (ChecklistContent.ItemGroup group : content.groups()) {
            for (ChecklistContent.CheckItem item : group.items()) {
                rows.add(new ChecklistItemRecord()
                        .setVersionId(version)
                        .setCode(item.code())
                        .setPosition(rows.size())
                        .setGroupCode(group.code())
                        .setGroupNames(jsonb(group.name()))
                        .setTexts(jsonb(item.text()))
                        .setHow(jsonb(item.how()))
                        .setBasis(item.basis())
                        .setDefaultGrade(item.defaultGrade().name())
                        .setOnSiteFixable(item.onSiteFixable())
                        .setPhotoOnFail(item.photoOnFail())
                        .setLegalNumber(item.legalNumber() == null ? null : jsonb(item.legalNumber())));
            }
        }
        sql.batchInsert(rows).execute();
    }

    private JSONB jsonb(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    /** How many local copies a list has had, for the code of the next one. */
    int copies(UUID checklist) {
        return sql.fetchCount(DSL.selectOne().from(CHECKLIST).where(CHECKLIST.COPIED_FROM.eq(checklist)));
    }
}
