package org.anshe.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Draws pictures, each of its own content. */
public final class TestPictures {

    private static final AtomicInteger SHADE = new AtomicInteger();

    private TestPictures() {}

    public static byte[] jpeg() {
        return encode(draw(64, 48, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] jpeg(int width, int height) {
        return encode(draw(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] png(int width, int height) {
        return encode(draw(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** Stripes that differ with the number: two of one number look the same, however they are encoded. */
    public static byte[] striped(int number) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        java.util.Random random = new java.util.Random(number);
        for (int i = 0; i < 40; i++) {
            canvas.setColor(new Color(random.nextInt(0xffffff)));
            canvas.fillOval(random.nextInt(-60, 300), random.nextInt(-60, 220), 90, 70);
        }
        // Not the same bytes twice.
        canvas.setColor(new Color(0, 0, SHADE.incrementAndGet() % 200));
        canvas.fillRect(0, 0, 3, 3);
        canvas.dispose();
        return encode(image, "jpg");
    }

    /** Red at the left, blue at the right. */
    private static BufferedImage draw(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        int shade = SHADE.incrementAndGet() % 40;
        canvas.setColor(new Color(200 + shade, 0, 0));
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(new Color(0, 0, 200 + shade));
        canvas.fillRect(width / 2, 0, width, height);
        canvas.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
