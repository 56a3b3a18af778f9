package org.anshe.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param id of this notice, see {@link #idOf}: sending it again tells nobody twice
 * @param kind names the words, for example {@code hazard.assigned}; they stand in {@code data/notices/<module>.json}
 * @param at the moment of what happened
 * @param facts what the words are filled with: texts, numbers, moments
 * @param urgent breaks through quiet hours and digests
 */
public record Notice(
        UUID id,
        String kind,
        Subject subject,
        Instant at,
        Map<String, Object> facts,
        boolean urgent,
        Set<UUID> recipients) {

    /**
     * The record it is about; the reader opens its page. Who may see the receipts is judged by area and unit.
     *
     * @param kind for example {@code hazard}
     */
    public record Subject(
            String kind, UUID id, AreaKey area, @Nullable UUID unitId) {}

    public Notice {
        facts = Map.copyOf(facts);
        recipients = Set.copyOf(recipients);
    }

    public Notice(String kind, Subject subject, Instant at, Map<String, Object> facts, Collection<UUID> recipients) {
        this(idOf(kind, subject.id(), at), kind, subject, at, facts, false, Set.copyOf(recipients));
    }

    public Notice asUrgent() {
        return new Notice(id, kind, subject, at, facts, true, recipients);
    }

    /**
     * The id that this kind of notice about this event always has.
     *
     * @param event what tells the event from others of its kind: the record, and the moment or version
     */
    public static UUID idOf(String kind, Object... event) {
        String name = kind + Arrays.stream(event).map(part -> "|" + part).collect(Collectors.joining());
        return UuidCreator.getNameBasedSha1(name);
    }
}
