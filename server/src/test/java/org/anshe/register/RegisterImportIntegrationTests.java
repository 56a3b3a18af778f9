package org.anshe.register;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.table.TableRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RegisterImportIntegrationTests extends RegisterTableTest {

    @Test
    void takesTheGoodRowsAndGivesTheBadOnesBackWithReasons() throws Exception {
        UUID id = upload(
                HEADING
                        + "示例：青石小店,桂园社区,,小商场（店）,某某,,80,否,\n"
                        + "一号店,桂园社区,青石路 1 号,小商场（店）,周小满,13912345678,86,否,x\n"
                        + "二号店,,青石路 2 号,大卖场,周小满,139,九十,否,\n"
                        + "三号店,松涛社区,,小餐饮,吴一,,120,是,\n"
                        + "一号店,桂园社区,,小餐饮,吴一,,120,是,\n"
                        + "四号店,,,小餐饮,吴一,,120,是,\n",
                guiyuan);
        JsonNode checked = settled(id);
        assertThat(checked.required("state").asString()).isEqualTo("CHECKED");
        assertThat(checked.at("/counts/good").asInt()).isEqualTo(2);
        assertThat(checked.at("/counts/bad").asInt()).isEqualTo(3);
        assertThat(checked.at("/ignored/0").asString()).isEqualTo("备注");
        register.see(worker, "/api/register-imports/{id}/bad-rows", id)
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].row").value(4))
                .andExpect(jsonPath("$.items[0].errors[*].code", hasSize(3)))
                .andExpect(
                        jsonPath("$.items[0].errors[?(@.column=='场所类别')].value").value("大卖场"))
                .andExpect(jsonPath("$.items[0].errors[?(@.column=='建筑面积（㎡）')].code")
                        .value("number"))
                .andExpect(jsonPath("$.items[1].errors[0].code").value("area"))
                .andExpect(jsonPath("$.items[2].errors[0].code").value("duplicate-in-file"));
        assertThat(total(worker))
                .as("nothing is registered before a person says so")
                .isZero();

        decide(id, Map.of("leaveOutBadRows", false, "duplicates", "SKIP"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/register/import-has-bad-rows"));
        assertThat(total(worker)).isZero();

        decide(id, Map.of("leaveOutBadRows", true, "duplicates", "SKIP")).andExpect(status().isAccepted());
        JsonNode applied = settled(id);
        assertThat(applied.required("state").asString()).isEqualTo("APPLIED");
        assertThat(applied.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(total(worker)).isEqualTo(2);
        register.see(worker, "/api/register-objects?type=small-premises&q=一号")
                .andExpect(jsonPath("$.items[0].fields.kind").value("shop"))
                .andExpect(jsonPath("$.items[0].fields.floorArea").value(86));

        List<TableRow> bad = rows(file(worker, "/api/register-imports/" + id + "/bad-rows/export"));
        assertThat(bad).hasSize(3);
        assertThat(bad.getFirst().get("名称")).isEqualTo("二号店");
        assertThat(bad.getFirst().get("未导入原因")).contains("场所类别：不在可选项中").contains("建筑面积（㎡）：不是数字");
    }

    @Test
    void aRetryDoublesNothing() throws Exception {
        String table = HEADING + "甲店,桂园社区,,小商场（店）,周小满,,86,否,\n乙店,桂园社区,,小商场（店）,周小满,,86,否,\n";
        UUID id = Ids.next();
        send(worker, id, table.getBytes(StandardCharsets.UTF_8), null).andExpect(status().isAccepted());
        send(worker, id, table.getBytes(StandardCharsets.UTF_8), null).andExpect(status().isAccepted());
        settled(id);
        Map<String, Object> decision = Map.of("leaveOutBadRows", false, "duplicates", "SKIP");
        decide(id, decision).andExpect(status().isAccepted());
        decide(id, decision).andExpect(status().isAccepted());
        settled(id);
        decide(id, decision).andExpect(status().isAccepted());
        assertThat(total(worker)).isEqualTo(2);

        UUID again = upload(table, null);
        assertThat(settled(again).at("/counts/duplicate").asInt()).isEqualTo(2);
        decide(again, decision);
        assertThat(settled(again).at("/counts/skipped").asInt()).isEqualTo(2);
        assertThat(total(worker)).isEqualTo(2);
    }

    @Test
    void readsWhatChineseExcelSavesAsCsv() throws Exception {
        byte[] table = (HEADING + "国标店,桂园社区,,小商场（店）,周小满,,86,否,\n").getBytes(Charset.forName("GB18030"));
        UUID id = Ids.next();
        send(worker, id, table, null);
        assertThat(settled(id).at("/counts/good").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhyATableCannotBeReadAtAll() throws Exception {
        UUID lacking = upload("名称,详细地址\n甲,乙\n", guiyuan);
        JsonNode failed = settled(lacking);
        assertThat(failed.required("state").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/failure/type").asString()).isEqualTo("/problems/register/import-columns");
        assertThat(failed.at("/failure/members/columns").asString()).contains("场所类别");

        UUID noise = Ids.next();
        send(worker, noise, new byte[] {'P', 'K', 3, 4, 9, 9}, guiyuan);
        assertThat(settled(noise).at("/failure/type").asString()).isEqualTo("/problems/shared/table-unreadable");
        decide(noise, Map.of("leaveOutBadRows", true, "duplicates", "SKIP")).andExpect(status().isConflict());
    }

    @Test
    void acceptsNoRowsAndNoPeopleFromElsewhere() throws Exception {
        UUID id = upload(HEADING + "甲店,桂园社区,,小商场（店）,周小满,,86,否,\n", null);
        settled(id);
        Caller stranger = people.with("community-worker", neighbour);
        register.see(stranger, "/api/register-imports/{id}", id).andExpect(status().isNotFound());
        register.see(stranger, "/api/register-imports/{id}/bad-rows", id).andExpect(status().isNotFound());
        register.see(stranger, "/api/register-imports/{id}/duplicates", id).andExpect(status().isNotFound());
        register.send(
                        post("/api/register-imports/{id}/application", id),
                        stranger,
                        Map.of("leaveOutBadRows", true, "duplicates", "SKIP"))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/register-imports/{id}", id)).andExpect(status().isUnauthorized());
        Caller grid = people.with("grid-worker", guiyuan);
        send(grid, Ids.next(), HEADING.getBytes(StandardCharsets.UTF_8), null).andExpect(status().isForbidden());
        send(worker, Ids.next(), HEADING.getBytes(StandardCharsets.UTF_8), neighbour)
                .andExpect(status().isForbidden());
        register.send(post("/api/register-imports/{id}/cancellation", id), worker, Map.of())
                .andExpect(jsonPath("$.state").value("CANCELLED"));
        decide(id, Map.of("leaveOutBadRows", true, "duplicates", "SKIP")).andExpect(status().isConflict());
        assertThat(total(worker)).isZero();
    }

    @Test
    void theTemplateIsReadAsATableOfTheType() throws Exception {
        byte[] template = mvc.perform(get("/api/register-types/small-premises/template")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(as(worker)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("名称*");
            assertThat(book.getSheetAt(0).getDataValidations()).hasSizeGreaterThanOrEqualTo(4);
            assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("填表说明");
            var row = book.getSheetAt(0).createRow(2);
            String[] cells = {"模板店", "桂园社区", "", "", "", "", "", "", "", "小餐饮", "", "周小满", "", "66"};
            for (int i = 0; i < cells.length; i++) {
                row.createCell(i).setCellValue(cells[i]);
            }
            int threeInOne = -1;
            for (var cell : book.getSheetAt(0).getRow(0)) {
                if (cell.getStringCellValue().startsWith("“三合一”")) {
                    threeInOne = cell.getColumnIndex();
                }
            }
            row.createCell(threeInOne).setCellValue("否");
            var out = new java.io.ByteArrayOutputStream();
            book.write(out);
            UUID id = Ids.next();
            send(worker, id, out.toByteArray(), null);
            JsonNode checked = settled(id);
            assertThat(checked.at("/counts/good").asInt())
                    .as(checked.toString())
                    .isEqualTo(1);
            assertThat(checked.at("/counts/bad").asInt()).isZero();
        }
    }
}
