package org.anshe.register;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.anshe.register.internal.ExportObjects;
import org.anshe.register.internal.ImportRepository;
import org.anshe.register.internal.ListQueries;
import org.anshe.register.internal.RunImport;
import org.anshe.register.internal.TableImport;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.table.TableWriter.Column;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures import and export of 100,000 rows × 33 columns; not part of the test run. Figures and how to repeat them:
 * docs/performance/register.md.
 */
@IntegrationTest
class ImportSpeedMeasurement {

    private static final int ROWS = Integer.getInteger("anshe.rows", 100_000);
    private static final int FIELDS = 24;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    RunImport runImport;

    @Autowired
    ImportRepository imports;

    @Autowired
    ExportObjects exportObjects;

    @Autowired
    ListQueries lists;

    @Test
    void measure() throws Exception {
        AreaKey street = areas.street("测速街道");
        for (int i = 1; i <= 20; i++) {
            areas.community(street, i, "测速社区" + i);
        }
        Caller manager = people.with("district-office", street);
        Caller importer = manager.with("register.import");
        new RegisterFixtures(mvc, json)
                .send(post("/api/register-types"), people.everywhere("system-administrator"), type());
        Path file = Files.createTempFile("anshe-speed", ".xlsx");
        write(file);
        System.out.printf(
                "file: %,d bytes, heap limit %,d MiB%n",
                Files.size(file), Runtime.getRuntime().maxMemory() >> 20);
        for (int round = 1; round <= 2; round++) {
            UUID id = Ids.next();
            long begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                runImport.begin(importer, id, "speed", null, "speed.xlsx", in);
            }
            TableImport checked = settled(importer, id);
            double check = seconds(begun);
            begun = System.nanoTime();
            runImport.apply(
                    importer, id, false, round == 1 ? TableImport.Choice.SKIP : TableImport.Choice.CREATE, Map.of());
            TableImport applied = settled(importer, id);
            System.out.printf(
                    "round %d: check %.1f s, apply %.1f s, together %.1f s; %s %s%n",
                    round, check, seconds(begun), check + seconds(begun), checked.state(), applied.counts());
        }
        Caller viewer = manager.with("register.export");
        for (int round = 1; round <= 2; round++) {
            long begun = System.nanoTime();
            exportObjects.export(
                    viewer,
                    new ListQueries.Filter("speed", List.of(), List.of(street.range()), null, "店", false),
                    ListQueries.Sort.NAME,
                    java.util.Locale.SIMPLIFIED_CHINESE,
                    OutputStream.nullOutputStream());
            System.out.printf("export %d (2 × rows): %.1f s%n", round, seconds(begun));
        }
        for (String query : List.of("", "&q=店 99", "&sort=NEWEST", "&q=青石路 777 号")) {
            long begun = System.nanoTime();
            mvc.perform(get("/api/register-objects?type=speed" + query).with(as(manager)));
            System.out.printf("list %-20s %.0f ms%n", query, seconds(begun) * 1000);
        }
        Files.delete(file);
    }

    private TableImport settled(Caller caller, UUID id) {
        while (true) {
            TableImport table = imports.find(caller, id).orElseThrow();
            if (!table.state().name().endsWith("ING")) {
                return table;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Map<String, Object> type() {
        List<Map<String, Object>> fields = new ArrayList<>();
        String[] kinds = {"text", "number", "integer", "date", "boolean", "choice"};
        for (int i = 0; i < FIELDS; i++) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("code", "field" + i);
            field.put("names", Map.of("zh-CN", "字段" + i));
            field.put("kind", kinds[i % kinds.length]);
            field.put("required", i < 6);
            field.put("listed", i < 4);
            field.put("searched", i == 0);
            field.put("personal", i == 6);
            field.put("withdrawn", false);
            field.put(
                    "choices",
                    i % kinds.length == 5
                            ? List.of(
                                    Map.of("code", "a", "names", Map.of("zh-CN", "甲类")),
                                    Map.of("code", "b", "names", Map.of("zh-CN", "乙类")))
                            : List.of());
            fields.add(field);
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("names", Map.of("zh-CN", "测速"));
        definition.put("icon", "Files");
        definition.put("fields", fields);
        definition.put("hints", List.of());
        definition.put("classRules", List.of());
        return Map.of("code", "speed", "definition", definition);
    }

    private static void write(Path file) throws IOException {
        List<Column> columns = new ArrayList<>();
        for (String common : List.of("名称", "所属辖区", "详细地址", "经度", "纬度", "监管等级", "责任单位", "联系人", "联系电话")) {
            columns.add(new Column(common, 12));
        }
        for (int i = 0; i < FIELDS; i++) {
            columns.add(new Column("字段" + i, 12));
        }
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter table = new TableWriter(out, "测速", columns)) {
            for (int row = 0; row < ROWS; row++) {
                List<Object> cells = new ArrayList<>(List.of(
                        "青枫便民店 " + row,
                        "测速社区" + (row % 20 + 1),
                        "青石路 " + row + " 号",
                        118.0 + row / 1e6,
                        32.0 + row / 1e6,
                        row % 3 + 1,
                        "",
                        "陈一禾",
                        "13900000000"));
                for (int i = 0; i < FIELDS; i++) {
                    cells.add(
                            switch (i % 6) {
                                case 0 -> "第 " + row + " 行文字";
                                case 1 -> row / 8.0;
                                case 2 -> row;
                                case 3 -> "2026-05-" + (10 + row % 20);
                                case 4 -> row % 2 == 0 ? "是" : "否";
                                default -> row % 2 == 0 ? "甲类" : "乙类";
                            });
                }
                table.row(cells);
            }
        }
    }
}
