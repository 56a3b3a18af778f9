package org.anshe.register;

import static org.anshe.register.RegisterFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.JsonNode;

class RegisterMergeIntegrationTests extends RegisterTableTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void mergesSkipsOrRegistersWhatIsThereAlready() throws Exception {
        for (String name : List.of("旧一", "旧二", "旧三")) {
            register.created(worker, shop(name, guiyuan));
        }
        UUID id = upload(
                HEADING + "旧一,,新地址 1 号,小餐饮,吴一,,99,否,\n" + "旧二,,新地址 2 号,小餐饮,吴一,,99,否,\n" + "旧三,,新地址 3 号,小餐饮,吴一,,99,否,\n",
                guiyuan);
        settled(id);
        register.see(worker, "/api/register-imports/{id}/duplicates", id)
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].by").value("name"))
                .andExpect(jsonPath("$.items[0].objectAddress").value("青石路 18 号"));
        decide(
                id,
                Map.of(
                        "leaveOutBadRows",
                        false,
                        "duplicates",
                        "MERGE",
                        "exceptions",
                        Map.of("3", "SKIP", "4", "CREATE")));
        JsonNode counts = settled(id).required("counts");
        assertThat(counts.required("merged").asInt()).isEqualTo(1);
        assertThat(counts.required("skipped").asInt()).isEqualTo(1);
        assertThat(counts.required("created").asInt()).isEqualTo(1);
        register.see(worker, "/api/register-objects?type=small-premises&q=旧一")
                .andExpect(jsonPath("$.items[0].address").value("新地址 1 号"))
                .andExpect(jsonPath("$.items[0].fields.kind").value("restaurant"))
                .andExpect(jsonPath("$.items[0].contactPhone").value("138****1234"));
        register.see(worker, "/api/register-objects?type=small-premises&q=旧二")
                .andExpect(jsonPath("$.items[0].address").value("青石路 18 号"));
        register.see(worker, "/api/register-objects?type=small-premises&q=旧三")
                .andExpect(jsonPath("$.total").value(2));
    }

    @Test
    void mergingSetsTheClassAndCountsOnlyWhatChanged() throws Exception {
        UUID classed = register.created(worker, shop("旧一", guiyuan));
        register.created(worker, shop("旧二", guiyuan));
        UUID retired = register.created(worker, shop("旧三", guiyuan));
        String same = "青石路 18 号,小商场（店）,周小满,13912345678,86,否";
        UUID id = upload(
                "名称*,详细地址,场所类别*,经营者*,经营者电话,建筑面积（㎡）*,“三合一”场所*,监管等级\n"
                        + "旧一," + same + ",1\n"
                        + "旧二," + same + ",\n"
                        + "旧三," + same + ",2\n",
                guiyuan);
        settled(id);
        register.send(
                post("/api/register-objects/{id}/retirement", retired), worker, Map.of("version", 0, "reason", "停业"));

        List<SupervisionClassChanged> told = new CopyOnWriteArrayList<>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof SupervisionClassChanged change) {
                told.add(change);
            }
        };
        context.addApplicationListener(listener);

        decide(id, Map.of("leaveOutBadRows", false, "duplicates", "MERGE"));

        JsonNode counts = settled(id).required("counts");
        context.removeApplicationListener(listener);
        assertThat(counts.required("merged").asInt()).isEqualTo(1);
        assertThat(counts.required("skipped").asInt()).isEqualTo(2);
        register.see(worker, "/api/register-objects/{id}", classed)
                .andExpect(jsonPath("$.supervisionClass").value(1))
                .andExpect(jsonPath("$.classSince").isNotEmpty())
                .andExpect(jsonPath("$.version").value(1));
        register.see(worker, "/api/register-objects/{id}/changes", classed)
                .andExpect(jsonPath("$[0].kind").value("CLASSED"))
                .andExpect(jsonPath("$[0].reason").value("台账.csv"))
                .andExpect(jsonPath("$[0].changes.class.after").value(1));
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.objectId()).isEqualTo(classed);
            assertThat(event.after()).isEqualTo(1);
        });
    }

    @Test
    void twoRowsForOneObjectAreFilledInOneAfterTheOther() throws Exception {
        UUID object = register.created(worker, shop("旧一", guiyuan));
        UUID id = upload(
                HEADING + "旧一,,新地址 1 号,小商场（店）,周小满,13912345678,86,否,\n" + "旧二,,新地址 2 号,小商场（店）,周小满,13912345678,86,否,\n",
                guiyuan);
        settled(id);
        sql.update(
                "update register.import_row set duplicate_of = ?, duplicate_by = 'name' where import_id = ?",
                object,
                id);

        decide(id, Map.of("leaveOutBadRows", false, "duplicates", "MERGE"));

        assertThat(settled(id).at("/counts/merged").asInt()).isEqualTo(2);
        register.see(worker, "/api/register-objects/{id}", object)
                .andExpect(jsonPath("$.address").value("新地址 2 号"))
                .andExpect(jsonPath("$.version").value(2));
    }

    /** More rows than one step takes. */
    @Test
    void mergesEveryRowOfALongTable() throws Exception {
        int many = 501;
        StringBuilder table = new StringBuilder(HEADING);
        manyShops(many);
        for (int i = 1; i <= many; i++) {
            table.append("店").append(i).append(",,新地址,小商场（店）,周小满,,86,否,\n");
        }
        UUID id = upload(table.toString(), guiyuan);
        assertThat(settled(id).at("/counts/duplicate").asInt()).isEqualTo(many);

        decide(id, Map.of("leaveOutBadRows", false, "duplicates", "MERGE"));

        assertThat(settled(id).at("/counts/merged").asInt()).isEqualTo(many);
    }
}
