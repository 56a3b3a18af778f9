package org.anshe.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AuditChainIntegrationTests {

    private static final Caller WRITER = Caller.system("chain test");

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    private String write() {
        String subject = Ids.next().toString();
        transaction.executeWithoutResult(
                status -> trail.record(WRITER, "chain.test", Subject.of("test", subject), null, Map.of("金额", 12)));
        return subject;
    }

    private void awaitSealed(String subject) {
        await().atMost(Duration.ofSeconds(20)).until(() -> sealed(subject) == 1);
    }

    private long sealed(String subject) {
        Long count = sql.queryForObject(
                "select count(*) from audit.link join audit.entry on entry.id = link.entry_id where subject_id = ?",
                Long.class,
                subject);
        return count == null ? 0 : count;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set actor_name = 'somebody else'",
                "delete from audit.entry",
                "truncate audit.entry cascade",
                "update audit.link set position = position + 1",
                "delete from audit.link",
                "truncate audit.link"
            })
    void theDatabaseRefusesToChangeTheTrail(String attack) {
        awaitSealed(write());

        assertThatThrownBy(() -> sql.execute(attack)).hasMessageContaining("append-only");
    }

    @Test
    void whoeverDisablesTheTriggersIsFoundOut() throws Exception {
        String subject = write();
        awaitSealed(subject);
        assertThat(ChainVerification.of(TestDatabase.dataSource())).isInstanceOf(ChainVerification.Whole.class);

        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            tamper(connection, "alter table audit.entry disable trigger entry_append_only");
            tamper(connection, "update audit.entry set facts = '{\"金额\": 1}' where subject_id = '" + subject + "'");
            try {
                ChainVerification.Result found = ChainVerification.of(TestDatabase.dataSource());

                assertThat(found).isInstanceOfSatisfying(ChainVerification.Broken.class, broken -> {
                    assertThat(broken.entry()).isEqualTo(idOf(subject));
                    assertThat(broken.reason()).contains("changed");
                });
            } finally {
                tamper(
                        connection,
                        "update audit.entry set facts = '{\"金额\": 12}' where subject_id = '" + subject + "'");
                tamper(connection, "alter table audit.entry enable trigger entry_append_only");
            }
        }
        assertThat(ChainVerification.of(TestDatabase.dataSource())).isInstanceOf(ChainVerification.Whole.class);
    }

    /** In a transaction that is rolled back, seen from within it. */
    @Test
    void anEntryCutOutIsMissed() throws Exception {
        String subject = write();
        awaitSealed(subject);
        awaitSealed(write());
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            tamper(connection, "alter table audit.link disable trigger link_append_only");
            tamper(connection, "delete from audit.link where entry_id = " + idOf(subject));

            ChainVerification.Result found = ChainVerification.within(connection);

            assertThat(found)
                    .isInstanceOfSatisfying(
                            ChainVerification.Broken.class,
                            broken -> assertThat(broken.reason()).contains("missing"));
            connection.rollback();
        }
    }

    /** Told by the trail itself: the entry is older by more than an hour than one that was written after it. */
    @ParameterizedTest
    @CsvSource({"3601 seconds, true", "3600 seconds, false"})
    void anEntryLeftOutOfTheChainIsMissedAfterAnHour(String age, boolean missed) throws Exception {
        awaitSealed(write());
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            tamper(connection, insertion("latest_before", "(select max(at) from audit.entry)"));
            tamper(connection, insertion("left_out", "(select max(at) from audit.entry)"));
            tamper(connection, insertion("later", "(select max(at) + interval '" + age + "' from audit.entry)"));

            ChainVerification.Result found = ChainVerification.within(connection);

            if (missed) {
                assertThat(found)
                        .isInstanceOfSatisfying(
                                ChainVerification.Broken.class,
                                broken -> assertThat(broken.reason()).contains("never linked"));
            } else {
                assertThat(found)
                        .isInstanceOfSatisfying(
                                ChainVerification.Whole.class,
                                whole -> assertThat(whole.open()).isGreaterThanOrEqualTo(3));
            }
            connection.rollback();
        }
    }

    private static String insertion(String subject, String at) {
        return "insert into audit.entry (at, actor_name, action, subject_kind, subject_id) values (" + at
                + ", 'x', 'chain.test', 'test', '" + subject + "')";
    }

    /** Rows come in portions only outside autocommit, and one moment of the trail only from one snapshot. */
    @Test
    void theTrailIsReadAsOneStreamFromOneSnapshot() {
        awaitSealed(write());
        List<String> reads = new ArrayList<>();

        ChainVerification.of(new DelegatingDataSource(TestDatabase.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return noting(super.getConnection(), reads);
            }
        });

        assertThat(reads)
                .isNotEmpty()
                .allMatch(
                        ("autocommit false, read-only true, isolation " + Connection.TRANSACTION_REPEATABLE_READ)
                                ::equals);
    }

    private static Connection noting(Connection connection, List<String> reads) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        reads.add("autocommit " + connection.getAutoCommit() + ", read-only " + connection.isReadOnly()
                                + ", isolation " + connection.getTransactionIsolation());
                    }
                    return method.invoke(connection, arguments);
                });
    }

    @Test
    void parallelWritersAreAllLinkedEachOnce() throws Exception {
        int writers = 16;
        int each = 25;
        CountDownLatch start = new CountDownLatch(1);
        List<String> subjects = IntStream.range(0, writers)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = subjects.stream()
                    .<Future<?>>map(subject -> pool.submit(() -> {
                        start.await();
                        for (int i = 0; i < each; i++) {
                            transaction.executeWithoutResult(status ->
                                    trail.record(WRITER, "chain.test", Subject.of("test", subject), null, Map.of()));
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> subjects.stream().allMatch(subject -> sealed(subject) == each));
        assertThat(ChainVerification.of(TestDatabase.dataSource())).isInstanceOf(ChainVerification.Whole.class);
    }

    private long idOf(String subject) {
        Long id = sql.queryForObject("select id from audit.entry where subject_id = ?", Long.class, subject);
        return id == null ? -1 : id;
    }

    private static void tamper(Connection connection, String statement) throws Exception {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
