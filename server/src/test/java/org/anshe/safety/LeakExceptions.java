package org.anshe.safety;

import java.util.Map;

/** Addresses the leak tests do not ask in the usual way, each with the reason. */
final class LeakExceptions {

    private static final String REGISTER_TYPES = "types of registers are the same everywhere and hold no row";
    private static final String FORM = "an empty form";
    private static final String SAME = "the same for everybody";

    /** Addresses with path variables that name nothing of any community. */
    static final Map<String, String> NAMES_NO_ROW = Map.of(
            "DELETE /api/account/sessions/{session}",
            "ends only the caller's own sessions",
            "PUT /api/roles/{role}",
            "roles are the same everywhere; changing them needs the scope of everything",
            "PUT /api/register-types/{code}",
            REGISTER_TYPES,
            "POST /api/register-types/{code}/retirement",
            REGISTER_TYPES,
            "DELETE /api/register-types/{code}/retirement",
            REGISTER_TYPES,
            "POST /api/register-types/{code}/evaluation",
            "computes from what it is sent and reads no row");

    /** Lists that do not show a record even to the owner. */
    static final Map<String, String> SHOWS_NO_ROW = Map.ofEntries(
            Map.entry("/api/area-table-template", FORM),
            Map.entry("/api/unit-table-template", FORM),
            Map.entry("/api/register-types/{code}/template", FORM),
            Map.entry("/api/register-types/{code}", SAME),
            Map.entry("/api/register-types", "definitions, and how many objects lie in the caller's scope"),
            Map.entry("/api/indicators", SAME),
            Map.entry("/api/inspection-plans/defaults", SAME),
            Map.entry("/api/official-areas", SAME),
            Map.entry("/api/permissions", SAME),
            Map.entry("/api/roles", SAME),
            Map.entry("/api/inspection-tasks/mine", "only how many tasks the caller has"),
            Map.entry("/api/inspection-checks/drafts", "drafts of the caller alone, and the owner has handed in"),
            Map.entry("/api/stored-events", "needs the scope of everything"));

    /** Values of path variables that are words everybody may know; an address with nothing else is asked as a list. */
    static final Map<String, String> KNOWN_TO_ALL = Map.of(
            "/api/indicators/{code}", "hazards-reported",
            "/api/register-types/{code}", "small-premises",
            "/api/documents/{id}/sections/{section}", "preamble");

    private LeakExceptions() {}
}
