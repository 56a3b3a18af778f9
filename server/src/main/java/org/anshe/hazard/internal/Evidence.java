package org.anshe.hazard.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Component;

/** Photos of a hazard: before, after, and whatever else proves something. */
@Component
class Evidence {

    static final String BEFORE = "before";
    static final String AFTER = "after";

    /** Taken by who judged the result, at the re-inspection or at a look-back. */
    static final String REINSPECTION = "reinspection";

    private final Attachments attachments;

    Evidence(Attachments attachments) {
        this.attachments = attachments;
    }

    void link(Caller caller, Hazard hazard, String role, Collection<UUID> files) {
        attachments.link(caller, HazardSteps.owner(hazard), role, files);
    }

    boolean shows(Hazard hazard, String role) {
        return attachments.of(Hazard.KIND, hazard.id()).stream()
                .anyMatch(linked ->
                        linked.role().equals(role) && linked.attachment().picture());
    }

    /** Links files of which at least one is a picture that was not shown in this role already. */
    void require(Caller caller, Hazard hazard, String role, List<UUID> files) {
        Set<UUID> known = new HashSet<>();
        attachments.of(Hazard.KIND, hazard.id()).stream()
                .filter(linked -> linked.role().equals(role))
                .forEach(linked -> known.add(linked.attachment().id()));
        link(caller, hazard, role, files);
        boolean shown = attachments.of(Hazard.KIND, hazard.id()).stream()
                .filter(linked ->
                        linked.role().equals(role) && linked.attachment().picture())
                .map(Linked::attachment)
                .anyMatch(file -> files.contains(file.id()) && !known.contains(file.id()));
        if (!shown) {
            throw new ProblemException(HazardProblem.EVIDENCE_REQUIRED, "role", role);
        }
    }
}
