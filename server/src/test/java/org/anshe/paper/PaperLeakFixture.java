package org.anshe.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.paper.internal.SignPaper;
import org.anshe.paper.internal.Signature;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;

/** An organ of the community with a seal, and a draft it is about to issue. */
class PaperLeakFixture implements LeakFixture {

    private final Units units;
    private final KeepOrgan organs;
    private final Papers papers;
    private final SignPaper signing;

    PaperLeakFixture(Units units, KeepOrgan organs, Papers papers, SignPaper signing) {
        this.units = units;
        this.organs = organs;
        this.papers = papers;
        this.signing = signing;
    }

    @Override
    public String module() {
        return "paper";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID organ = Ids.next();
        String mark = "芦" + organ.toString().substring(24);
        units.register(
                Caller.system("test"), List.of(new NewUnit(organ, mark, Units.Kind.COMMUNITY, community, null, null)));
        Caller keeper = owner.with("paper-organ.manage");
        String picture = PaperStreet.picture(120, 120);
        byte[] png = java.util.Base64.getDecoder().decode(picture);
        organs.keep(keeper, organ, 0, mark, "社");
        organs.setStamp(keeper, organ, png);
        UUID id = Ids.next();
        papers.draft(
                owner,
                id,
                "order-to-rectify",
                organ,
                new Papers.Subject("hazard", Ids.next(), community, null, mark, "hazard.view"),
                new Papers.Facts(Map.of("recipient", mark, "deadline", "2026-09-30"), List.of()));
        signing.sign(
                owner, id, 1, new SignPaper.Given(Ids.next(), "inspector", mark, Signature.Way.ON_PAPER, null, null));
        String end = "{\"version\":2,\"reason\":\"x\"}";
        String path = "/api/papers/{id}";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("PUT " + path, "{\"version\":2,\"values\":{},\"rows\":[]}");
        bodies.put(
                "POST " + path + "/signatures",
                "{\"version\":2,\"id\":\"" + Ids.next()
                        + "\",\"place\":\"inspector\",\"name\":\"x\",\"way\":\"ON_PAPER\"}");
        bodies.put("POST " + path + "/stamp", "{\"version\":2,\"stamped\":true}");
        bodies.put("POST " + path + "/issue", "{\"version\":2}");
        bodies.put(
                "POST " + path + "/service", "{\"version\":2,\"way\":\"DIRECT\",\"on\":\"2026-09-01\",\"to\":\"x\"}");
        bodies.put("POST " + path + "/void", end);
        bodies.put("POST " + path + "/withdrawal", end);
        bodies.put("PUT /api/paper-organs/{unit}", "{\"version\":1,\"name\":\"xx\",\"abbreviation\":\"x\"}");
        bodies.put("PUT /api/paper-organs/{unit}/stamp", "{\"image\":\"" + picture + "\"}");
        String draft = "{\"id\":\"" + Ids.next() + "\",\"kind\":\"inspection-record\",\"organId\":\"" + organ + "\"}";
        bodies.put("POST /api/hazards/{id}/papers", draft);
        bodies.put("POST /api/inspection-checks/{id}/papers", draft);
        return new Fixture(
                Map.of(path, id.toString(), "/api/paper-organs/{unit}", organ.toString()), List.of(mark), bodies);
    }
}
