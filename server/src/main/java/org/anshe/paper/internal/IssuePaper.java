package org.anshe.paper.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.paper.internal.PaperRepository.Format;
import org.anshe.paper.internal.sheet.PdfSheet;
import org.anshe.paper.internal.sheet.Sheet;
import org.anshe.paper.internal.sheet.WordSheet;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues a paper: it gets its number, its two files and their hashes, and is frozen. All or nothing: whatever fails
 * gives the number back.
 */
@Service
public class IssuePaper {

    static final String PERMISSION = "paper.issue";
    private static final int TOKEN_BYTES = 18;

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final OrganRepository organs;
    private final ContentHash hash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssuePaper(PaperSteps steps, PaperRepository papers, OrganRepository organs, ContentHash hash, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.organs = organs;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * The number as printed.
     *
     * @param base where this server is reached, for the QR code: {@code https://anshe.example.org}
     */
    @Transactional
    public String issue(Caller caller, UUID id, int version, String base) {
        Paper draft = steps.begin(caller, id, version, PERMISSION).in(PaperState.DRAFT, PaperState.SIGNED);
        PaperKind kind = steps.kind(draft);
        List<Signature> signatures = papers.signatures(id);
        requireWhole(kind, draft, signatures);
        Instant now = clock.instant();
        LocalDate today = ComposePaper.day(now);
        // The head of the paper is that of the day it is issued, should the organ have been renamed meanwhile.
        Paper paper = withOrgan(draft, steps.organ(draft).issuer());
        int number = organs.nextNumber(paper.organ().unitId(), paper.kind(), today.getYear());
        String printed = PaperNumbers.printed(kind, paper.organ().abbreviation(), today.getYear(), number);
        String token = token();
        String sha256 = hash.of(paper, printed, today, signatures);
        Sheet sheet = new ComposePaper(paper, kind, signatures, stamp(paper))
                .issued(printed, today, base + "/verify/" + token);
        byte[] pdf = PdfSheet.write(sheet, now);
        byte[] word = WordSheet.write(sheet);
        papers.issue(paper, new Paper.Issued(today.getYear(), number, token, today, sha256, now, caller.name()));
        papers.keep(id, Format.PDF, pdf, Sha256.hex(pdf));
        papers.keep(id, Format.WORD, word, Sha256.hex(word));
        steps.record(
                caller,
                paper,
                PERMISSION,
                Map.of("number", printed, "pdf", Sha256.hex(pdf), "word", Sha256.hex(word), "content", sha256));
        return printed;
    }

    private byte @Nullable [] stamp(Paper paper) {
        if (!paper.stamped()) {
            return null;
        }
        return organs.stamp(paper.organ().unitId())
                .orElseThrow(() -> new ProblemException(
                        PaperProblem.NO_STAMP, "organ", paper.organ().name()));
    }

    private static void requireWhole(PaperKind kind, Paper paper, List<Signature> signatures) {
        List<String> missing = kind.fields().stream()
                .filter(PaperKind.Field::required)
                .filter(field -> !paper.content().values().containsKey(field.name()))
                .map(field -> field.label().simplified())
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(PaperProblem.INCOMPLETE, "missing", String.join("、", missing));
        }
        List<String> unsigned = PaperSteps.unsigned(kind, signatures).stream()
                .map(place -> place.label().simplified())
                .toList();
        if (!unsigned.isEmpty()) {
            throw new ProblemException(PaperProblem.NOT_SIGNED, "missing", String.join("、", unsigned));
        }
    }

    private static Paper withOrgan(Paper paper, Paper.Issuer organ) {
        return new Paper(
                paper.id(),
                paper.kind(),
                paper.kindVersion(),
                paper.state(),
                paper.version(),
                Objects.requireNonNull(organ),
                paper.subject(),
                paper.content(),
                paper.stamped(),
                paper.created(),
                null,
                null,
                null);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
