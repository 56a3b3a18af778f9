package org.anshe.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * Starts the server from a thread that lives as long as this process. The parent-death signal of Linux is bound to the
 * starting thread, not to the process: from a pool thread that ends, the server would be stopped under our feet.
 */
final class PostgresProcess {

    private PostgresProcess() {}

    static Process launch(List<String> command, Path log) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(() -> {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                started.complete(process);
                new CountDownLatch(1).await();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        keeper.start();
        try {
            return started.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting PostgreSQL", e);
        } catch (ExecutionException e) {
            throw new IOException("Cannot start PostgreSQL", e.getCause());
        }
    }
}
