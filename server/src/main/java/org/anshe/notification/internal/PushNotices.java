package org.anshe.notification.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.anshe.identity.LiveSessions;
import org.anshe.notification.internal.OpenStream.Event;
import org.anshe.notification.internal.PushQueries.News;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows new notices on open pages. Every process asks the database twice a second what was written since its last
 * look, for all its open pages in one statement; without an open page it asks nothing. A stream costs no connection.
 */
@Service
public class PushNotices implements SmartLifecycle {

    private static final int MOST_MISSED = 100;
    private static final int MOST_NEWS = 20_000;

    private final PushQueries queries;
    private final LiveSessions sessions;
    private final NoticeWords words;
    private final NotificationSettings settings;

    private final Queue<OpenStream> arrivals = new ConcurrentLinkedQueue<>();
    private final Set<OpenStream> streams = new HashSet<>();
    private @Nullable String snapshot;
    private volatile boolean running;

    PushNotices(PushQueries queries, LiveSessions sessions, NoticeWords words, NotificationSettings settings) {
        this.queries = queries;
        this.sessions = sessions;
        this.words = words;
        this.settings = settings;
    }

    /**
     * A stream for this person: {@code hello} when it has caught up, {@code notice} for each notice, {@code missed}
     * when too much was missed to be told one by one.
     *
     * @param lastSeen id of the last event the browser has had
     */
    public SseEmitter open(UUID person, @Nullable String session, @Nullable String lastSeen, String language) {
        OpenStream stream = new OpenStream(person, session, lastSeen, language);
        arrivals.add(stream);
        return stream.emitter();
    }

    OpenStream add(UUID person, @Nullable String session) {
        OpenStream stream = new OpenStream(person, session, null, "zh-CN");
        arrivals.add(stream);
        return stream;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        if (settings.background()) {
            push();
        }
    }

    /** One look. The order makes it exact: who arrives catches up after the last common look and before the next. */
    synchronized void push() {
        streams.removeIf(OpenStream::isClosed);
        if (arrivals.isEmpty() && streams.isEmpty()) {
            snapshot = null;
            return;
        }
        if (snapshot == null) {
            snapshot = queries.now();
        }
        for (OpenStream arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            catchUp(arrival);
            streams.add(arrival);
        }
        Map<UUID, List<OpenStream>> byPerson = streams.stream().collect(Collectors.groupingBy(OpenStream::person));
        PushQueries.Since since = queries.since(snapshot, byPerson.keySet(), MOST_NEWS);
        if (since.complete()) {
            Map<UUID, List<News>> news = since.news().stream().collect(Collectors.groupingBy(News::person));
            news.forEach((person, all) ->
                    byPerson.getOrDefault(person, List.of()).forEach(stream -> tell(stream, all, since.snapshot())));
        } else {
            streams.forEach(stream -> stream.send("missed", since.snapshot(), Map.of()));
        }
        snapshot = since.snapshot();
    }

    private void catchUp(OpenStream stream) {
        if (stream.lastSeen() == null) {
            String now = queries.now();
            stream.caughtUp(now);
            stream.send("hello", now, Map.of());
            return;
        }
        PushQueries.Since missed = queries.since(stream.lastSeen(), Set.of(stream.person()), MOST_MISSED);
        stream.caughtUp(missed.snapshot());
        if (missed.complete()) {
            missed.news().forEach(news -> tell(stream, news, null));
            stream.send("hello", missed.snapshot(), Map.of());
        } else {
            stream.send("missed", missed.snapshot(), Map.of());
        }
    }

    /** Only the last event of a look moves the position: a break among them repeats some, and loses none. */
    private void tell(OpenStream stream, List<News> all, String reached) {
        List<News> unheard =
                all.stream().filter(news -> !stream.had(news.transaction())).toList();
        for (int i = 0; i < unheard.size(); i++) {
            boolean last = i == unheard.size() - 1;
            tell(stream, unheard.get(i), last ? reached : null);
        }
    }

    private void tell(OpenStream stream, News news, @Nullable String reached) {
        String title = words.text(news.kind(), news.facts(), stream.language()).title();
        stream.send("notice", reached, new Event(news.notice(), news.kind(), title, news.urgent(), news.at()));
    }

    @Scheduled(fixedDelay = 15_000)
    void beat() {
        if (settings.background()) {
            tend();
        }
    }

    /** Ends the streams of sessions that are over, and lets the others be heard. */
    synchronized void tend() {
        Set<String> alive = sessions.alive(ids(streams));
        for (OpenStream stream : streams) {
            String session = stream.session();
            if (session != null && !alive.contains(session)) {
                stream.close();
            } else {
                stream.beat(snapshot);
            }
        }
    }

    private static Set<String> ids(Collection<OpenStream> streams) {
        return streams.stream()
                .map(OpenStream::session)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    synchronized int openStreams() {
        return streams.size();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its requests to end: these never would. */
    @Override
    public synchronized void stop() {
        running = false;
        arrivals.forEach(OpenStream::close);
        streams.forEach(OpenStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
