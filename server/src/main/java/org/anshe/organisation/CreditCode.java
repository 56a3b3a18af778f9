package org.anshe.organisation;

import java.util.Locale;
import java.util.Optional;
import org.anshe.shared.ProblemException;

/**
 * A unified social credit code: 18 characters, the last of which is a check character over the others (GB 32100-2015,
 * weights 3 to the power of the position modulo 31). I, O, S, V and Z are not used.
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    public CreditCode {
        if (!isValid(value)) {
            throw new ProblemException(OrganisationProblem.BAD_CREDIT_CODE, "code", value);
        }
    }

    /** Reads a code as people write it: small letters and blanks do not matter. */
    public static CreditCode parse(String text) {
        return new CreditCode(plain(text));
    }

    public static Optional<CreditCode> find(String text) {
        String plain = plain(text);
        return isValid(plain) ? Optional.of(new CreditCode(plain)) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000-]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.substring(2, 8).chars().allMatch(Character::isDigit)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /** The check character that belongs to the first 17 characters. */
    public static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += weight * ALPHABET.indexOf(code.charAt(i));
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
