package org.anshe.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anshe.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an import of the whole list takes away for its time comes back as it was. */
@IntegrationTest
class AreaImportRepositoryIntegrationTests {

    private static final String GUARDS = """
            select indexdef from pg_indexes where schemaname = 'territory' and tablename = 'area'
            union all
            select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
            where conrelid = 'territory.area'::regclass order by 1""";

    @Autowired
    AreaImportRepository imports;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void indexesAndTheCheckOfTheAreaAboveComeBack() {
        List<@Nullable String> before = sql.queryForList(GUARDS, String.class);

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            List<String> away = imports.lighten();
            assertThat(sql.queryForList(GUARDS, String.class)).hasSize(before.size() - 3);
            imports.bringBack(away);
        });

        assertThat(sql.queryForList(GUARDS, String.class)).isEqualTo(before);
    }

    @Test
    void nothingIsTakenAwayWhereAreasAreInUse() {
        List<@Nullable String> before = sql.queryForList(GUARDS, String.class);

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            sql.update("""
                    insert into territory.area (key, name, created_at)
                    select key, 'A' || key, now()
                    from (select 9000000000000000000 + city * 10 ^ 15 + district * 10 ^ 13 as key
                          from generate_series(0, 99) city, generate_series(0, 99) district
                          where city > 0 or district = 0
                          union all
                          select 9001010000000000000 + street * 10 ^ 10 from generate_series(1, 999) street) areas""");

            assertThat(imports.lighten()).isEmpty();
            assertThat(sql.queryForList(GUARDS, String.class)).isEqualTo(before);
            transaction.setRollbackOnly();
        });
    }
}
