package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.PolicyRepository;
import org.anshe.hazard.internal.policy.Rung;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.Holders;
import org.anshe.shared.AreaKey;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds recipients of the ladder that nobody can be today: a post or a holder that the area of a policy does not have. */
@Service
public class CheckRecipients {

    private final PolicyRepository policies;
    private final Holders holders;

    CheckRecipients(PolicyRepository policies, Holders holders) {
        this.policies = policies;
        this.holders = holders;
    }

    /** No error of the policy, which may be published first and its posts filled later. */
    @Transactional(readOnly = true)
    public List<FieldError> check(UUID id) {
        ClockPolicy policy = policies.find(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        List<FieldError> nobody = new ArrayList<>();
        List<Rung> ladder = policy.content().ladder();
        for (int i = 0; i < ladder.size(); i++) {
            List<Rung.Recipient> recipients = ladder.get(i).recipients();
            for (int j = 0; j < recipients.size(); j++) {
                if (isNobody(recipients.get(j), policy.area())) {
                    nobody.add(new FieldError("/content/ladder/" + i + "/recipients/" + j, "nobody"));
                }
            }
        }
        return List.copyOf(nobody);
    }

    private boolean isNobody(Rung.Recipient to, @Nullable AreaKey area) {
        String post = to.post();
        AreaHolderRole role = to.holder();
        return switch (to.to()) {
            // Whoever answers, acts or supervises differs from hazard to hazard; so does a post of its unit.
            case RESPONSIBLE, WAITED_FOR, LEVEL_ABOVE -> false;
            case POST -> post != null && !holders.anyOfPost(post, to.level() == null ? null : area);
            case HOLDER -> role != null && !holders.anyOfArea(role, area);
        };
    }
}
