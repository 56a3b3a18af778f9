package org.anshe.inspection.internal;

import static org.anshe.inspection.internal.db.Tables.CHECKLIST;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_ITEM;
import static org.anshe.inspection.internal.db.Tables.CHECKLIST_VERSION;
import static org.anshe.inspection.internal.db.Tables.PLAN_CHECKLIST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anshe.hazard.HazardGrade;
import org.anshe.inspection.internal.db.tables.ChecklistVersion;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Checklists as screens show them. Shipped lists are for everybody; a local one is for the people of its area. */
@Repository
public class ChecklistQueries {

    private static final Field<Integer> ITEMS = DSL.field(
                    DSL.selectCount().from(CHECKLIST_ITEM).where(CHECKLIST_ITEM.VERSION_ID.eq(CHECKLIST_VERSION.ID)))
            .as("items");

    private final DSLContext sql;
    private final JsonMapper json;

    /** What is published never changes, so it is read once. */
    private final Map<UUID, List<ChecklistContent.ItemGroup>> published = new ConcurrentHashMap<>();

    ChecklistQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * One version in the list.
     *
     * @param area null for a shipped list
     * @param draft whether it is still being edited
     */
    public record ChecklistRow(
            UUID id,
            UUID versionId,
            String code,
            int version,
            LocalText name,
            String hazardDomain,
            List<String> objectTypes,
            @Nullable AreaKey area,
            @Nullable UUID copiedFrom,
            @Nullable LocalDate effectiveFrom,
            @Nullable Instant publishedAt,
            boolean draft,
            int revision,
            int items) {}

    /** Every version of every visible list, lists by code, newest version first. */
    public List<ChecklistRow> list(Scope scope) {
        return list(visible(scope), DSL.noCondition());
    }

    private List<ChecklistRow> list(Condition visible, Condition which) {
        return versions()
                .where(visible)
                .and(which)
                .orderBy(CHECKLIST.AREA_KEY.asc().nullsFirst(), CHECKLIST.CODE, CHECKLIST_VERSION.VERSION.desc())
                .fetch(this::row);
    }

    private SelectOnConditionStep<Record> versions() {
        return sql.select(
                        CHECKLIST_VERSION.asterisk(), CHECKLIST.CODE, CHECKLIST.AREA_KEY, CHECKLIST.COPIED_FROM, ITEMS)
                .from(CHECKLIST_VERSION)
                .join(CHECKLIST)
                .on(CHECKLIST.ID.eq(CHECKLIST_VERSION.CHECKLIST_ID));
    }

