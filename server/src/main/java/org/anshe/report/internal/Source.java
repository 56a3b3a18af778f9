package org.anshe.report.internal;

import java.util.List;
import java.util.Map;

/**
 * A published view as indicators see it. Columns are named; {@link RowConditionQueries} turns names into columns of the
 * generated classes and refuses at start what the view does not have.
 *
 * @param begins column with the date a row came to be: before the first of them nobody counted; empty when rows have none
 * @param label column that names a row; empty when the object it is about does
 * @param unit column with the unit that holds a row; empty when none does
 * @param object column with the registered object a row is about, or empty
 * @param shown further columns that lists show
 * @param path address of a row's page in the console, with columns in braces
 */
record Source(
        String view,
        String begins,
        String id,
        String area,
        String label,
        String unit,
        String object,
        Map<Breakdown, String> dimensions,
        List<String> shown,
        String path) {

    static final List<Source> ALL = List.of(
            new Source(
                    "hazard.pub_hazard",
                    "reported_at",
                    "id",
                    "area_key",
                    "number",
                    "unit_id",
                    "object_id",
                    Map.of(
                            Breakdown.DOMAIN, "domain",
                            Breakdown.GRADE, "grade",
                            Breakdown.SOURCE, "source",
                            Breakdown.STATE, "state",
                            Breakdown.UNIT, "unit_id"),
                    List.of("domain", "grade", "state", "reported_at", "due_at", "closed_at"),
                    "/hazards/{id}"),
            new Source(
                    "inspection.pub_task",
                    "due_at",
                    "id",
                    "area_key",
                    "",
                    "unit_id",
                    "object_id",
                    Map.of(
                            Breakdown.TYPE, "object_type",
                            Breakdown.SUPERVISION_CLASS, "supervision_class",
                            Breakdown.UNIT, "unit_id"),
                    List.of("object_type", "supervision_class", "due_at", "done_at", "result"),
                    "/inspection/tasks/{id}"),
            new Source(
                    "inspection.pub_check",
                    "at",
                    "id",
                    "area_key",
                    "",
                    "",
                    "object_id",
                    Map.of(Breakdown.DOMAIN, "domain", Breakdown.CHECKLIST, "checklist_code"),
                    List.of("domain", "at", "items", "failed_items"),
                    "/inspection/checks/{id}"),
            new Source(
                    "deadline.pub_duty_occurrence",
                    "due_at",
                    "id",
                    "area_key",
                    "title",
                    "unit_id",
                    "",
                    Map.of(Breakdown.SUBJECT, "subject", Breakdown.UNIT, "unit_id"),
                    List.of("period_start", "period_end", "due_at", "done_at"),
                    ""),
            new Source(
                    "campaign.pub_campaign",
                    "starts_on",
                    "id",
                    "area_key",
                    "title",
                    "lead_unit_id",
                    "",
                    Map.of(Breakdown.STATE, "state", Breakdown.UNIT, "lead_unit_id"),
                    List.of("state", "starts_on", "ends_on"),
                    "/campaigns/{id}"),
            new Source(
                    "campaign.pub_task",
                    "due_on",
                    "id",
                    "area_key",
                    "title",
                    "lead_unit_id",
                    "",
                    Map.of(
                            Breakdown.STATE, "state",
                            Breakdown.UNIT, "lead_unit_id",
                            Breakdown.CAMPAIGN, "campaign_id"),
                    List.of("state", "due_on", "done_at"),
                    "/campaigns/{campaign_id}/tasks/{id}"),
            new Source(
                    "register.pub_object",
                    "registered_at",
                    "id",
                    "area_key",
                    "name",
                    "unit_id",
                    "",
                    Map.of(
                            Breakdown.TYPE, "type",
                            Breakdown.SUPERVISION_CLASS, "supervision_class",
                            Breakdown.UNIT, "unit_id"),
                    List.of("type", "supervision_class", "registered_at", "retired_at"),
                    "/registers/objects/{id}"),
            new Source(
                    "territory.pub_area",
                    "",
                    "key",
                    "key",
                    "name",
                    "",
                    "",
                    Map.of(Breakdown.LEVEL, "level"),
                    List.of("level"),
                    "/areas"),
            new Source(
                    "organisation.pub_unit",
                    "",
                    "id",
                    "area_key",
                    "name",
                    "id",
                    "",
                    Map.of(Breakdown.KIND, "kind"),
                    List.of("kind"),
                    "/units/{id}"),
            new Source(
                    "enforcement.pub_joint_action",
                    "held_on",
                    "id",
                    "area_key",
                    "title",
                    "unit_id",
                    "",
                    Map.of(Breakdown.UNIT, "unit_id"),
                    List.of("held_on"),
                    "/joint-actions/{id}"),
            new Source(
                    "enforcement.pub_joint_hazard",
                    "held_on",
                    "id",
                    "area_key",
                    "number",
                    "unit_id",
                    "",
                    Map.of(Breakdown.DOMAIN, "domain", Breakdown.GRADE, "grade", Breakdown.UNIT, "unit_id"),
                    List.of("domain", "grade", "held_on"),
                    "/hazards/{id}"),
            new Source(
                    "enforcement.pub_illegal_case",
                    "found_on",
                    "id",
                    "area_key",
                    "number",
                    "unit_id",
                    "object_id",
                    Map.of(Breakdown.DOMAIN, "domain", Breakdown.UNIT, "unit_id"),
                    List.of("domain", "found_on", "concluded_on", "exposed_on"),
                    "/illegal-cases/{id}"),
            new Source(
                    "report.pub_post",
                    "since",
                    "id",
                    "area_key",
                    "post",
                    "unit_id",
                    "",
                    Map.of(Breakdown.KIND, "kind", Breakdown.UNIT, "unit_id"),
                    List.of("kind", "since"),
                    "/units/{unit_id}"));

    static Source of(Indicator indicator) {
        String view = indicator.source();
        return ALL.stream()
                .filter(source -> source.view().equals(view))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No indicator may read " + view));
    }
}
