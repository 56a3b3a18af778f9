package org.anshe.campaign;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.internal.lists.FreezeList;
import org.anshe.campaign.internal.lists.KeepEntries;
import org.anshe.campaign.internal.lists.KeepKinds;
import org.anshe.campaign.internal.lists.KeepList;
import org.anshe.campaign.internal.lists.ListPart;
import org.anshe.campaign.internal.lists.ListPart.Cell;
import org.anshe.campaign.internal.lists.ListPart.Column;
import org.anshe.campaign.internal.measures.DraftMeasure;
import org.anshe.campaign.internal.measures.MeasureKind;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.LocalText;
import org.anshe.testing.LeakFixture;

/** A kind and a list of the community with a hazard, an entry and two versions, and a measure in draft. */
class ListLeakFixture implements LeakFixture {

    private static final String LIST = "/api/lists/{id}";
    private static final String PART = LIST + "/parts/{part}";
    private static final String ENTRY = PART + "/entries/{entryId}";
    private static final String MEASURE = "/api/measures/{id}";

    private final KeepKinds kinds;
    private final KeepList lists;
    private final KeepEntries entries;
    private final FreezeList freezing;
    private final DraftMeasure measures;
    private final Hazards hazards;
    private final Units units;

    ListLeakFixture(
            KeepKinds kinds,
            KeepList lists,
            KeepEntries entries,
            FreezeList freezing,
            DraftMeasure measures,
            Hazards hazards,
            Units units) {
        this.kinds = kinds;
        this.lists = lists;
        this.entries = entries;
        this.freezing = freezing;
        this.measures = measures;
        this.hazards = hazards;
        this.units = units;
    }

