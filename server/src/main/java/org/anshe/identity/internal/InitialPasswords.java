package org.anshe.identity.internal;

import java.security.SecureRandom;

/** Makes passwords that are shown once and must be changed at the first log-in. */
final class InitialPasswords {

    // Without the letters and digits that look alike on paper.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private InitialPasswords() {}

    /** Four groups of four, about 70 bits. */
    static String next() {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            text.append(group == 0 ? "" : "-");
            text.append(one(CAPITALS)).append(one(LETTERS)).append(one(LETTERS)).append(one(DIGITS));
        }
        return text.toString();
    }

    private static char one(String of) {
        return of.charAt(RANDOM.nextInt(of.length()));
    }
}
