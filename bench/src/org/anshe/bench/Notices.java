package org.anshe.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long after a step the open page of whom it concerns showed the notice: from the step's own moment on. */
final class Notices implements AutoCloseable {

    private static final String SHOWN = "shown";
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");

    private final Timings times = new Timings(List.of(SHOWN));
    private final List<Stream<String>> pages = new ArrayList<>();
    private final Instant from = Instant.now();

    /** Opens a page for each of these people. */
    static Notices watch(List<Person> people) throws IOException, InterruptedException {
        Notices notices = new Notices();
        for (Person person : people) {
            Stream<String> page = person.stream("/api/notifications/stream");
            notices.pages.add(page);
            Thread.ofVirtual().start(() -> notices.read(page));
        }
        return notices;
    }

    private void read(Stream<String> page) {
        try {
            page.forEach(this::read);
        } catch (RuntimeException closed) {
            // The stream ends when nobody listens any more.
        }
    }

    private void read(String line) {
        Matcher said = AT.matcher(line);
        if (said.find()) {
            Instant at = Instant.parse(said.group(1));
            if (!at.isBefore(from)) {
                times.add(SHOWN, Duration.between(at, Instant.now()).toNanos());
            }
        }
    }

    Object summary() {
        return ((Map<?, ?>) times.summary()).get(SHOWN);
    }

    @Override
    public void close() {
        pages.forEach(Stream::close);
    }
}