    @Override
    public String module() {
        return "campaign";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID kind = Ids.next();
        String kindMark = mark("蒲", kind);
        kinds.add(owner.with("list-kind.manage"), kind, community, text(kindMark), parts());
        UUID unit = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new Units.NewUnit(unit, mark("蔚", unit), Units.Kind.OFFICE, community, null, null)));
        UUID list = Ids.next();
        String listMark = mark("蓼", list);
        Caller keeper = owner.with("list.manage");
        lists.create(keeper, list, kind, community, null, facts(listMark));
        UUID hazard = Ids.next();
        report(owner, hazard, community);
        UUID entry = Ids.next();
        String cell = mark("芷", entry);
        entries.put(owner.with("list.fill"), list, "risks", entry, 0, null, Map.of("name", cell));
        freezing.freeze(keeper, list, "一", null);
        entries.put(owner.with("list.fill"), list, "risks", entry, 0, null, Map.of("name", cell + "乙"));
        freezing.freeze(keeper, list, "二", null);
        UUID measure = Ids.next();
        String measureMark = mark("蕙", measure);
        measures.begin(owner.with("measure.draft"), measure, community, draft(measureMark, unit, list), Map.of());
        return new Fixture(
                Map.of(
                        "/api/list-kinds/{id}",
                        kind.toString(),
                        LIST,
                        list.toString(),
                        ENTRY,
                        entry.toString(),
                        MEASURE,
                        measure.toString()),
                List.of(kindMark, listMark, cell, measureMark),
                bodies(community, kind, unit, hazard),
                Map.of(
                        "DELETE /api/list-kinds/{id}/retirement",
                        "?version=1",
                        PART + "/differences",
                        "?from=1&to=2",
                        "/api/common-problems/rows",
                        "?from=2026-01-01&to=2026-12-31&by=DOMAIN&key=fire&area=" + community,
                        "/api/common-problems",
                        "?from=2026-01-01&to=2026-12-31&by=AREA&area=" + community));
    }

    private static String mark(String sign, UUID id) {
        return sign + id.toString().substring(24);
    }

    private static LocalText text(String words) {
        return LocalText.of(words, null, null);
    }

    private static List<ListPart> parts() {
        return List.of(
                new ListPart(
                        "problems",
                        text("问题"),
                        ListPart.Type.HAZARDS,
                        null,
                        List.of(new Column("description", text("问题"), Cell.TEXT, false, 20))),
                new ListPart(
                        "risks",
                        text("风险"),
                        ListPart.Type.ENTRIES,
                        null,
                        List.of(new Column("name", text("名称"), Cell.TEXT, true, 20))));
    }

    private static KeepList.Facts facts(String title) {
        return new KeepList.Facts(title, null, LocalDate.of(2026, 1, 1), null, true, Set.of(), null);
    }

    private void report(Caller owner, UUID id, AreaKey community) {
        hazards.report(
                owner.with("hazard.report"),
                new Hazards.Report(
                        id,
                        "疏散通道堵塞",
                        "fire",
                        HazardGrade.GENERAL,
                        HazardSource.PATROL,
                        null,
                        community,
                        null,
                        null,
                        List.of(),
                        null));
    }

    private static DraftMeasure.Draft draft(String title, UUID unit, UUID list) {
        return new DraftMeasure.Draft(
                title, MeasureKind.INSTITUTION, "fire", unit, list, "正文", null, Set.of(), List.of());
    }

    private static Map<String, String> bodies(AreaKey community, UUID kind, UUID unit, UUID hazard) {
        Map<String, String> bodies = new LinkedHashMap<>();
        String reason = "{\"version\":0,\"reason\":\"x\"}";
        String words = "{\"zh-CN\":\"x\",\"zh-Hant\":\"x\",\"en\":\"x\"}";
        String parts = "[{\"code\":\"a\",\"title\":" + words
                + ",\"type\":\"HAZARDS\",\"columns\":[{\"code\":\"number\"," + "\"title\":" + words + "}]}]";
        bodies.put(
                "POST /api/list-kinds",
                "{\"id\":\"" + Ids.next() + "\",\"area\":\"" + community + "\",\"names\":" + words + ",\"parts\":"
                        + parts + "}");
        bodies.put("PUT /api/list-kinds/{id}", "{\"version\":1,\"names\":" + words + ",\"parts\":" + parts + "}");
        bodies.put("POST /api/list-kinds/{id}/retirement", "{\"version\":1,\"reason\":\"x\"}");
        String facts = "{\"title\":\"x\",\"startsOn\":\"2026-01-01\",\"byRule\":true,\"domains\":[]}";
        bodies.put(
                "POST /api/lists",
                "{\"id\":\"" + Ids.next() + "\",\"kindId\":\"" + kind + "\",\"area\":\"" + community + "\",\"facts\":"
                        + facts + "}");
        bodies.put("PUT " + LIST, "{\"version\":0,\"facts\":" + facts + "}");
        bodies.put("POST " + LIST + "/closing", reason);
        bodies.put("POST " + LIST + "/choices", "{\"hazards\":[\"" + hazard + "\"],\"taken\":true}");
        bodies.put("PUT " + ENTRY, "{\"version\":1,\"cells\":{\"name\":\"x\"}}");
        bodies.put("POST " + ENTRY + "/withdrawal", "{\"version\":1,\"reason\":\"x\"}");
        bodies.put("POST " + LIST + "/versions", "{\"name\":\"x\"}");
        String draft = "{\"title\":\"x\",\"kind\":\"RULES\",\"unitId\":\"" + unit + "\",\"hazards\":[],\"files\":[]}";
        bodies.put(
                "POST /api/measures",
                "{\"id\":\"" + Ids.next() + "\",\"area\":\"" + community + "\",\"draft\":" + draft + "}");
        bodies.put("PUT " + MEASURE + "/draft", "{\"version\":0,\"draft\":" + draft + "}");
        bodies.put(
                "POST " + MEASURE + "/issue",
                "{\"version\":0,\"number\":\"x\",\"issuedOn\":\"2026-06-01\",\"effectiveOn\":\"2026-06-01\"}");
        bodies.put("POST " + MEASURE + "/abolition", "{\"version\":0,\"on\":\"2026-06-01\",\"reason\":\"x\"}");
        List.of("revision", "revision/withdrawal", "withdrawal")
                .forEach(step -> bodies.put("POST " + MEASURE + "/" + step, reason));
        return bodies;
    }
}
