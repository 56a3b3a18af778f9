package org.anshe.shared.web;

import java.util.Optional;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemType;
import org.jspecify.annotations.Nullable;

/** Tells who is behind the current request. Provided by the identity module. */
public interface CallerSource {

    /** The logged-in person, with what that person may do; empty when nobody is logged in. */
    Optional<LoggedIn> current();

    /**
     * A logged-in person.
     *
     * @param due what the person must do before anything else, as the refusal of everything else; null for nothing
     */
    record LoggedIn(Caller caller, @Nullable ProblemType due) {}
}
