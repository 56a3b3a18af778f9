package org.anshe.paper.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.PaperState;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records who signed, or would not, in a place of a draft. The signature belongs to the named, not to the caller. */
@Service
public class SignPaper {

    static final String PERMISSION = "paper.sign";

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final Clock clock;

    SignPaper(PaperSteps steps, PaperRepository papers, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * A signature that was given.
     *
     * @param id made by the client, so that sending again changes nothing
     * @param witness for a refusal
     * @param image PNG, for one that was drawn
     */
    public record Given(
            UUID id,
            String place,
            String name,
            Signature.Way way,
            @Nullable String witness,
            byte @Nullable [] image) {}

    @Transactional
    public void sign(Caller caller, UUID id, int version, Given given) {
        List<Signature> signatures = new ArrayList<>(papers.signatures(id));
        if (signatures.stream().anyMatch(signature -> signature.id().equals(given.id()))) {
            steps.seen(caller, id);
            return;
        }
        Paper paper = steps.begin(caller, id, version, PERMISSION).in(PaperState.DRAFT, PaperState.SIGNED);
        PaperKind kind = steps.kind(paper);
        PaperKind.Place place = kind.place(given.place())
                .orElseThrow(() -> new ProblemException(PaperProblem.UNKNOWN_PLACE, "place", given.place()));
        Signature signature = signature(caller, place, given);
        papers.sign(id, signature);
        signatures.add(signature);
        papers.rewrite(paper, paper.content(), PaperSteps.state(kind, signatures, paper.stamped()), paper.stamped());
        steps.record(
                caller,
                paper,
                PERMISSION,
                Map.of(
                        "place",
                        place.code(),
                        "name",
                        signature.name(),
                        "way",
                        given.way().name()));
    }

    private Signature signature(Caller caller, PaperKind.Place place, Given given) {
        if (given.way() == Signature.Way.REFUSED && !place.mayRefuse()) {
            throw new ProblemException(PaperProblem.NO_REFUSAL_HERE, "place", place.code());
        }
        boolean drawn = given.way() == Signature.Way.DRAWN;
        boolean witnessed = given.witness() != null && !given.witness().isBlank();
        if (given.way() == Signature.Way.REFUSED && !witnessed) {
            throw new ProblemException(PaperProblem.WITNESS_NEEDED);
        }
        return new Signature(
                given.id(),
                place.code(),
                given.name().strip(),
                given.way(),
                given.way() == Signature.Way.REFUSED && given.witness() != null
                        ? given.witness().strip()
                        : null,
                drawn ? SmallPicture.signature(given.image()) : null,
                clock.instant(),
                caller.name());
    }
}
