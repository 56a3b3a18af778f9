package org.anshe.hazard.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anshe.attachment.Attachments;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.SimilarQueries.Candidate;
import org.anshe.hazard.internal.SimilarQueries.Draft;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Earlier hazards that a report may be the same as, shown before it is saved: by the object, the category, the place,
 * the words and the pictures. An open one is perhaps a duplicate, a closed one has perhaps come back.
 */
@Service
public class FindSimilar {

    private static final Duration SPAN = Duration.ofDays(365);
    private static final int SHOWN = 5;
    private static final double ENOUGH = 0.4;
    /** Bits of 64 up to which two pictures show the same, and up to which they are alike. */
    private static final int SAME_PICTURE = 4;

    private static final int ALIKE_PICTURE = 10;
    private static final double ALIKE_TEXT = 0.3;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final SimilarQueries queries;
    private final Attachments attachments;
    private final ReportScope scope;
    private final Clock clock;

    FindSimilar(SimilarQueries queries, Attachments attachments, ReportScope scope, Clock clock) {
        this.queries = queries;
        this.attachments = attachments;
        this.scope = scope;
        this.clock = clock;
    }

    /** What it has in common with the report. */
    public enum Reason {
        OBJECT,
        DOMAIN,
        PLACE,
        TEXT,
        PHOTO
    }

    /**
     * One of them.
     *
     * @param score 0 to 1, most alike first
     * @param closed whether it was settled: then it has come back
     */
    public record Similar(
            UUID id,
            String number,
            String description,
            @Nullable String place,
            HazardStatus state,
            Instant reportedAt,
            @Nullable Instant closedAt,
            boolean closed,
            double score,
            List<Reason> reasons) {}

    /** At most five that are alike enough, among those the caller sees; refused where the caller may not report. */
    @Transactional(readOnly = true)
    public List<Similar> find(
            Caller caller,
            AreaKey area,
            @Nullable String domain,
            @Nullable UUID objectId,
            @Nullable String place,
            String description,
            Collection<UUID> photos) {
        scope.reportingUnit(caller, area);
        Draft draft = new Draft(area, domain, objectId, place, description.strip());
        List<Candidate> candidates = queries.candidates(
                caller.scopeFor(HazardSteps.VIEW), draft, clock.instant().minus(SPAN));
        Map<UUID, Integer> distances = attachments.distances(
                caller, Hazard.KIND, candidates.stream().map(Candidate::id).toList(), photos);
        return candidates.stream()
                .map(one -> similar(one, draft.description(), distances.get(one.id())))
                .filter(one -> one.score() >= ENOUGH)
                .sorted(Comparator.comparingDouble(Similar::score)
                        .reversed()
                        .thenComparing(Similar::reportedAt, Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
    }

    /** Words and pictures speak for themselves; object, category and place only together with something else. */
    static Similar similar(Candidate one, String description, @Nullable Integer distance) {
        List<Reason> reasons = new ArrayList<>();
        double text = Math.max(one.text(), pairs(one.description(), description));
        double score = 0.6 * text;
        if (text >= ALIKE_TEXT) {
            reasons.add(Reason.TEXT);
        }
        if (one.sameObject()) {
            score += 0.3;
            reasons.add(Reason.OBJECT);
        }
        if (one.place() >= ALIKE_TEXT) {
            score += 0.2 * one.place();
            reasons.add(Reason.PLACE);
        }
        if (one.sameDomain()) {
            score += 0.1;
            reasons.add(Reason.DOMAIN);
        }
        if (distance != null && distance <= ALIKE_PICTURE) {
            score += distance <= SAME_PICTURE ? 0.5 : 0.3;
            reasons.add(Reason.PHOTO);
        }
        boolean closed = one.state() == HazardStatus.CLOSED || one.state() == HazardStatus.LOOKED_BACK;
        return new Similar(
                one.id(),
                one.number(),
                one.description(),
                one.placeText(),
                one.state(),
                one.reportedAt(),
                one.closedAt(),
                closed,
                Math.min(1, score),
                List.copyOf(reasons));
    }

    /**
     * The share of pairs of neighbouring characters two texts have in common (Dice). Chinese says in another order what
     * trigrams then do not find.
     */
    static double pairs(String one, String other) {
        Set<String> first = pairsOf(one);
        Set<String> second = pairsOf(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return 2.0 * common / (first.size() + second.size());
    }

    private static Set<String> pairsOf(String text) {
        String plain = NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
