package org.anshe.paper.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.anshe.paper.PaperProblem;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemType;
import org.jspecify.annotations.Nullable;

/** Pictures people send for a paper: read, measured and drawn anew, so that nothing but pixels is kept. */
final class SmallPicture {

    private static final int LARGEST_SIGNATURE = 256 * 1024;
    private static final int LARGEST_STAMP = 1024 * 1024;
    private static final int MOST_PIXELS = 2000;
    private static final int STAMP_LEAST = 100;

    private SmallPicture() {}

    /** A drawn signature: something must be drawn on it. */
    static byte[] signature(byte @Nullable [] png) {
        BufferedImage image = read(png, LARGEST_SIGNATURE, PaperProblem.BAD_SIGNATURE);
        if (isBlank(image)) {
            throw new ProblemException(PaperProblem.BAD_SIGNATURE);
        }
        return write(image);
    }

    static byte[] stamp(byte[] png) {
        BufferedImage image = read(png, LARGEST_STAMP, PaperProblem.BAD_STAMP);
        if (image.getWidth() < STAMP_LEAST || image.getHeight() < STAMP_LEAST || isBlank(image)) {
            throw new ProblemException(PaperProblem.BAD_STAMP);
        }
        byte[] kept = write(image);
        if (kept.length > LARGEST_STAMP) {
            throw new ProblemException(PaperProblem.BAD_STAMP);
        }
        return kept;
    }

    /** The size is read from the head before the pixels are, so that a small file cannot ask for a huge picture. */
    private static BufferedImage read(byte @Nullable [] png, int largest, ProblemType refusal) {
        if (png == null || png.length == 0 || png.length > largest) {
            throw new ProblemException(refusal);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !"png".equalsIgnoreCase(reader.getFormatName())) {
                throw new ProblemException(refusal);
            }
            reader.setInput(in);
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw new ProblemException(refusal);
            }
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ProblemException known) {
                throw known;
            }
            ProblemException unreadable = new ProblemException(refusal);
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    private static boolean isBlank(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] write(BufferedImage image) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
            var pen = plain.createGraphics();
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
            ImageIO.write(plain, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
