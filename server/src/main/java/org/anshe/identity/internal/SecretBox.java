package org.anshe.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.anshe.identity.Secrets;

/**
 * Encrypts small secrets at rest with AES-256-GCM. The key lies in the data directory, apart from the database, and
 * only the account that runs the server can read it. A sealed secret opens only for the owner it was sealed for.
 */
final class SecretBox implements Secrets {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The box of an installation; its key is made at the first use. */
    static SecretBox in(Path data) {
        Path file = data.resolve("secret.key");
        try {
            Files.createDirectories(data);
            makeKey(file);
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(file + " can be read by others; take their permissions away");
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY) {
                throw new IllegalStateException(file + " holds no key of 256 bits");
            }
            return new SecretBox(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeKey(Path file) throws IOException {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        Path made = Files.createTempFile(
                file.toAbsolutePath().getParent(), "secret", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(made, Base64.getEncoder().encodeToString(key) + "\n");
            // A link appears whole or not at all, and never replaces a key that is there.
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException there) {
            return;
        } finally {
            Files.delete(made);
        }
    }

    /** Version, nonce, ciphertext with tag. */
    @Override
    public byte[] seal(byte[] secret, String owner) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(byte[] sealed, String owner) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (sealed.length <= 1 + NONCE || in.get() != VERSION) {
            throw new IllegalStateException("Not a secret sealed by this version");
        }
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        byte[] body = new byte[in.remaining()];
        in.get(body);
        return run(Cipher.DECRYPT_MODE, nonce, body, owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] body, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret does not open: another key, another owner, or damage", e);
        }
    }
}
