package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.hazard.internal.NoticeQueries.Spoken;
import org.anshe.identity.Recipients;
import org.anshe.identity.Recipients.Ask;
import org.anshe.notification.Notice;
import org.anshe.notification.Notice.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Component;

/**
 * Makes notices about hazards: finds their readers and says where and what. However many notices there are, people and
 * places are looked up by one statement each.
 */
@Component
class HazardTelling {

    /** As much of a report as tells which one it is. */
    private static final int FIRST_WORDS = 36;

    private final Recipients recipients;
    private final Areas areas;

    HazardTelling(Recipients recipients, Areas areas) {
        this.recipients = recipients;
        this.areas = areas;
    }

    /**
     * Something to be told.
     *
     * @param event what tells it from others of its kind about this hazard: mostly the moment
     */
    record Telling(
            String kind,
            Spoken about,
            Object event,
            Instant at,
            Map<String, Object> facts,
            boolean urgent,
            Audience audience) {

        Telling(String kind, Spoken about, Instant at, Map<String, Object> facts, Audience audience) {
            this(kind, about, at, at, facts, false, audience);
        }

        Telling asUrgent() {
            return new Telling(kind, about, event, at, facts, true, audience);
        }
    }

    List<Notice> notices(Telling telling) {
        return notices(List.of(telling));
    }

    List<Notice> notices(Collection<Telling> tellings) {
        Set<Ask> asks = new HashSet<>();
        for (Telling telling : tellings) {
            asks.addAll(telling.audience().asks());
            asks.add(telling.audience().readers());
        }
        Map<Ask, Set<UUID>> found = recipients.find(asks);
        Map<AreaKey, String> places = areas.paths(tellings.stream()
                .map(telling -> telling.about().hazard().area())
                .distinct()
                .toList());
        List<Notice> notices = new ArrayList<>();
        for (Telling telling : tellings) {
            add(telling, found, places, notices);
        }
        return notices;
    }

    private static void add(
            Telling telling, Map<Ask, Set<UUID>> found, Map<AreaKey, String> places, List<Notice> notices) {
        Audience audience = telling.audience();
        Set<UUID> people = new HashSet<>(found.getOrDefault(audience.readers(), Set.of()));
        audience.asks().stream()
                .flatMap(ask -> found.getOrDefault(ask, Set.of()).stream())
                .filter(audience::isTold)
                .forEach(people::add);
        Set<UUID> strangers = new HashSet<>(audience.named());
        strangers.removeAll(people);

        Hazard hazard = telling.about().hazard();
        Map<String, Object> facts = new HashMap<>(telling.facts());
        facts.put("number", hazard.identity().number());
        facts.put("place", places.getOrDefault(hazard.area(), "").replace(" / ", " "));
        if (!strangers.isEmpty()) {
            Map<String, Object> fewer = new HashMap<>(facts);
            fewer.remove("reason");
            notices.add(notice(telling, "stranger", fewer, strangers));
        }
        if (!people.isEmpty()) {
            facts.put("what", what(telling.about()));
            notices.add(notice(telling, "", facts, people));
        }
    }

    private static Notice notice(Telling telling, String reader, Map<String, Object> facts, Set<UUID> people) {
        Hazard hazard = telling.about().hazard();
        return new Notice(
                Notice.idOf(telling.kind() + reader, hazard.id(), telling.event()),
                telling.kind(),
                new Subject(Hazard.KIND, hazard.id(), hazard.area(), hazard.unitId()),
                telling.at(),
                facts,
                telling.urgent(),
                people);
    }

    /** Where exactly, and the first words of the report. */
    static String what(Spoken about) {
        String text = Stream.of(about.place() == null ? "" : about.place(), about.description())
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty())
                .reduce((place, words) -> place + "，" + words)
                .orElse("");
        int end = text.codePointCount(0, text.length()) <= FIRST_WORDS
                ? text.length()
                : text.offsetByCodePoints(0, FIRST_WORDS);
        String shown = text.substring(0, end).replaceAll("[。．.！!；;，,、]+$", "");
        return end < text.length() ? shown + "…" : shown;
    }
}
