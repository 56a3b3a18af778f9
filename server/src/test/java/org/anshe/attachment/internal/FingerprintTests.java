package org.anshe.attachment.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTests {

    @Test
    void aSmallerAndLighterCopyLooksTheSame() {
        BufferedImage scene = scene(1, 1600, 1200);
        assertThat(distance(scene, scaled(scene, 400, 300))).isLessThanOrEqualTo(4);
        BufferedImage lighter = scaled(scene, 1600, 1200);
        Graphics2D canvas = lighter.createGraphics();
        canvas.setColor(new Color(255, 255, 255, 40));
        canvas.fillRect(0, 0, 1600, 1200);
        canvas.dispose();
        assertThat(distance(scene, lighter)).isLessThanOrEqualTo(4);
    }

    @Test
    void otherScenesLookDifferent() {
        for (int seed = 2; seed < 30; seed++) {
            assertThat(distance(scene(1, 800, 600), scene(seed, 800, 600))).isGreaterThan(10);
        }
    }

    @Test
    void takesPicturesOfAnyShape() {
        assertThat(Fingerprint.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isNull();
        Fingerprint.of(new BufferedImage(4096, 3, BufferedImage.TYPE_INT_ARGB));
    }

    private static int distance(BufferedImage one, BufferedImage other) {
        return Long.bitCount(requireNonNull(Fingerprint.of(one)) ^ requireNonNull(Fingerprint.of(other)));
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    /** A few dozen blots of light and dark. */
    private static BufferedImage scene(int seed, int width, int height) {
        Random random = new Random(seed);
        BufferedImage scene = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = scene.createGraphics();
        for (int i = 0; i < 60; i++) {
            canvas.setColor(new Color(random.nextInt(0xffffff)));
            canvas.fillOval(
                    (int) (random.nextDouble(-0.2, 1) * width),
                    (int) (random.nextDouble(-0.2, 1) * height),
                    (int) (random.nextDouble(0.1, 0.5) * width),
                    (int) (random.nextDouble(0.1, 0.5) * height));
        }
        canvas.dispose();
        return scene;
    }
}
