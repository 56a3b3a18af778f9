package org.anshe.attachment.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * What a picture looks like, in 64 bits (difference hash): reduced to nine by eight shades of grey, one bit for each
 * neighbour that is brighter. Scaling, compression and a slight change of light leave most bits as they are.
 */
final class Fingerprint {

    private static final int WIDE = 9;
    private static final int HIGH = 8;
    private static final int PLAIN = 6;

    private Fingerprint() {}

    /** Null for a picture with too little in it to tell it from others: a wall, the dark. */
    static @Nullable Long of(BufferedImage picture) {
        BufferedImage small = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // In halves: drawn small at once, most pixels of a large picture would count for nothing.
        BufferedImage half = picture;
        while (half.getWidth() >= 2 * WIDE && half.getHeight() >= 2 * HIGH) {
            half = halved(half);
        }
        canvas.drawImage(half, 0, 0, WIDE, HIGH, null);
        canvas.dispose();
        long bits = 0;
        for (int y = 0; y < HIGH; y++) {
            for (int x = 0; x + 1 < WIDE; x++) {
                int here = small.getRaster().getSample(x, y, 0);
                int next = small.getRaster().getSample(x + 1, y, 0);
                bits = bits << 1 | (next > here ? 1 : 0);
            }
        }
        int set = Long.bitCount(bits);
        return set < PLAIN || set > Long.SIZE - PLAIN ? null : bits;
    }

    private static BufferedImage halved(BufferedImage picture) {
        int width = Math.max(WIDE, picture.getWidth() / 2);
        int height = Math.max(HIGH, picture.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = half.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return half;
    }
}
