package org.anshe.attachment.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws pictures anew: what comes out holds pixels alone, upright, without what the camera wrote beside them and
 * without anything that was hidden in the file.
 */
@Component
class Pictures {

    /** Above this a picture is not decoded at all: a few kilobytes can claim gigabytes of pixels. */
    static final long MOST_PIXELS = 64_000_000;

    /** Evidence needs no more; larger pictures are read in steps, so that no decode takes more than about 50 MB. */
    static final int LONGEST_SIDE = 4096;

    static final int THUMBNAIL_SIDE = 480;

    /** Decoding is the one thing here that takes memory: two at a time, the others wait. */
    private final Semaphore decoding = new Semaphore(2, true);

    /** The picture as it is kept: its size and its fingerprint. */
    record Drawn(int width, int height, @Nullable Long fingerprint) {}

    /** Reads {@code source}, writes the picture and its thumbnail (always a JPEG). */
    Drawn redraw(Path source, MediaKind kind, CameraFacts camera, Path picture, Path thumbnail) throws IOException {
        decoding.acquireUninterruptibly();
        try {
            BufferedImage upright = turn(decode(source, kind), camera.orientation());
            int longest = Math.max(upright.getWidth(), upright.getHeight());
            write(upright, kind, longest, picture);
            if (kind == MediaKind.JPEG && longest <= THUMBNAIL_SIDE) {
                Files.copy(picture, thumbnail, StandardCopyOption.REPLACE_EXISTING);
            } else {
                write(upright, MediaKind.JPEG, Math.min(longest, THUMBNAIL_SIDE), thumbnail);
            }
            return new Drawn(upright.getWidth(), upright.getHeight(), Fingerprint.of(upright));
        } finally {
            decoding.release();
        }
    }

    private static BufferedImage decode(Path source, MediaKind kind) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(source.toFile())) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw new ProblemException(AttachmentProblem.TOO_MANY_PIXELS, "pixels", width * height);
            }
            ImageReadParam how = reader.getDefaultReadParam();
            int step = (int) Math.ceilDiv(Math.max(width, height), LONGEST_SIDE);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            ProblemException refusal = new ProblemException(AttachmentProblem.UNREADABLE);
            refusal.initCause(e);
            throw refusal;
        } finally {
            reader.dispose();
        }
    }

    private static void write(BufferedImage image, MediaKind kind, int longestSide, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Thumbnails.of(kind == MediaKind.JPEG ? opaque(image) : image)
                    .size(longestSide, longestSide)
                    .outputFormat(kind == MediaKind.JPEG ? "jpg" : "png")
                    .outputQuality(0.88)
                    .toOutputStream(out);
        }
    }

    /** JPEG knows no transparency: what shows through becomes white. */
    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return plain;
    }

    /** Turns and mirrors as EXIF's eight orientations say. */
    private static BufferedImage turn(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        boolean sideways = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(image, turn, null);
        canvas.dispose();
        return upright;
    }
}
