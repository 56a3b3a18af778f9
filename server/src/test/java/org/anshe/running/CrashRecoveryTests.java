package org.anshe.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anshe.shared.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as an office runs it: started as a process of its own, killed without warning, started again. */
class CrashRecoveryTests {

    private static final int BEFORE_THE_BLOW = 25;

    @Test
    void losesNoAcknowledgedWriteWhenKilled(@TempDir Path data) throws Exception {
        List<UUID> acknowledged = new ArrayList<>();
        try (RunningServer server = RunningServer.start(data)) {
            server.setUp("chief", "Quiet-River-58");
            CountDownLatch enough = new CountDownLatch(BEFORE_THE_BLOW);
            Thread blow = Thread.ofPlatform().start(() -> {
                try {
                    enough.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                server.kill();
            });
            while (writeOne(server, acknowledged)) {
                enough.countDown();
            }
            blow.join();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_BLOW);

        try (RunningServer again = RunningServer.start(data)) {
            assertThat(again.setUpToken()).as("nobody else can take over").isEmpty();
            again.logIn("chief", "Quiet-River-58");
            String roles = again.get("/api/roles").body();
            assertThat(acknowledged).allSatisfy(id -> assertThat(roles).contains(id.toString()));
        }
    }

    /** False when the server is gone. */
    private static boolean writeOne(RunningServer server, List<UUID> acknowledged) throws InterruptedException {
        UUID id = Ids.next();
        String body = """
                {"id":"%s","code":"r%s","names":{"zhCN":"角色","zhHant":"角色","en":"Role"},"permissions":[]}""".formatted(id, id.toString().replace("-", "").substring(8));
        try {
            if (server.post("/api/roles", body).statusCode() == 201) {
                acknowledged.add(id);
            }
            return true;
        } catch (java.io.IOException gone) {
            return false;
        }
    }
}
