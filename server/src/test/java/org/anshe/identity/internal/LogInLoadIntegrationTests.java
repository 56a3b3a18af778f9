package org.anshe.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anshe.audit.AuditTrail;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.People;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Many log in at once, and checking a password takes long. */
@IntegrationTest
class LogInLoadIntegrationTests {

    private static final int PEOPLE = 20;

    @Autowired
    CredentialRepository credentials;

    @Autowired
    SecretBox box;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Autowired
    People people;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    JdbcTemplate sql;

    private UUID person = Ids.next();
    private String login = "";

    @BeforeEach
    void aPersonWithALogin() {
        person = Ids.next();
        login = "q" + person.toString().replace("-", "").substring(12);
        people.register(
                Caller.system("test"),
                List.of(new People.NewPerson(person, "林青", null, null, login, "Quiet-River-58")));
    }

    /** A check that waits until it is let go on, and then finds the password right. */
    private static final class SlowCheck implements PasswordEncoder {

        private final CountDownLatch running = new CountDownLatch(PasswordChecks.AT_ONCE);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            running.countDown();
            try {
                return goOn.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        }
    }

    private LogIn logIn(PasswordEncoder passwords) {
        return new LogIn(credentials, box, new PasswordChecks(passwords), transaction, audit, clock);
    }

    @Test
    @Timeout(60)
    void thoseWhoWaitHoldNeitherTheAccountNorAConnection() throws Exception {
        SlowCheck slow = new SlowCheck();
        LogIn logIn = logIn(slow);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UUID>> waiting = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                waiting.add(pool.submit(() -> logIn.logIn(login, "any", null)));
            }
            try {
                slow.running.await();
                List<Future<Integer>> others = new ArrayList<>();
                for (int i = 0; i < PEOPLE; i++) {
                    others.add(pool.submit(() -> sql.update(
                            "update identity.credential set failed_attempts = 0 where person_id = ?", person)));
                }
                for (Future<Integer> other : others) {
                    assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(1);
                }
            } finally {
                slow.goOn.countDown();
            }
            for (Future<UUID> one : waiting) {
                assertThat(one.get()).isEqualTo(person);
            }
        }
        assertThat(slow.most).hasValue(PasswordChecks.AT_ONCE);
    }

    @Test
    void aPasswordFoundRightOpensNothingWhenTheAccountWasLockedMeanwhile() {
        LogIn logIn = logIn(whileChecking(
                "update identity.credential set locked_until = now() + interval '100 years'" + " where person_id = ?"));

        assertThatThrownBy(() -> logIn.logIn(login, "Quiet-River-58", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(IdentityProblem.LOCKED));
    }

    @Test
    void aPasswordThatWasChangedMeanwhileOpensNothing() {
        LogIn logIn =
                logIn(whileChecking("update identity.credential set password_hash = 'another' where person_id = ?"));

        assertThatThrownBy(() -> logIn.logIn(login, "Quiet-River-58", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(IdentityProblem.BAD_CREDENTIALS));
    }

    private PasswordEncoder whileChecking(String statement) {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence password) {
                return "hash";
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                boolean fits = encoder.matches(password, hash);
                sql.update(statement, person);
                return fits;
            }
        };
    }
}
