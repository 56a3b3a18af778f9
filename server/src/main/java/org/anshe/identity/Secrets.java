package org.anshe.identity;

/** Keeps small secrets that must be read again, encrypted under the key of the installation. */
public interface Secrets {

    /** @param owner what the secret belongs to; it opens for no other */
    byte[] seal(byte[] secret, String owner);

    byte[] open(byte[] sealed, String owner);
}
