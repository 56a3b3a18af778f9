package org.anshe.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConfirmPlanIntegrationTests extends CampaignTest {

    @Test
    void makesExactlyWhatWasAccepted() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        acceptAll(document);
        JsonNode preview = read(officer, "/api/plan-documents/" + document + "/preview");
        UUID id = Ids.next();
        confirm(document, id, plan(document).path("version").intValue())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.campaignId").value(id.toString()));

        JsonNode campaign = campaign(id);
        assertThat(campaign.path("campaign").path("state").stringValue()).isEqualTo("RUNNING");
        assertThat(campaign.path("campaign").path("startsOn").stringValue()).isEqualTo("2026-06-01");
        assertThat(texts(campaign.path("stages"), "name")).hasSize(2);
        assertThat(texts(campaign.path("stages"), "endsPrecision")).containsExactly("DAY", "MONTH");
        assertThat(texts(campaign.path("tasks"), "title")).contains("登记用气场所", "更换老旧软管", "检查经营站点");
        assertThat(texts(campaign.path("tasks"), "dueOn")).contains("2026-07-31");
        assertThat(texts(campaign.path("duties"), "every")).containsExactly("P1W");
        assertThat(texts(campaign.path("targets"), "value")).containsExactly("100");
        assertThat(preview.path("tasks").intValue())
                .isEqualTo(list(campaign.path("tasks")).size());
        assertThat(preview.path("topics").intValue())
                .isEqualTo(list(campaign.path("topics")).size());
        assertThat(texts(preview.path("unknownUnits"), "x")).hasSize(1);
    }

    @Test
    void keepsThePassageEverythingCameFrom() throws Exception {
        UUID id = runningCampaign();
        JsonNode campaign = campaign(id);
        for (String part : List.of("stages", "topics", "tasks", "duties", "targets")) {
            for (JsonNode one : campaign.path(part)) {
                int line = one.path("source").path("line").intValue();
                assertThat(line).as(part).isBetween(1, PlanFiles.GAS.size());
            }
        }
        JsonNode text = read(officer, "/api/campaigns/" + id + "/document");
        assertThat(text.path("paragraphs").get(4).path("text").stringValue()).isEqualTo(PlanFiles.GAS.get(4));
    }

    @Test
    void leavesNothingOfWhatWasRejectedOrNotDecided() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        JsonNode plan = plan(document);
        decide(document, findings(plan, "STAGE").get(0), "ACCEPTED").andExpect(status().isOk());
        decide(document, findings(plan, "STAGE").get(1), "REJECTED").andExpect(status().isOk());
        UUID id = Ids.next();
        confirm(document, id, plan(document).path("version").intValue()).andExpect(status().isCreated());

        assertThat(count("stage", id)).isOne();
        for (String table : List.of("topic", "task", "duty", "target")) {
            assertThat(count(table, id)).as(table).isZero();
        }
    }

    @Test
    void refusesToConfirmNothing() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        confirm(document, Ids.next(), 0)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/nothing-accepted"));
    }

    @Test
    void confirmsOnce() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        acceptAll(document);
        int version = plan(document).path("version").intValue();
        UUID id = Ids.next();
        confirm(document, id, version).andExpect(status().isCreated());
        int tasks = count("task", id);

        confirm(document, id, version).andExpect(status().isCreated());
        assertThat(count("task", id)).isEqualTo(tasks);
        confirm(document, Ids.next(), version)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/not-under-review"));
    }

    @Test
    void refusesToConfirmWhatChangedMeanwhile() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        acceptAll(document);
        JsonNode plan = plan(document);
        decide(document, findings(plan, "STAGE").getFirst(), "REJECTED").andExpect(status().isOk());
        confirm(document, Ids.next(), plan.path("version").intValue())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
    }

    @Test
    void refusesAMaskedYearUntilAPersonSaysIt() throws Exception {
        UUID document = uploaded(PlanFiles.MASKED);
        acceptAll(document);
        JsonNode plan = plan(document);
        assertThat(findings(plan, "STAGE").getFirst().path("data").path("start").stringValue())
                .isEqualTo("0000-11-01");
        confirm(document, Ids.next(), plan.path("version").intValue())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/campaign/year-unknown"))
                .andExpect(jsonPath("$.lines[0]").value(3));

        asPut(
                        officer,
                        "/api/plan-documents/" + document + "/base-year",
                        Map.of("version", plan.path("version").intValue(), "year", 2026))
                .andExpect(status().isOk());
        UUID id = Ids.next();
        confirm(document, id, plan(document).path("version").intValue()).andExpect(status().isCreated());
        assertThat(campaign(id).path("stages").get(0).path("startsOn").stringValue())
                .isEqualTo("2026-11-01");
    }

    @Test
    void takesUnitsAsTheDirectoryOrAPersonKnowsThem() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        acceptAll(document);
        UUID group = unit("青石街道燃气专班", org.anshe.organisation.Units.Kind.WORKING_GROUP, street);
        String address = "/api/plan-documents/" + document + "/units";
        asPut(officer, address, Map.of("name", "没有写过的单位", "unitId", group))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("/problems/campaign/unknown-name"));
        asPut(officer, address, Map.of("name", "瓶装气协调小组", "unitId", group)).andExpect(status().isOk());
        UUID id = Ids.next();
        confirm(document, id, plan(document).path("version").intValue()).andExpect(status().isCreated());

        JsonNode task = list(campaign(id).path("tasks")).stream()
                .filter(one -> one.path("title").stringValue().equals("更换老旧软管"))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("units").get(0).path("unitId").stringValue()).isEqualTo(group.toString());
    }

    @Test
    void keepsANameThatIsNoUnitAsPrinted() throws Exception {
        JsonNode task = list(campaign(runningCampaign()).path("tasks")).stream()
                .filter(one -> one.path("title").stringValue().equals("更换老旧软管"))
                .findFirst()
                .orElseThrow();
        assertThat(task.path("units").get(0).path("name").stringValue()).isEqualTo("瓶装气协调小组");
        assertThat(task.path("units").get(0).path("unitId").isNull()).isTrue();
    }

    @Test
    void putsTasksAndDutiesIntoTheCalendar() throws Exception {
        UUID id = runningCampaign();
        JsonNode dated = list(campaign(id).path("tasks")).stream()
                .filter(one -> one.path("dueOn").isString())
                .findFirst()
                .orElseThrow();
        assertThat(dueOf(UUID.fromString(dated.path("id").stringValue()))).isNotNull();
        assertThat(sql.fetchCount(
                        org.jooq.impl.DSL.table("deadline.duty"),
                        org.jooq.impl.DSL.field("subject_id", UUID.class).eq(id)))
                .isOne();
    }
}
