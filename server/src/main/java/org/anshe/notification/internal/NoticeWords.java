package org.anshe.notification.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of notices, from {@code data/notices/<module>.json}, and of the messages around them. */
@Component
public class NoticeWords {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FALLBACK = "zh-CN";

    /**
     * A kind of notice; every text by language.
     *
     * @param page of the console where the subject {id} is seen
     * @param name in lists of kinds
     * @param facts every placeholder the texts may hold
     * @param inside those of the facts that somebody typed: they never leave the building in an e-mail or a message, and
     *     a sender leaves them out for readers who may not see the record
     */
    public record Kind(
            String page,
            Map<String, String> name,
            Set<String> facts,
            @Nullable Set<String> inside,
            Map<String, String> title,
            Map<String, String> body) {

        public Set<String> hidden() {
            return inside == null ? Set.of() : inside;
        }
    }

    /** What the reader sees. */
    public record Text(String title, String body) {}

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Map<String, Map<String, String>> frames;

    NoticeWords(JsonMapper json) {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            for (Resource file : files.getResources("classpath*:data/notices/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    kinds.putAll(json.readValue(in, new TypeReference<Map<String, Kind>>() {}));
                }
            }
            try (InputStream in =
                    files.getResource("classpath:data/notice-frames.json").getInputStream()) {
                frames = json.readValue(in, new TypeReference<Map<String, Map<String, String>>>() {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, Kind> kinds() {
        return Map.copyOf(kinds);
    }

    boolean isKnown(String kind) {
        return kinds.containsKey(kind);
    }

    /** Fails for a kind without words, and for facts that leave a placeholder open: both are mistakes of the sender. */
    void check(String kind, Set<String> facts) {
        Kind known = kinds.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("No words for notices of kind " + kind);
        }
        Set<String> missing = new TreeSet<>(known.facts());
        missing.removeAll(facts);
        missing.removeAll(known.hidden());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("A notice of kind " + kind + " lacks " + missing);
        }
    }

    /** The texts of a stored notice; a kind that was withdrawn meanwhile shows its name. */
    Text text(String kind, Map<String, Object> facts, String language) {
        return text(kind, facts, language, true);
    }

    /** The same as it leaves the building: without what somebody typed. */
    Text outside(String kind, Map<String, Object> facts, String language) {
        return text(kind, facts, language, false);
    }

    private Text text(String kind, Map<String, Object> facts, String language, boolean whole) {
        Kind known = kinds.get(kind);
        if (known == null) {
            return new Text(kind, "");
        }
        Map<String, Object> shown = new HashMap<>(facts);
        for (String fact : known.hidden()) {
            if (!whole || !facts.containsKey(fact)) {
                shown.put(fact, frame("inside", Map.of(), language));
            }
        }
        return new Text(fill(in(known.title(), language), shown), fill(in(known.body(), language), shown));
    }

    public String name(String kind, String language) {
        Kind known = kinds.get(kind);
        return known == null ? kind : in(known.name(), language);
    }

    /** Address of the page the notice leads to. */
    @Nullable String page(String kind, UUID subject, Map<String, Object> facts) {
        Kind known = kinds.get(kind);
        return known == null ? null : fill(known.page().replace("{id}", subject.toString()), facts);
    }

    /** One of the texts around notices, for example the subject of a digest. */
    String frame(String name, Map<String, Object> facts, String language) {
        return fill(in(frames.getOrDefault(name, Map.of()), language), facts);
    }

    private static String in(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, texts.getOrDefault(FALLBACK, ""));
    }

    static String fill(String text, Map<String, Object> facts) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> quoted(match, facts));
    }

    private static String quoted(MatchResult match, Map<String, Object> facts) {
        Object value = facts.get(match.group(1));
        String text = value == null ? "" : value.toString();
        String shown =
                MOMENT.matcher(text).matches() ? TIME.format(Instant.parse(text).atZone(OfficeTime.ZONE)) : text;
        return java.util.regex.Matcher.quoteReplacement(shown);
    }
}
