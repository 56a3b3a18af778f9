package org.anshe.identity;

/** What is taken for an e-mail address; the database checks the same. */
public final class EmailAddress {

    public static final String FORM = "[^\\s@<>\"(),:;\\\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,187}[A-Za-z0-9])?";

    private EmailAddress() {}
}
