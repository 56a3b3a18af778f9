package org.anshe.paper.internal;

import java.time.LocalDate;
import java.util.Objects;
import org.anshe.paper.PaperState;
import org.anshe.paper.internal.PaperRepository.Format;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells anybody who holds the code of a paper whether it is genuine. Says nothing about any person. */
@Service
public class VerifyPaper {

    private final PaperRepository papers;
    private final PaperKinds kinds;
    private final PaperNumbers numbers;
    private final ContentHash hash;

    VerifyPaper(PaperRepository papers, PaperKinds kinds, PaperNumbers numbers, ContentHash hash) {
        this.papers = papers;
        this.kinds = kinds;
        this.numbers = numbers;
        this.hash = hash;
    }

    /** What can be said of a paper. */
    public enum Verdict {
        GENUINE,
        /** Issued once, and no longer counts. */
        VOID,
        /** What is kept here is not what was issued: row and hash do not agree. */
        ALTERED
    }

    /**
     * The answer.
     *
     * @param pdfSha256 to compare a file with, null when the kept one no longer has its hash
     */
    public record Verification(
            Verdict verdict,
            LocalText kind,
            String number,
            String organ,
            LocalDate issuedOn,
            @Nullable String pdfSha256,
            @Nullable String wordSha256) {}

    @Transactional(readOnly = true)
    public Verification verify(String token) {
        Paper paper = papers.findByToken(token).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        Paper.Issued issued = Objects.requireNonNull(paper.issued());
        String number = Objects.requireNonNull(numbers.printed(paper));
        String pdf = papers.intactSha256(paper.id(), Format.PDF).orElse(null);
        String word = papers.intactSha256(paper.id(), Format.WORD).orElse(null);
        boolean intact = pdf != null
                && word != null
                && hash.of(paper, number, issued.on(), papers.signatures(paper.id()))
                        .equals(issued.contentSha256());
        Verdict verdict = !intact ? Verdict.ALTERED : paper.state() == PaperState.VOID ? Verdict.VOID : Verdict.GENUINE;
        return new Verification(
                verdict,
                kinds.get(paper.kind(), paper.kindVersion()).name(),
                number,
                paper.organ().name(),
                issued.on(),
                pdf,
                word);
    }
}
