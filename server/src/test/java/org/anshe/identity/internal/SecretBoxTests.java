package org.anshe.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTests {

    private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = SecretBox.in(data).seal(SECRET, "lin");

        assertThat(SecretBox.in(data).open(sealed, "lin")).isEqualTo(SECRET);
    }

    @Test
    void showsNothingOfTheSecretAndNeverTheSameTextTwice() {
        SecretBox box = SecretBox.in(data);

        byte[] sealed = box.seal(SECRET, "lin");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(box.seal(SECRET, "lin")).isNotEqualTo(sealed);
    }

    @Test
    void refusesASecretMovedToAnotherOwner() {
        SecretBox box = SecretBox.in(data);
        byte[] sealed = box.seal(SECRET, "lin");

        assertThatIllegalStateException().isThrownBy(() -> box.open(sealed, "zhou"));
    }

    @Test
    void refusesEveryChangedByte() {
        SecretBox box = SecretBox.in(data);
        byte[] sealed = box.seal(SECRET, "lin");

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> box.open(changed, "lin"));
        }
    }

    @Test
    void refusesASecretOfAnotherInstallation(@TempDir Path other) {
        byte[] sealed = SecretBox.in(other).seal(SECRET, "lin");

        assertThatIllegalStateException().isThrownBy(() -> SecretBox.in(data).open(sealed, "lin"));
    }

    @Test
    void keepsItsKeyForTheOwnerAlone() throws Exception {
        SecretBox.in(data);
        Path key = data.resolve("secret.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.new");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatIllegalStateException().isThrownBy(() -> SecretBox.in(data)).withMessageContaining("read by others");
    }
}
