package org.anshe.attachment.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;

/**
 * The two things worth knowing of what a camera writes into a JPEG: how it was held and when. Everything else, the
 * place above all, is dropped with the metadata.
 *
 * @param orientation 1 to 8 as EXIF counts; 1 is upright
 * @param takenAt the camera's own clock read in the office's time zone, null when it does not say
 */
record CameraFacts(int orientation, @Nullable Instant takenAt) {

    static final CameraFacts UNKNOWN = new CameraFacts(1, null);

    private static final DateTimeFormatter CAMERA_TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int TAKEN_AT = 0x9003;

    /** Reads a JPEG up to its picture data; whatever does not hold together is unknown. */
    static CameraFacts of(Path jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(jpeg)))) {
            in.readUnsignedShort();
            while (true) {
                int marker = in.readUnsignedShort();
                int length = in.readUnsignedShort() - 2;
                if (marker >> 8 != 0xff || marker == 0xffda || length < 0) {
                    return UNKNOWN;
                }
                byte[] segment = in.readNBytes(length);
                if (marker == 0xffe1 && new String(segment, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0")) {
                    return read(ByteBuffer.wrap(segment, 6, segment.length - 6).slice());
                }
            }
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException e) {
            return UNKNOWN;
        }
    }

    private static CameraFacts read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        int at = find(tiff, first, ORIENTATION);
        int orientation = at < 0 ? 1 : tiff.getShort(at + 8);
        int exif = find(tiff, first, EXIF_DIRECTORY);
        int taken = exif < 0 ? -1 : find(tiff, tiff.getInt(exif + 8), TAKEN_AT);
        return new CameraFacts(
                orientation >= 1 && orientation <= 8 ? orientation : 1,
                taken < 0 ? null : time(tiff, tiff.getInt(taken + 8)));
    }

    /** Position of an entry in a directory, -1 when it is not there. */
    private static int find(ByteBuffer tiff, int directory, int tag) {
        int entries = Math.min(tiff.getShort(directory) & 0xffff, 500);
        for (int i = 0; i < entries; i++) {
            int at = directory + 2 + 12 * i;
            if ((tiff.getShort(at) & 0xffff) == tag) {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable Instant time(ByteBuffer tiff, int at) {
        byte[] text = new byte[19];
        tiff.get(at, text);
        try {
            return LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), CAMERA_TIME)
                    .atZone(OfficeTime.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
