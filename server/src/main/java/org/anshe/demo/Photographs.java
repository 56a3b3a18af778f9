package org.anshe.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anshe.attachment.Attachments;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** Drawn pictures in place of photographs: a door in a wall, blocked before and free after. */
@Component
class Photographs {

    private static final int VARIANTS = 6;

    private final Attachments attachments;
    private final List<byte[]> before = draw(true);
    private final List<byte[]> after = draw(false);

    Photographs(Attachments attachments) {
        this.attachments = attachments;
    }

    UUID before(Caller caller, Dice dice, long millis) {
        return store(caller, dice, before, "整改前.jpg", millis);
    }

    UUID after(Caller caller, Dice dice, long millis) {
        return store(caller, dice, after, "整改后.jpg", millis);
    }

    private UUID store(Caller caller, Dice dice, List<byte[]> pictures, String name, long millis) {
        UUID id = dice.id(millis);
        attachments.store(caller, id, name, new ByteArrayInputStream(dice.pick(pictures)));
        return id;
    }

    private static List<byte[]> draw(boolean blocked) {
        List<byte[]> pictures = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            pictures.add(draw(variant, blocked));
        }
        return List.copyOf(pictures);
    }

    private static byte[] draw(int variant, boolean blocked) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.scale(320 / 480.0, 240 / 360.0);
        pen.setColor(Color.getHSBColor(0.09f + variant * 0.03f, 0.12f, 0.86f));
        pen.fillRect(0, 0, 480, 260);
        pen.setColor(Color.getHSBColor(0.08f, 0.10f, 0.55f));
        pen.fillRect(0, 260, 480, 100);
        pen.setColor(new Color(0x4F, 0x6B, 0x5C));
        pen.fillRect(180 + variant * 8, 70, 110, 190);
        pen.setColor(new Color(0x2E, 0x8B, 0x57));
        pen.fillRect(200 + variant * 8, 40, 70, 22);
        if (blocked) {
            for (int box = 0; box < 3 + variant % 3; box++) {
                pen.setColor(Color.getHSBColor(0.08f, 0.45f, 0.45f + box * 0.08f));
                pen.fillRect(150 + box * 42, 200 - box % 2 * 30, 60, 80 + box % 2 * 30);
            }
        }
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
