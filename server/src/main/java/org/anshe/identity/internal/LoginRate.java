package org.anshe.identity.internal;

import java.time.Clock;
import java.time.Duration;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.AddressRate;

/**
 * Slows down guessing from one address over many accounts: only failed log-ins count, so that a whole office behind one
 * address logs in undisturbed.
 */
public final class LoginRate {

    static final int BURST = 30;
    static final Duration REFILL = Duration.ofSeconds(10);

    private final AddressRate rate;

    LoginRate(Clock clock) {
        this.rate = new AddressRate(clock, BURST, REFILL, IdentityProblem.TOO_MANY_ATTEMPTS);
    }

    /** Counts an attempt as failed before it is made; refuses an address that has failed too often lately. */
    public void take(String address) {
        rate.take(address);
    }

    /** The attempt did not fail after all. */
    public void giveBack(String address) {
        rate.giveBack(address);
    }
}
