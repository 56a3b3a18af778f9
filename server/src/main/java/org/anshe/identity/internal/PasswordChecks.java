package org.anshe.identity.internal;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks the passwords of those who log in, a few at a time: each check takes a core and some memory for a while. The
 * others wait their turn; they must not hold a connection of the database meanwhile.
 */
@Component
class PasswordChecks {

    static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final PasswordEncoder passwords;

    PasswordChecks(PasswordEncoder passwords) {
        this.passwords = passwords;
    }

    boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    String encode(String password) {
        return passwords.encode(password);
    }
}
