package org.anshe.register;

import static org.anshe.register.RegisterFixtures.shop;
import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.anshe.register.internal.ExportObjects;
import org.anshe.register.internal.ListQueries.Filter;
import org.anshe.register.internal.ListQueries.Sort;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.table.TableReader;
import org.anshe.shared.table.TableRow;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class RegisterTableIntegrationTests {

    private static final String HEADING = "名称*,所属辖区,详细地址,场所类别*,经营者*,经营者电话,建筑面积（㎡）*,“三合一”场所*,备注\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    ExportObjects export;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    private RegisterFixtures register = new RegisterFixtures(mvc, json);
    private AreaKey street = AreaKey.parse("91");
    private AreaKey guiyuan = street;
    private AreaKey neighbour = street;
    private Caller worker = Caller.system("nobody");

    @BeforeEach
    void aStreetWithTwoCommunities() {
        register = new RegisterFixtures(mvc, json);
        street = areas.street("青石街道");
        guiyuan = areas.community(street, 1, "桂园社区");
        neighbour = areas.community(street, 2, "松涛社区");
        worker = people.with("community-worker", guiyuan);
    }

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

    private void manyShops(int many) throws Exception {
        UUID one = register.created(worker, shop("样本", guiyuan));
        sql.update("""
                insert into register.registered_object (id, type, type_version, name, area_key, address, fields,
                  search_text, registered_at, registered_by, changed_at)
                select gen_random_uuid(), type, type_version, '店' || n, area_key, address, fields, search_text,
                  registered_at, registered_by, changed_at
                from register.registered_object, generate_series(1, ?) n where id = ?
                """, many, one);
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
    void exportsWhatIsOnTheScreenAndNothingElse() throws Exception {
        Map<String, Object> closest = shop("重点店", guiyuan);
        closest.put("supervisionClass", 1);
        register.created(worker, closest);
        register.created(worker, shop("普通店", guiyuan));
        register.created(people.with("community-worker", neighbour), shop("邻居店", neighbour));

        List<TableRow> all = rows(file(worker, "/api/register-objects/export?type=small-premises"));
        assertThat(all).extracting(row -> row.get("名称")).containsExactlyInAnyOrder("重点店", "普通店");
        List<TableRow> one = rows(file(worker, "/api/register-objects/export?type=small-premises&class=1"));
        assertThat(one).hasSize(1);
        TableRow row = one.getFirst();
        assertThat(row.get("所属辖区")).isEqualTo("青石街道 / 桂园社区");
        assertThat(row.get("场所类别")).isEqualTo("小商场（店）");
        assertThat(row.get("“三合一”场所")).isEqualTo("否");
        assertThat(row.get("经营者")).isEqualTo("周**");
        assertThat(row.get("经营者电话")).isEqualTo("139****5678");
        assertThat(row.get("联系电话")).isEqualTo("138****1234");

        Caller grid = people.with("grid-worker", guiyuan);
        mvc.perform(get("/api/register-objects/export?type=small-premises").with(as(grid)))
                .andExpect(status().isForbidden());
    }

    /** The trail has the export before the first byte goes out, and every page of the list follows. */
    @Test
    void exportsALongListWithoutHoldingATransactionOpen() throws Exception {
        manyShops(1_001);
        List<Boolean> open = new ArrayList<>();
        List<Integer> recorded = new ArrayList<>();
        var out = new java.io.ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                open.add(TransactionSynchronizationManager.isActualTransactionActive());
                recorded.add(sql.queryForObject(
                        "select count(*) from audit.entry where action = 'register.export' and actor_id = ?",
                        Integer.class,
                        worker.person()));
                super.write(bytes, offset, length);
            }
        };

        export.export(
                worker.with("register.export"),
                new Filter("small-premises", List.of(), List.of(), null, null, false),
                Sort.NAME,
                Locale.SIMPLIFIED_CHINESE,
                out);

        assertThat(open).isNotEmpty().containsOnly(false);
        assertThat(recorded).containsOnly(1);
        assertThat(rows(out.toByteArray()))
                .hasSize(1_002)
                .extracting(row -> row.get("名称"))
                .doesNotHaveDuplicates();
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

    private UUID upload(String table, @Nullable AreaKey area) throws Exception {
        UUID id = Ids.next();
        send(worker, id, table.getBytes(StandardCharsets.UTF_8), area).andExpect(status().isAccepted());
        return id;
    }

    private ResultActions send(Caller caller, UUID id, byte[] table, @Nullable AreaKey area) throws Exception {
        var request = multipart("/api/register-imports")
                .file(new MockMultipartFile("file", "台账.csv", "text/csv", table))
                .param("id", id.toString())
                .param("type", "small-premises");
        if (area != null) {
            request.param("area", area.toString());
        }
        return mvc.perform(request.with(as(caller)));
    }

    private ResultActions decide(UUID id, Map<String, ?> decision) throws Exception {
        return register.send(post("/api/register-imports/{id}/application", id), worker, decision);
    }

    /** The import once its running step has ended. */
    private JsonNode settled(UUID id) throws Exception {
        for (int i = 0; i < 6_000; i++) {
            JsonNode table = json.readTree(register.see(worker, "/api/register-imports/{id}", id)
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            if (!table.required("state").asString().endsWith("ING")) {
                return table;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("The import does not end");
    }

    private int total(Caller caller) throws Exception {
        return json.readTree(register.see(caller, "/api/register-objects?type=small-premises")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .required("total")
                .asInt();
    }

    private byte[] file(Caller caller, String path) throws Exception {
        return mvc.perform(get(path).locale(Locale.SIMPLIFIED_CHINESE).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static List<TableRow> rows(byte[] workbook) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(new ByteArrayInputStream(workbook))) {
            reader.iterator().forEachRemaining(rows::add);
        }
        return rows;
    }
}
