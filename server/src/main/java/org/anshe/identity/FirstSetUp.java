package org.anshe.identity;

import java.util.Optional;

/** The one-time link of a new installation. */
public interface FirstSetUp {

    /**
     * Makes a new token when no account exists yet; an earlier one stops working.
     *
     * @return empty once somebody has an account
     */
    Optional<String> openToken();
}
