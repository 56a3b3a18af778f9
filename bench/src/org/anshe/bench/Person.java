package org.anshe.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Somebody at a browser: a session of their own, and the token that goes with each change. */
final class Person {

    private final HttpClient http;
    private final String address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Person(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    Person logIn(String login, String password) throws IOException, InterruptedException {
        get("/api/setup");
        post("/api/session", "{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}");
        return this;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    String post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** The lines of an answer that does not end; closing it ends it. */
    Stream<String> stream(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    /** Uploads a small picture and returns its id. */
    UUID upload() throws IOException, InterruptedException {
        UUID id = UUID.randomUUID();
        var picture = new java.awt.image.BufferedImage(64, 48, java.awt.image.BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, id.hashCode());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "--part\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n" + id
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"after.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        bytes.write(head.getBytes(StandardCharsets.UTF_8));
        ImageIO.write(picture, "png", bytes);
        bytes.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        send(request("/api/attachments")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build());
        return id;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        return token == null ? request : request.header("X-XSRF-TOKEN", token);
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        for (String set : response.headers().allValues("Set-Cookie")) {
            String pair = set.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.method() + " " + request.uri() + " → " + response.statusCode() + " "
                    + response.body());
        }
        return response.body();
    }
}
