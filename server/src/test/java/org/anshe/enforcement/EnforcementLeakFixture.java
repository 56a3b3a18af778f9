package org.anshe.enforcement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.internal.JointActionContent;
import org.anshe.enforcement.internal.OpenCase;
import org.anshe.enforcement.internal.PlanJointAction;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;

/** A planned joint action of two units of the community, and a case. */
class EnforcementLeakFixture implements LeakFixture {

    private final Units units;
    private final PlanJointAction planning;
    private final OpenCase opening;

    EnforcementLeakFixture(Units units, PlanJointAction planning, OpenCase opening) {
        this.units = units;
        this.planning = planning;
        this.opening = opening;
    }

    @Override
    public String module() {
        return "enforcement";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID leader = unit(community, "牵头");
        UUID partner = unit(community, "参加");
        UUID action = Ids.next();
        String title = "蓼" + action.toString().substring(24);
        planning.plan(
                owner,
                action,
                new JointActionContent(
                        JointActionKind.MEETING,
                        title,
                        title,
                        community,
                        leader,
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 2),
                        Set.of(partner),
                        List.of(new JointActionContent.Place(null, title))));
        UUID oneCase = Ids.next();
        String act = "荻" + oneCase.toString().substring(24);
        opening.open(
                owner,
                new OpenCase.Found(
                        oneCase, community, "fire", act, null, null, null, act, LocalDate.of(2020, 1, 1), null, null));
        return new Fixture(
                Map.of(
                        "/api/joint-actions/{id}", action.toString(),
                        "/api/illegal-cases/{id}", oneCase.toString()),
                List.of(title, act),
                bodies(community, leader, partner));
    }

    private UUID unit(AreaKey area, String name) {
        UUID id = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new Units.NewUnit(id, name + id, Units.Kind.DEPARTMENT, area, null, null)));
        return id;
    }

    private static Map<String, String> bodies(AreaKey community, UUID leader, UUID partner) {
        String action = "POST /api/joint-actions/{id}/";
        String oneCase = "POST /api/illegal-cases/{id}/";
        String plan = """
                {"kind":"MEETING","title":"x","areaKey":"%s","unitId":"%s","plannedFrom":"2026-03-02",
                 "plannedTo":"2026-03-02","unitIds":["%s"]}""".formatted(community, leader, partner);
        String unit = "{\"version\":0,\"unitId\":\"" + partner + "\",\"reason\":\"x\",\"feedback\":\"x\"}";
        String reason = "{\"version\":0,\"reason\":\"x\"}";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("POST /api/joint-actions", "{\"id\":\"" + Ids.next() + "\",\"plan\":" + plan + "}");
        bodies.put("PUT /api/joint-actions/{id}", "{\"version\":0,\"plan\":" + plan + "}");
        List.of("agree", "decline", "feed-back").forEach(step -> bodies.put(action + step, unit));
        bodies.put(action + "hold", """
                {"version":0,"day":"2026-03-01","summary":"x","present":[{"unitId":"%s","people":1}]}""".formatted(leader));
        bodies.put(action + "cancel", reason);
        List.of("link-hazard", "unlink-hazard")
                .forEach(step -> bodies.put(action + step, "{\"version\":0,\"hazardId\":\"" + Ids.next() + "\"}"));
        bodies.put(action + "ask-feedback", "{\"version\":0}");
        bodies.put(action + "conclude", "{\"version\":0,\"conclusion\":\"x\"}");
        bodies.put("POST /api/illegal-cases", """
                {"id":"%s","areaKey":"%s","domain":"fire","act":"x","party":"x","foundOn":"2020-01-01"}""".formatted(Ids.next(), community));
        bodies.put(oneCase + "transfer", unit);
        bodies.put(oneCase + "accept", "{\"version\":0}");
        bodies.put(oneCase + "refuse", reason);
        bodies.put(oneCase + "conclude", "{\"version\":0,\"day\":\"2020-01-02\",\"outcomes\":[\"WARNED\"]}");
        bodies.put(oneCase + "expose", "{\"version\":0,\"day\":\"2020-01-02\",\"where\":\"x\"}");
        bodies.put(
                oneCase + "papers",
                "{\"id\":\"" + Ids.next() + "\",\"kind\":\"case-transfer-letter\",\"organId\":\"" + leader + "\"}");
        return bodies;
    }
}
