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
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPictures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A hazard of the community with a photo. */
@Component
class HazardLeakFixture implements LeakFixture {

    private static final String REASON = "{\"version\":1,\"reason\":\"x\"}";
    private static final String VERSION = "{\"version\":1}";

    private final Areas areas;
    private final Attachments attachments;
    private final Hazards hazards;
    private final ObjectProvider<TestAreas> above;

    HazardLeakFixture(Areas areas, Attachments attachments, Hazards hazards, ObjectProvider<TestAreas> above) {
        this.areas = areas;
        this.attachments = attachments;
        this.hazards = hazards;
        this.above = above;
    }

    @Override
    public String module() {
        return "hazard";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        // The test areas register the district above when they are made.
        above.getObject();
        areas.register(
                Caller.system("test"),
                List.of(
                        new NewArea(community.at(AreaLevel.STREET), "泄漏街道", null),
                        new NewArea(community, "泄漏社区", null)));
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
                        community,
                        null,
                        mark,
                        List.of(photo),
                        null));
        return new Fixture(
                Map.of("/api/hazards/{id}", id.toString(), "/api/attachments/{id}", photo.toString()),
                List.of(mark),
                bodies());
    }

    private static Map<String, String> bodies() {
        String unit = "{\"version\":1,\"unitId\":\"" + Ids.next() + "\",\"reason\":\"x\"}";
        String photos = "{\"version\":1,\"result\":\"x\",\"measure\":\"x\",\"photosAfter\":[]}";
        Map<String, String> bodies = new LinkedHashMap<>();
        List.of("confirm", "plan", "close", "look-back").forEach(step -> bodies.put(address(step), VERSION));
        List.of("reject", "hand-back", "return", "reopen").forEach(step -> bodies.put(address(step), REASON));
        List.of("assign", "hand-over").forEach(step -> bodies.put(address(step), unit));
        List.of("submit", "fix-on-spot").forEach(step -> bodies.put(address(step), photos));
        bodies.put(address("mark-duplicate"), "{\"version\":1,\"reason\":\"x\",\"original\":\"" + Ids.next() + "\"}");
        return bodies;
    }

    private static String address(String step) {
        return "POST /api/hazards/{id}/" + step;
    }
}
