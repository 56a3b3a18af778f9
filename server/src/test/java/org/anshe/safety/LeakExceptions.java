package org.anshe.safety;

import java.util.List;
import java.util.Map;

/** Addresses the leak tests do not ask in the usual way, each with the reason. */
final class LeakExceptions {

    private static final String REGISTER_TYPES =
            "types of registers are the same everywhere; changing them needs the scope of everything";
    private static final String OWN = "changes only the caller's own account";
    private static final String ROW_BY_ROW =
            "each row outside the scope is refused by itself, as the tests of imports show";
    private static final String ROLES = "roles are the same everywhere; changing them needs the scope of everything";
    private static final String CALENDAR = "the calendar is the same everywhere; it needs the scope of everything";
    private static final String HAND_OVERS =
            "names two people and would move the owner's work; HandOverIntegrationTests try strangers";
    private static final String POLICIES =
            "rules, changed only with the scope of their area, as ClockPolicyIntegrationTests show";
    private static final String ROW_BY_ROW_BULK =
            "each hazard outside the scope is refused by itself, as BulkStepIntegrationTests show";
    private static final String FORM = "an empty form";
    private static final String SAME = "the same for everybody";

    /** Addresses that change or make nothing of any community. */
    static final Map<String, String> NAMES_NO_ROW = Map.ofEntries(
            Map.entry("DELETE /api/account/sessions/{session}", "ends only the caller's own sessions"),
            Map.entry("PUT /api/account/locale", OWN),
            Map.entry("POST /api/account/password", OWN),
            Map.entry("POST /api/account/second-factor", OWN),
            Map.entry("POST /api/account/second-factor/confirmation", OWN),
            Map.entry("POST /api/account/second-factor/removal", OWN),
            Map.entry("GET /api/paper-verifications/{token}", "open to whoever holds the code of a paper"),
            Map.entry("DELETE /api/session", "ends only the caller's own session"),
            Map.entry("PUT /api/calendar-years/{year}", CALENDAR),
            Map.entry("POST /api/roles", ROLES),
            Map.entry("PUT /api/roles/{role}", ROLES),
            Map.entry("POST /api/register-types", REGISTER_TYPES),
            Map.entry("PUT /api/register-types/{code}", REGISTER_TYPES),
            Map.entry("POST /api/register-types/{code}/retirement", REGISTER_TYPES),
            Map.entry("DELETE /api/register-types/{code}/retirement", REGISTER_TYPES),
            Map.entry("POST /api/register-types/{code}/evaluation", "computes from what it is sent and reads no row"),
            Map.entry("PUT /api/clock-policies/{id}", POLICIES),
            Map.entry("POST /api/clock-policies/{id}/discard", POLICIES),
            Map.entry("POST /api/clock-policies/{id}/publish", POLICIES),
            Map.entry("POST /api/clock-policies/{id}/withdraw", POLICIES),
            Map.entry("GET /api/clock-policies/{id}/effects", POLICIES),
            Map.entry("POST /api/hand-overs", HAND_OVERS),
            Map.entry("POST /api/hand-overs/preview", HAND_OVERS),
            Map.entry("POST /api/hazards/bulk/confirm", ROW_BY_ROW_BULK),
            Map.entry("POST /api/hazards/bulk/assign", ROW_BY_ROW_BULK),
            Map.entry("POST /api/hazards/bulk/close", ROW_BY_ROW_BULK),
            Map.entry("POST /api/hazards/bulk/look-back", ROW_BY_ROW_BULK),
            Map.entry("POST /api/attachments", "a file lies in no area until a record takes it"),
            Map.entry("POST /api/stored-events/replay", "needs the scope of everything"),
            Map.entry("POST /api/notification-targets", "needs the scope of everything"),
            Map.entry("POST /api/notification-deliveries/replay", "needs the scope of everything"),
            Map.entry("POST /api/area-imports", "names an official code; AreaImportIntegrationTests tries it"),
            Map.entry("POST /api/area-table-previews", ROW_BY_ROW),
            Map.entry("POST /api/area-table-imports", ROW_BY_ROW),
            Map.entry("POST /api/unit-table-previews", ROW_BY_ROW),
            Map.entry("POST /api/unit-table-imports", ROW_BY_ROW));

    /** Lists that do not show a record even to the owner. */
    static final Map<String, String> SHOWS_NO_ROW = Map.ofEntries(
            Map.entry("/api/area-table-template", FORM),
            Map.entry("/api/unit-table-template", FORM),
            Map.entry("/api/register-types/{code}/template", FORM),
            Map.entry("/api/register-types/{code}", SAME),
            Map.entry("/api/register-types", "definitions, and how many objects lie in the caller's scope"),
            Map.entry("/api/calendar-years", CALENDAR),
            Map.entry("/api/calendar-years/{year}", CALENDAR),
            Map.entry("/api/clock-policies", SAME),
            Map.entry("/api/clock-policies/{id}", SAME),
            Map.entry(
                    "/api/clock-policies/{id}/unheard",
                    "names rules of a policy and nobody, as LadderNoticesIntegrationTests show"),
            Map.entry("/api/due-days", "only how much falls due, as DueCalendarIntegrationTests show"),
            Map.entry("/api/hazards/board", "only how many there are, as BoardIntegrationTests show"),
            Map.entry("/api/hazard-criteria", SAME),
            Map.entry("/api/listing-clock-sets", SAME),
            Map.entry("/api/indicators", SAME),
            Map.entry("/api/inspection-plans/defaults", SAME),
            Map.entry("/api/official-areas", SAME),
            Map.entry("/api/paper-kinds", SAME),
            Map.entry("/api/permissions", SAME),
            Map.entry("/api/roles", SAME),
            Map.entry("/api/inspection-tasks/mine", "only how many tasks the caller has"),
            Map.entry("/api/inspection-checks/drafts", "drafts of the caller alone, and the owner has handed in"),
            Map.entry("/api/notification-setup", SAME),
            Map.entry("/api/notification-targets", "needs the scope of everything"),
            Map.entry("/api/notification-deliveries", "needs the scope of everything"),
            Map.entry("/api/stored-events", "needs the scope of everything"));

    /** Addresses that refuse everybody whose scope is not everything, the owner of a community too. */
    static final List<String> OF_THE_WHOLE = List.of(
            "/api/stored-events",
            "/api/calendar-years",
            "/api/notification-setup",
            "/api/notification-targets",
            "/api/notification-deliveries");

    /** Values of path variables that are words everybody may know; an address with nothing else is asked as a list. */
    static final Map<String, String> KNOWN_TO_ALL = Map.of(
            "/api/calendar-years/{year}", "2026",
            "/api/clock-policies/{id}", "01890000-0000-7000-8000-000000000001",
            "/api/indicators/{code}", "hazards-reported",
            "/api/register-types/{code}", "small-premises",
            "/api/documents/{id}/sections/{section}", "preamble",
            "/api/lists/{id}/parts/{part}", "risks",
            "/api/lists/{id}/versions/{nth}", "1");

    private LeakExceptions() {}
}
