package org.anshe.register.internal.type;

/** Text a database can hold and a page can show. */
public final class PlainText {

    private PlainText() {}

    /** No control characters besides line breaks and tabs, no half of a surrogate pair. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' && character != '\n' && character != '\r' && character != '\t') {
                return false;
            }
            if (Character.isHighSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(++i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(character)) {
                return false;
            }
        }
        return true;
    }
}
