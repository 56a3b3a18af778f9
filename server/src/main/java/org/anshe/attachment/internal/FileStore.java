package org.anshe.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.UUID;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of contents: {@code <data>/files/ab/cd/<sha256>}, with {@code .thumbnail} beside pictures. A content is
 * written whole and flushed to the disk before any row names it, and never changes.
 */
@Component
class FileStore {

    private static final String THUMBNAIL = ".thumbnail";

    private final Path root;
    private final Path incoming;

    FileStore(@Value("${anshe.data}") String data) {
        this.root = Path.of(data).toAbsolutePath().resolve("files");
        this.incoming = root.resolve("incoming");
    }

    /** A new file nobody else writes to, for what is being received. */
    Path scratch() {
        try {
            Files.createDirectories(incoming);
            return Files.createFile(incoming.resolve(UUID.randomUUID().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a stream and returns the hash of what came; stops at the limit. */
    static String receive(InputStream content, Path target, long limit) throws IOException {
        DigestInputStream hashed = new DigestInputStream(content, Sha256.digest());
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = hashed.read(buffer); read >= 0; read = hashed.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new ProblemException(AttachmentProblem.TOO_LARGE, "largestBytes", limit);
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    }

    static String hash(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    /** Puts a received content in its place, safe against loss of power. */
    void keep(Path content, String sha256) throws IOException {
        place(content, path(sha256));
    }

    void keepThumbnail(Path thumbnail, String sha256) throws IOException {
        place(thumbnail, path(sha256 + THUMBNAIL));
    }

    boolean holds(String sha256) {
        return Files.exists(path(sha256));
    }

    Path content(String sha256) {
        return path(sha256);
    }

    Path thumbnail(String sha256) {
        return path(sha256 + THUMBNAIL);
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(path(sha256 + THUMBNAIL));
            Files.deleteIfExists(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String name) {
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static void place(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (FileChannel file = FileChannel.open(from, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
