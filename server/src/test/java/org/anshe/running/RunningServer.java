package org.anshe.running;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anshe.Anshe;

/** The server in a process of its own, over a data directory, and a client that is logged in to it. */
final class RunningServer implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("setup\\?token=([0-9a-f]+)");

    private final Process process;
    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final StringBuffer output = new StringBuffer();

    private RunningServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningServer start(Path data) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        // Without the test classes: their beans do not belong to the product.
        String classpath = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classpath,
                        Anshe.class.getName(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .start();
        RunningServer server = new RunningServer(process, port);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> server.listen(ready));
        ready.get(180, TimeUnit.SECONDS);
        return server;
    }

    private void listen(CompletableFuture<Void> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.contains("is ready at")) {
                    // The set-up link, where there is one, follows at once.
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                            .execute(() -> ready.complete(null));
                }
            }
            ready.completeExceptionally(new IllegalStateException("The server did not start:\n" + output));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    Optional<String> setUpToken() {
        Matcher matcher = TOKEN.matcher(output);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    void setUp(String login, String password) throws Exception {
        String token = setUpToken().orElseThrow();
        expect(201, post("/api/setup", """
                {"token":"%s","login":"%s","name":"陆远","password":"%s"}""".formatted(token, login, password)));
    }

    void logIn(String login, String password) throws Exception {
        expect(200, post("/api/session", """
                {"login":"%s","password":"%s"}""".formatted(login, password)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token())
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        Optional<String> known = cookie();
        if (known.isEmpty()) {
            get("/api/setup");
            known = cookie();
        }
        return known.orElseThrow();
    }

    private Optional<String> cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The way a power cut ends it: no handler runs. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.statusCode() + " " + response.body() + "\n" + output);
        }
    }
}
