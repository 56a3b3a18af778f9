package org.anshe.register;

import static org.anshe.register.RegisterFixtures.shop;
import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.table.TableReader;
import org.anshe.shared.table.TableRow;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Sends tables to a register and reads those it gives back. */
abstract class RegisterTableTest extends RegisterTest {

    static final String HEADING = "名称*,所属辖区,详细地址,场所类别*,经营者*,经营者电话,建筑面积（㎡）*,“三合一”场所*,备注\n";

    void manyShops(int many) throws Exception {
        UUID one = register.created(worker, shop("样本", guiyuan));
        sql.update("""
                insert into register.registered_object (id, type, type_version, name, area_key, address, fields,
                  search_text, registered_at, registered_by, changed_at)
                select gen_random_uuid(), type, type_version, '店' || n, area_key, address, fields, search_text,
                  registered_at, registered_by, changed_at
                from register.registered_object, generate_series(1, ?) n where id = ?
                """, many, one);
    }

    UUID upload(String table, @Nullable AreaKey area) throws Exception {
        UUID id = Ids.next();
        send(worker, id, table.getBytes(StandardCharsets.UTF_8), area).andExpect(status().isAccepted());
        return id;
    }

    ResultActions send(Caller caller, UUID id, byte[] table, @Nullable AreaKey area) throws Exception {
        var request = multipart("/api/register-imports")
                .file(new MockMultipartFile("file", "台账.csv", "text/csv", table))
                .param("id", id.toString())
                .param("type", "small-premises");
        if (area != null) {
            request.param("area", area.toString());
        }
        return mvc.perform(request.with(as(caller)));
    }

    ResultActions decide(UUID id, Map<String, ?> decision) throws Exception {
        return register.send(post("/api/register-imports/{id}/application", id), worker, decision);
    }

    /** The import once its running step has ended. */
    JsonNode settled(UUID id) throws Exception {
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

    int total(Caller caller) throws Exception {
        return json.readTree(register.see(caller, "/api/register-objects?type=small-premises")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .required("total")
                .asInt();
    }

    byte[] file(Caller caller, String path) throws Exception {
        return mvc.perform(get(path).locale(Locale.SIMPLIFIED_CHINESE).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    static List<TableRow> rows(byte[] workbook) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(new ByteArrayInputStream(workbook))) {
            reader.iterator().forEachRemaining(rows::add);
        }
        return rows;
    }
}
