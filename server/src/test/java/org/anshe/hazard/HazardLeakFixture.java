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

/** A hazard in a grid of the community, with a photo. */
class HazardLeakFixture implements LeakFixture {

    private static final String REASON = "{\"version\":1,\"reason\":\"x\"}";
    private static final String VERSION = "{\"version\":1}";

    private final Areas areas;
    private final Attachments attachments;
    private final Hazards hazards;

    HazardLeakFixture(Areas areas, Attachments attachments, Hazards hazards) {
        this.areas = areas;
        this.attachments = attachments;
        this.hazards = hazards;
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
        return new Fixture(
                Map.of("/api/hazards/{id}", id.toString(), "/api/attachments/{id}", photo.toString()),
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
                        "grant-extension")
                .forEach(step -> bodies.put(address(step), VERSION));
        List.of(
                        "reject",
                        "hand-back",
                        "return",
                        "reopen",
                        "refuse-hand-over",
                        "report-up",
                        "send-down",
                        "refuse-extension")
                .forEach(step -> bodies.put(address(step), REASON));
        List.of("assign", "hand-over", "decide-owner").forEach(step -> bodies.put(address(step), unit));
        List.of("submit", "fix-on-spot").forEach(step -> bodies.put(address(step), photos));
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
