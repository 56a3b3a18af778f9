package org.anshe.identity.internal;

import org.anshe.identity.IdentityProblem;
import org.anshe.shared.ProblemException;
import org.springframework.stereotype.Component;

/** Keeps an installation from locking itself out: somebody who can log in administers it, before and after. */
@Component
class LastAdministrator {

    private final AssignmentRepository assignments;

    LastAdministrator(AssignmentRepository assignments) {
        this.assignments = assignments;
    }

    /** Runs a change within the caller's transaction and refuses it when nobody is left who administers. */
    void keepDuring(Runnable change) {
        assignments.lockAdministration();
        boolean before = assignments.somebodyAdministers();
        change.run();
        if (before && !assignments.somebodyAdministers()) {
            throw new ProblemException(IdentityProblem.LAST_ADMINISTRATOR);
        }
    }
}