    /** The versions of a plan's lists that are in force on a day, in the order of the plan. */
    @WithoutScope("reached only from a task or plan that the caller was seen to be allowed")
    public List<ChecklistRow> inForce(UUID plan, LocalDate day) {
        ChecklistVersion later = CHECKLIST_VERSION.as("later");
        return versions()
                .join(PLAN_CHECKLIST)
                .on(PLAN_CHECKLIST.CHECKLIST_ID.eq(CHECKLIST.ID))
                .where(PLAN_CHECKLIST.PLAN_ID.eq(plan))
                .and(CHECKLIST_VERSION.PUBLISHED_AT.isNotNull())
                .and(CHECKLIST_VERSION.EFFECTIVE_FROM.le(day))
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(later.CHECKLIST_ID.eq(CHECKLIST.ID))
                        .and(later.PUBLISHED_AT.isNotNull())
                        .and(later.EFFECTIVE_FROM.le(day))
                        .and(later.VERSION.gt(CHECKLIST_VERSION.VERSION)))
                .orderBy(PLAN_CHECKLIST.POSITION)
                .fetch(this::row);
    }

    /** The version with this number, or, without one, the newest: a draft comes before what is published. */
    public Optional<ChecklistRow> find(Scope scope, UUID checklist, @Nullable Integer version) {
        return list(visible(scope), CHECKLIST.ID.eq(checklist)).stream()
                .filter(row -> version == null || row.version() == version)
                .findFirst();
    }

    @WithoutScope("reached only from a check or a list that the caller was seen to be allowed")
    public Optional<ChecklistRow> version(UUID versionId) {
        return list(DSL.noCondition(), CHECKLIST_VERSION.ID.eq(versionId)).stream()
                .findFirst();
    }

    @WithoutScope("the words of a version whose list or check the caller was seen to be allowed")
    public List<ChecklistContent.ItemGroup> groups(UUID versionId) {
        List<ChecklistContent.ItemGroup> known = published.get(versionId);
        if (known != null) {
            return known;
        }
        List<ChecklistContent.ItemGroup> groups = readGroups(versionId);
        if (sql.fetchExists(
                CHECKLIST_VERSION, CHECKLIST_VERSION.ID.eq(versionId), CHECKLIST_VERSION.PUBLISHED_AT.isNotNull())) {
            published.put(versionId, groups);
        }
        return groups;
    }

    private List<ChecklistContent.ItemGroup> readGroups(UUID versionId) {
        Map<String, LocalText> names = new LinkedHashMap<>();
        Map<String, List<ChecklistContent.CheckItem>> items = new LinkedHashMap<>();
        sql.selectFrom(CHECKLIST_ITEM)
                .where(CHECKLIST_ITEM.VERSION_ID.eq(versionId))
                .orderBy(CHECKLIST_ITEM.POSITION)
                .forEach(row -> {
                    names.putIfAbsent(row.getGroupCode(), text(row.getGroupNames()));
                    items.computeIfAbsent(row.getGroupCode(), any -> new ArrayList<>())
                            .add(new ChecklistContent.CheckItem(
                                    row.getCode(),
                                    text(row.getTexts()),
                                    text(row.getHow()),
                                    row.getBasis(),
                                    HazardGrade.valueOf(row.getDefaultGrade()),
                                    row.getOnSiteFixable(),
                                    row.getPhotoOnFail(),
                                    legalNumber(row.getLegalNumber())));
                });
        return names.entrySet().stream()
                .map(group -> new ChecklistContent.ItemGroup(
                        group.getKey(), group.getValue(), items.getOrDefault(group.getKey(), List.of())))
                .toList();
    }

    /** What a version says, as an editor needs it. */
    @WithoutScope("the words of a version whose list the caller was seen to be allowed")
    public ChecklistContent content(UUID versionId) {
        Record row = sql.selectFrom(CHECKLIST_VERSION)
                .where(CHECKLIST_VERSION.ID.eq(versionId))
                .fetchSingle();
        return new ChecklistContent(
                text(row.get(CHECKLIST_VERSION.NAMES)),
                row.get(CHECKLIST_VERSION.DOMAIN),
                List.of(row.get(CHECKLIST_VERSION.OBJECT_TYPES)),
                row.get(CHECKLIST_VERSION.SOURCE),
                row.get(CHECKLIST_VERSION.GRADE_NOTE),
                groups(versionId));
    }

    static @Nullable AreaKey areaOrNull(@Nullable Long key) {
        return key == null ? null : new AreaKey(key);
    }

    private static Condition visible(Scope scope) {
        if (scope.grants().isEmpty()) {
            return DSL.falseCondition();
        }
        return CHECKLIST.AREA_KEY.isNull().or(InspectionPlanQueries.reaching(scope, CHECKLIST.AREA_KEY));
    }

    private ChecklistRow row(Record row) {
        return new ChecklistRow(
                row.get(CHECKLIST_VERSION.CHECKLIST_ID),
                row.get(CHECKLIST_VERSION.ID),
                row.get(CHECKLIST.CODE),
                row.get(CHECKLIST_VERSION.VERSION),
                text(row.get(CHECKLIST_VERSION.NAMES)),
                row.get(CHECKLIST_VERSION.DOMAIN),
                List.of(row.get(CHECKLIST_VERSION.OBJECT_TYPES)),
                areaOrNull(row.get(CHECKLIST.AREA_KEY)),
                row.get(CHECKLIST.COPIED_FROM),
                row.get(CHECKLIST_VERSION.EFFECTIVE_FROM),
                row.get(CHECKLIST_VERSION.PUBLISHED_AT),
                row.get(CHECKLIST_VERSION.PUBLISHED_AT) == null,
                row.get(CHECKLIST_VERSION.REVISION),
                row.get(ITEMS));
    }

    private LocalText text(JSONB value) {
        return json.readValue(value.data(), LocalText.class);
    }

    private ChecklistContent.@Nullable LegalNumber legalNumber(@Nullable JSONB value) {
        return value == null ? null : json.readValue(value.data(), ChecklistContent.LegalNumber.class);
    }
}
