package org.anshe.identity.internal;

import java.util.Locale;
import java.util.Map;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.ProblemException;

/** What a password must be: at least ten characters of three kinds, without the login in it. */
final class PasswordPolicy {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private PasswordPolicy() {}

    static void check(String password, String login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw weak("length");
        }
        if (password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))) {
            throw weak("contains-login");
        }
        long kinds = password.chars().map(PasswordPolicy::kind).distinct().count();
        if (kinds < 3) {
            throw weak("kinds");
        }
    }

    private static int kind(int character) {
        if (Character.isDigit(character)) {
            return 0;
        }
        if (Character.isUpperCase(character)) {
            return 1;
        }
        return Character.isLetter(character) ? 2 : 3;
    }

    private static ProblemException weak(String reason) {
        return new ProblemException(IdentityProblem.WEAK_PASSWORD, Map.of("reason", reason, "shortest", SHORTEST));
    }
}
