package org.anshe.register;

import static org.anshe.register.RegisterFixtures.shop;
import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anshe.register.internal.ExportObjects;
import org.anshe.register.internal.ListQueries.Filter;
import org.anshe.register.internal.ListQueries.Sort;
import org.anshe.shared.Caller;
import org.anshe.shared.table.TableRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RegisterExportIntegrationTests extends RegisterTableTest {

    @Autowired
    ExportObjects export;

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
}
