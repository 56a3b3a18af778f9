package org.anshe.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.internal.lists.FreezeStageEnds;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestPeople;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ListIntegrationTests extends CampaignTest {

    private static final String TWO_LISTS = "0197c000-0000-7000-8000-000000000001";
    private static final String FIVE_LISTS = "0197c000-0000-7000-8000-000000000006";

    @Autowired
    Hazards hazards;

    @Autowired
    FreezeStageEnds stageEnds;

    private UUID list(String kind, Map<String, ?> facts, @Nullable UUID campaign) throws Exception {
        UUID id = Ids.next();
        Map<String, Object> whole = new HashMap<>(
                Map.of("title", "燃气安全两个清单", "startsOn", "2026-01-01", "byRule", true, "domains", List.of()));
        whole.putAll(facts);
        Map<String, Object> body = new HashMap<>(Map.of("id", id, "kindId", kind, "area", street, "facts", whole));
        if (campaign != null) {
            body.put("campaignId", campaign);
        }
        asPost(officer, "/api/lists", body).andExpect(status().isCreated());
        return id;
    }

    private UUID hazard(AreaKey area, String domain, @Nullable UUID campaign) {
        UUID id = Ids.next();
        hazards.report(
                officer.with("hazard.report"),
                new Hazards.Report(
                        id,
                        "软管老化 " + id,
                        domain,
                        HazardGrade.GENERAL,
                        campaign == null ? HazardSource.PATROL : HazardSource.CAMPAIGN,
                        campaign,
                        area,
                        null,
                        "后厨",
                        List.of(),
                        null));
        return id;
    }

    private List<String> rows(Caller caller, UUID list, String query) throws Exception {
        return texts(
                read(caller, "/api/lists/" + list + "/parts/problems/rows" + query)
                        .path("items"),
                "id");
    }

    @Test
    void anEntryOfTheProblemListIsTheHazardItself() throws Exception {
        UUID gas = hazard(community, "gas", null);
        UUID fire = hazard(community, "fire", null);
        UUID list = list(TWO_LISTS, Map.of("domains", List.of("gas")), null);
        assertThat(rows(officer, list, "")).containsExactly(gas.toString());

        asPost(officer, "/api/hazards/" + gas + "/reject", Map.of("version", 1, "reason", "不属实"))
                .andExpect(status().is2xxSuccessful());
        asPost(officer, "/api/lists/" + list + "/choices", Map.of("hazards", List.of(fire), "taken", true))
                .andExpect(status().isNoContent());
        assertThat(rows(officer, list, "")).containsExactly(fire.toString());

        asPost(officer, "/api/lists/" + list + "/choices", Map.of("hazards", List.of(fire), "taken", false))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/reason-required"));
        asPost(
                        officer,
                        "/api/lists/" + list + "/choices",
                        Map.of("hazards", List.of(fire), "taken", false, "reason", "属于另一清单"))
                .andExpect(status().isNoContent());
        assertThat(rows(officer, list, "")).isEmpty();
    }

    @Test
    void theSpanBeginsWithItsFirstMomentAndEndsWithItsLast() throws Exception {
        UUID early = hazard(community, "gas", null);
        clock.advance(Duration.ofDays(1));
        UUID late = hazard(community, "gas", null);
        String first = clock.instant()
                .minus(Duration.ofDays(1))
                .atZone(org.anshe.shared.OfficeTime.ZONE)
                .toLocalDate()
                .toString();
        String last = clock.instant()
                .atZone(org.anshe.shared.OfficeTime.ZONE)
                .toLocalDate()
                .toString();

        assertThat(rows(officer, list(TWO_LISTS, Map.of("startsOn", first, "endsOn", first), null), ""))
                .containsExactly(early.toString());
        assertThat(rows(officer, list(TWO_LISTS, Map.of("startsOn", last, "endsOn", last), null), ""))
                .containsExactly(late.toString());
        assertThat(rows(officer, list(TWO_LISTS, Map.of("startsOn", first), null), ""))
                .hasSize(2);
    }

    @Test
    void hazardsOfTheCampaignAreInItWithoutARule() throws Exception {
        UUID campaign = runningCampaign();
        UUID own = hazard(community, "gas", campaign);
        hazard(community, "gas", null);
        UUID list = list(TWO_LISTS, Map.of("byRule", false), campaign);
        assertThat(rows(officer, list, "")).containsExactly(own.toString());
        assertThat(read(officer, "/api/lists/" + list)
                        .path("counts")
                        .path("all")
                        .intValue())
                .isOne();
    }

    @Test
    void showsEachReaderTheRowsOfTheOwnScope() throws Exception {
        UUID mine = hazard(community, "gas", null);
        AreaKey other = areas.community(street, 2, "松岭社区");
        UUID theirs = hazard(other, "gas", null);
        UUID list = list(TWO_LISTS, Map.of("unitId", communityUnit), null);
        freeze(list, "第一次");
        Caller ofTheUnit = people.with("community-worker", null, communityUnit);

        mvc.perform(get("/api/lists/" + list)).andExpect(status().isUnauthorized());
        asGet(people.with("grid-worker", community), "/api/lists/" + list).andExpect(status().isForbidden());
        asGet(stranger, "/api/lists/" + list).andExpect(status().isNotFound());
        asGet(worker, "/api/lists/" + list).andExpect(status().isNotFound());
        assertThat(rows(officer, list, "")).containsExactlyInAnyOrder(mine.toString(), theirs.toString());
        asGet(ofTheUnit, "/api/lists/" + list).andExpect(status().isOk());
        for (String query : List.of("", "?version=1")) {
            assertThat(rows(ofTheUnit, list, query))
                    .as("the unit answers for neither hazard")
                    .isEmpty();
            assertThat(rows(officer, list, query)).hasSize(2);
        }
    }

    @Test
    void refusesHazardsOfAnotherStreet() throws Exception {
        AreaKey elsewhere = areas.street("白沙街道");
        Caller neighbour = people.with("street-office", elsewhere);
        UUID foreign = Ids.next();
        hazards.report(
                neighbour.with("hazard.report"),
                new Hazards.Report(
                        foreign,
                        "x",
                        "gas",
                        HazardGrade.GENERAL,
                        HazardSource.PATROL,
                        null,
                        elsewhere,
                        null,
                        null,
                        List.of(),
                        null));
        UUID list = list(TWO_LISTS, Map.of(), null);
        asPost(officer, "/api/lists/" + list + "/choices", Map.of("hazards", List.of(foreign), "taken", true))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/hazard-elsewhere"));
        asPost(neighbour, "/api/lists/" + list + "/versions", Map.of("name", "x"))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVersionStaysAsItWasAndTellsWhatChanged() throws Exception {
        UUID stays = hazard(community, "gas", null);
        UUID settled = hazard(community, "gas", null);
        UUID list = list(TWO_LISTS, Map.of(), null);
        freeze(list, "排查阶段");
        sql.execute(
                "update hazard.hazard set state = 'CLOSED', closed_at = ?::timestamptz where id = ?",
                clock.instant().toString(),
                settled);
        sql.execute("update hazard.hazard set measure = '更换软管', version = version + 1 where id = ?", stays);
        UUID added = hazard(community, "gas", null);
        freeze(list, "整治阶段");

        JsonNode before = read(officer, "/api/lists/" + list + "/parts/problems/rows?version=1")
                .path("items");
        assertThat(list(before)).hasSize(2);
        assertThat(before.get(0).path("cells").has("measure"))
                .as("unknown stays unknown")
                .isFalse();
        JsonNode changes = read(officer, "/api/lists/" + list + "/parts/problems/differences?from=1&to=2")
                .path("items");
        Map<String, String> byId = new HashMap<>();
        list(changes)
                .forEach(one -> byId.put(
                        one.path("id").stringValue(), one.path("change").stringValue()));
        assertThat(byId)
                .containsOnly(
                        Map.entry(stays.toString(), "CHANGED"),
                        Map.entry(settled.toString(), "CLOSED"),
                        Map.entry(added.toString(), "ADDED"));
        assertThat(rows(officer, list, "?standing=OPEN")).containsExactlyInAnyOrder(stays.toString(), added.toString());
        asGet(officer, "/api/lists/" + list + "/parts/problems/rows?version=3").andExpect(status().isNotFound());
    }

    @Test
    void eachCountOpensItsRows() throws Exception {
        UUID late = hazard(community, "gas", null);
        UUID atTheLastMoment = hazard(community, "gas", null);
        UUID settled = hazard(community, "gas", null);
        UUID list = list(TWO_LISTS, Map.of(), null);
        String now = clock.instant().toString();
        sql.execute("update hazard.hazard set due_at = ?::timestamptz - interval '1 ms' where id = ?", now, late);
        sql.execute("update hazard.hazard set due_at = ?::timestamptz where id = ?", now, atTheLastMoment);
        sql.execute(
                "update hazard.hazard set state = 'CLOSED', closed_at = ?::timestamptz,"
                        + " due_at = ?::timestamptz - interval '1 day' where id = ?",
                now,
                now,
                settled);
        JsonNode counts = read(officer, "/api/lists/" + list).path("counts");
        assertThat(counts.path("open").intValue()).isEqualTo(2);
        assertThat(counts.path("overdue").intValue()).isEqualTo(1);
        assertThat(rows(officer, list, "?standing=OPEN"))
                .containsExactlyInAnyOrder(late.toString(), atTheLastMoment.toString());
        assertThat(rows(officer, list, "?standing=OVERDUE")).containsExactly(late.toString());
        assertThat(rows(officer, list, "?standing=SETTLED")).containsExactly(settled.toString());
        asGet(officer, "/api/lists/" + list + "/parts/problems/rows?standing=LATE")
                .andExpect(status().isBadRequest());
    }

    @Test
    void theSealBreaksWithTheRowsAndTheRowsAreFrozen() throws Exception {
        hazard(community, "gas", null);
        UUID list = list(TWO_LISTS, Map.of(), null);
        freeze(list, "第一次");
        assertThat(read(officer, "/api/lists/" + list + "/versions/1/seal")
                        .path("holds")
                        .booleanValue())
                .isTrue();
        assertThatThrownBy(
                        () -> sql.execute("update campaign.list_version_row set cells = '{}' where list_id = ?", list))
                .hasMessageContaining("frozen");
        sql.execute(
                "insert into campaign.list_version_row (list_id, nth, part, position, row_id, area_key, cells)"
                        + " values (?, 1, 'problems', 99, ?, ?, '{}')",
                list,
                Ids.next(),
                community.value());
        assertThat(read(officer, "/api/lists/" + list + "/versions/1/seal")
                        .path("holds")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void isFrozenOnceWhenAStageEnds() throws Exception {
        UUID campaign = runningCampaign();
        hazard(community, "gas", campaign);
        UUID list = list(TWO_LISTS, Map.of(), campaign);
        stageEnds.run();
        assertThat(list(read(officer, "/api/lists/" + list).path("versions"))).isEmpty();
        clock.advance(Duration.ofDays(400));
        stageEnds.run();
        stageEnds.run();
        JsonNode shown = read(officer, "/api/lists/" + list);
        long ended = list(shown.path("stages")).stream()
                .filter(stage -> !stage.path("endsOn").isNull())
                .count();
        assertThat(list(shown.path("versions"))).hasSize((int) ended).isNotEmpty();
    }

    @Test
    void entriesFollowTheColumnsOfTheirPart() throws Exception {
        UUID list = list(FIVE_LISTS, Map.of(), null);
        String parts = "/api/lists/" + list + "/parts/";
        UUID risk = Ids.next();
        asPut(officer, parts + "basic/entries/" + risk, Map.of("version", 0, "cells", Map.of("name", "老旧小区瓶装气")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.pointer == '/cells/place')].code")
                        .value("required"));
        Map<String, Object> basic = Map.of(
                "version",
                0,
                "cells",
                Map.of("name", "老旧小区瓶装气", "place", "桂园小区", "description", "瓶组无泄漏报警", "identified", "2026-02-29"));
        asPut(officer, parts + "basic/entries/" + risk, basic)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].code").value("not-a-date"));
        Map<String, Object> right = Map.of(
                "version",
                0,
                "cells",
                Map.of("name", "老旧小区瓶装气", "place", "桂园小区", "description", "瓶组无泄漏报警", "identified", "2026-02-28"));
        asPut(officer, parts + "basic/entries/" + risk, right).andExpect(status().isNoContent());
        asPut(officer, parts + "basic/entries/" + risk, right).andExpect(status().isNoContent());
        UUID control = Ids.next();
        asPut(
                        officer,
                        parts + "control/entries/" + control,
                        Map.of("version", 0, "about", risk, "cells", Map.of("measure", "加装报警器")))
                .andExpect(status().isNoContent());
        JsonNode rows = read(officer, parts + "control/rows").path("items");
        assertThat(rows.get(0).path("cells").path("about").stringValue()).isEqualTo("老旧小区瓶装气");
        asPut(officer, parts + "control/entries/" + control, Map.of("version", 7, "cells", Map.of("measure", "x")))
                .andExpect(status().isConflict());
        asPut(officer, parts + "problems/entries/" + control, Map.of("version", 0, "cells", Map.of()))
                .andExpect(status().isNotFound());

        asPost(officer, parts + "basic/entries/" + risk + "/withdrawal", Map.of("version", 0, "reason", "已消除"))
                .andExpect(status().isNoContent());
        assertThat(list(read(officer, parts + "control/rows").path("items")))
                .as("what belongs to it goes with it")
                .isEmpty();
        asPost(officer, "/api/lists/" + list + "/closing", Map.of("version", 0, "reason", "治理完成"))
                .andExpect(status().isNoContent());
        asPut(officer, parts + "basic/entries/" + Ids.next(), right)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/list-closed"));
    }

    @Test
    void anOfficeMakesItsOwnKindAndListsKeepTheVersionTheyWereMadeWith() throws Exception {
        UUID kind = Ids.next();
        Map<String, Object> names = Map.of("zh-CN", "街道清单");
        Map<String, Object> body = new HashMap<>(
                Map.of("id", kind, "area", street, "names", names, "parts", List.of(part("problems", "number"))));
        asPost(stranger, "/api/list-kinds", body).andExpect(status().isForbidden());
        asPost(officer, "/api/list-kinds", body).andExpect(status().isCreated());
        UUID list = list(kind.toString(), Map.of(), null);
        asPut(
                        officer,
                        "/api/list-kinds/" + kind,
                        Map.of("version", 1, "names", names, "parts", List.of(part("problems", "wrong"))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/campaign/kind-invalid"));
        asPut(
                        officer,
                        "/api/list-kinds/" + kind,
                        Map.of("version", 1, "names", names, "parts", List.of(part("all", "site"))))
                .andExpect(status().isNoContent());
        asPut(
                        officer,
                        "/api/list-kinds/" + kind,
                        Map.of("version", 1, "names", names, "parts", List.of(part("all", "site"))))
                .andExpect(status().isConflict());
        assertThat(texts(read(officer, "/api/lists/" + list).path("parts"), "code"))
                .containsExactly("problems");
        asPut(
                        officer,
                        "/api/list-kinds/" + TWO_LISTS,
                        Map.of("version", 1, "names", names, "parts", List.of(part("all", "site"))))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/campaign/kind-elsewhere"));
        asPost(officer, "/api/list-kinds/" + kind + "/retirement", Map.of("version", 2, "reason", "合并"))
                .andExpect(status().isNoContent());
        asPost(
                        officer,
                        "/api/lists",
                        Map.of(
                                "id",
                                Ids.next(),
                                "kindId",
                                kind,
                                "area",
                                street,
                                "facts",
                                Map.of("title", "x", "startsOn", "2026-01-01", "byRule", true, "domains", List.of())))
                .andExpect(status().isConflict());
        Caller neighbour = people.with("street-office", areas.street("白沙街道"));
        assertThat(texts(read(neighbour, "/api/list-kinds"), "id"))
                .doesNotContain(kind.toString())
                .contains(TWO_LISTS);
    }

    @Test
    void printsTheUsualColumnsAndLeavesUnknownCellsBlank() throws Exception {
        hazard(community, "gas", null);
        UUID list = list(TWO_LISTS, Map.of("unitId", office), null);
        byte[] excel = file("/api/lists/" + list + "/workbook");
        List<String> head = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
            List<Row> rows = workbook.getFirstSheet().read();
            rows.get(2).forEach(cell -> head.add(cell.getText()));
            assertThat(rows.get(1).getCellText(0)).contains("填报单位：青石街道安全办公室").contains("填报日期：");
            assertThat(rows.get(3).getCellText(1)).isEqualTo("后厨");
            assertThat(rows.get(3).getCellText(4)).as("no measure yet").isEmpty();
            assertThat(workbook.getSheets()).hasSize(2);
        }
        assertThat(head).containsExactly("序号", "单位/场所", "问题隐患", "隐患类别", "整改措施", "责任单位", "责任人", "整改时限", "整改情况", "销号时间");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file("/api/lists/" + list + "/word")))) {
            assertThat(word.getTables()).hasSize(1);
            assertThat(word.getTables().getFirst().getRow(0).getCell(9).getText())
                    .isEqualTo("销号时间");
            assertThat(word.getTables().getFirst().getRow(1).getCell(4).getText())
                    .isEmpty();
        }
        asGet(worker, "/api/lists/" + list + "/workbook").andExpect(status().isNotFound());
    }

    private byte[] file(String address) throws Exception {
        return mvc.perform(get(address).with(TestPeople.as(officer)).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private void freeze(UUID list, String name) throws Exception {
        asPost(officer, "/api/lists/" + list + "/versions", Map.of("name", name))
                .andExpect(status().isCreated());
    }

    private static Map<String, Object> part(String code, String column) {
        Map<String, Object> title = Map.of("zh-CN", code);
        return Map.of(
                "code",
                code,
                "title",
                title,
                "type",
                "HAZARDS",
                "columns",
                List.of(Map.of("code", column, "title", title)));
    }
}
