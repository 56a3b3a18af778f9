package org.anshe.hazard;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.NewArea;
import org.anshe.testing.LeakFixture;
import org.anshe.testing.TestPictures;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hazard in a grid of the community, with a photo. */
class HazardLeakFixture implements LeakFixture {

    private static final String REASON = "{\"version\":1,\"reason\":\"x\"}";
    private static final String VERSION = "{\"version\":1}";

    private final Areas areas;
    private final Attachments attachments;
    private final Hazards hazards;
    private final JdbcTemplate sql;

    HazardLeakFixture(Areas areas, Attachments attachments, Hazards hazards, JdbcTemplate sql) {
        this.areas = areas;
        this.attachments = attachments;
        this.hazards = hazards;
        this.sql = sql;
    }

    @Override
    public String module() {
        return "hazard";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        AreaKey grid = community.below(AreaLevel.GRID_1, 2);
        areas.register(Caller.system("test"), List.of(new NewArea(grid, "泄漏网格", null)));
        UUID photo = Ids.next();
        attachments.store(owner, photo, "现场.jpg", new ByteArrayInputStream(TestPictures.jpeg()));
        UUID id = Ids.next();
        String mark = "苇" + id.toString().substring(24);
        hazards.report(
                owner,
                new Hazards.Report(
                        id,
                        mark,
                        "fire",
                        HazardGrade.GENERAL,
                        HazardSource.PATROL,
                        null,
                        grid,
                        null,
                        mark,
                        List.of(photo),
                        null));
        UUID warning = Ids.next();
        sql.update("""
                insert into hazard.warning (id, unit_id, area_key, kind, least, days, policy_id, raised_at)
                values (?, ?, ?, 'MAJOR', 1, 90, '01890000-0000-7000-8000-000000000001', now())""", warning, Ids.next(), grid.value());
        return new Fixture(
                Map.of(
                        "/api/hazards/{id}",
                        id.toString(),
                        "/api/attachments/{id}",
                        photo.toString(),
                        "/api/hazard-warnings/{id}",
                        warning.toString()),
                List.of(mark, grid.toString()),
                bodies(grid));
    }

    private static Map<String, String> bodies(AreaKey grid) {
        String unit = "{\"version\":1,\"unitId\":\"" + Ids.next() + "\",\"reason\":\"x\"}";
        String photos = "{\"version\":1,\"result\":\"x\",\"measure\":\"x\",\"photosAfter\":[]}";
        Map<String, String> bodies = new LinkedHashMap<>();
        List.of(
                        "confirm",
                        "plan",
                        "close",
                        "look-back",
                        "accept-hand-over",
                        "accept-report",
                        "withdraw-extension",
                        "grant-extension",
                        "grant-term",
                        "ask-verification")
                .forEach(step -> bodies.put(address(step), VERSION));
        List.of(
                        "reject",
                        "hand-back",
                        "return",
                        "reopen",
                        "refuse-hand-over",
                        "report-up",
                        "send-down",
                        "refuse-extension",
                        "refuse-term")
                .forEach(step -> bodies.put(address(step), REASON));
        List.of("assign", "hand-over", "decide-owner").forEach(step -> bodies.put(address(step), unit));
        List.of("submit", "fix-on-spot").forEach(step -> bodies.put(address(step), photos));
        List.of("publish-listing", "publish-delisting")
                .forEach(step -> bodies.put(address(step), "{\"version\":1,\"notice\":\"x\"}"));
        List.of("pass-verification", "fail-verification")
                .forEach(step -> bodies.put(address(step), "{\"version\":1,\"finding\":\"x\"}"));
        bodies.put(address("file-listing"), """
                {"version":1,"clockSet":"hubei-like","authority":"x","termUntil":"2026-12-01","stopWork":"NONE","plan":"x"}""");
        bodies.put("POST /api/hazards/{id}/papers/of-rung", "{\"escalation\":\"" + Ids.next() + "\"}");
        bodies.put(address("ask-term"), "{\"version\":1,\"until\":\"2030-01-01\",\"reason\":\"x\"}");
        bodies.put(address("ask-extension"), "{\"version\":1,\"until\":\"2030-01-01\",\"reason\":\"x\"}");
        bodies.put(
                address("set-limit"),
                "{\"version\":1,\"clock\":\"RECTIFY\",\"count\":1,\"unit\":\"HOURS\",\"reason\":\"x\"}");
        bodies.put(address("judge"), """
                {"version":1,"grade":"MAJOR","judgement":{"heldOn":"2026-01-01","opinion":"x","judges":[]}}""");
        bodies.put(address("report-major"), """
                {"version":1,"authority":"x","reportedOn":"2026-01-01","causes":"x","degree":"x","plan":"x"}""");
        List.of("take-rung", "dismiss-rung")
                .forEach(step -> bodies.put(
                        address(step), "{\"version\":1,\"reason\":\"x\",\"escalation\":\"" + Ids.next() + "\"}"));
        bodies.put(address("mark-duplicate"), "{\"version\":1,\"reason\":\"x\",\"original\":\"" + Ids.next() + "\"}");
        bodies.put("POST /api/hazard-warnings/{id}/warn", "{\"version\":0,\"demand\":\"x\"}");
        bodies.put("POST /api/hazard-warnings/{id}/answer", "{\"version\":0,\"measures\":\"x\"}");
        List.of("dismiss", "lift")
                .forEach(step ->
                        bodies.put("POST /api/hazard-warnings/{id}/" + step, "{\"version\":0,\"reason\":\"x\"}"));
        bodies.put("POST /api/hazards/similar", "{\"areaKey\":\"" + grid + "\",\"description\":\"x\"}");
        bodies.put(
                "POST /api/hazards",
                "{\"id\":\"" + Ids.next() + "\",\"description\":\"x\",\"domain\":\"fire\",\"grade\":\"GENERAL\","
                        + "\"source\":\"PATROL\",\"areaKey\":\"" + grid + "\",\"place\":\"x\"}");
        return bodies;
    }

    private static String address(String step) {
        return "POST /api/hazards/{id}/" + step;
    }
}
