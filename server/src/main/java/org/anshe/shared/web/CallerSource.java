package org.anshe.shared.web;

import java.util.Optional;
import org.anshe.shared.Caller;

/** Tells who is behind the current request. Provided by the identity module. */
public interface CallerSource {

    /** The logged-in person, with what that person may do; empty when nobody is logged in. */
    Optional<Caller> current();
}
