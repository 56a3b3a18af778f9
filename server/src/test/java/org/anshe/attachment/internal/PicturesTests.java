package org.anshe.attachment.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.attachment.internal.Pictures.Drawn;
import org.anshe.shared.ProblemException;
import org.anshe.testing.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTests {

    @TempDir
    Path folder = Path.of("");

    private final Pictures pictures = new Pictures();

    @Test
    void dropsWhatTheCameraWroteAndTurnsThePictureUpright() throws IOException {
        Path source = file(HostileFiles.cameraJpeg(200, 100));
        assertThat(content(source)).contains("Exif").contains(HostileFiles.SECRET);
        CameraFacts camera = CameraFacts.of(source);
        assertThat(camera.orientation()).isEqualTo(6);
        assertThat(camera.takenAt()).isEqualTo("2026-05-20T01:08:07Z");

        Drawn turned = redraw(source, MediaKind.JPEG, camera);
        assertThat(turned.width()).isEqualTo(100);
        assertThat(turned.height()).isEqualTo(200);
        for (String result : new String[] {"picture", "thumbnail"}) {
            assertThat(content(folder.resolve(result)))
                    .doesNotContain("Exif")
                    .doesNotContain(HostileFiles.SECRET)
                    .doesNotContain("2026:05:20");
        }
        // Orientation 6: the left of the stored picture, which is red, is the top of the upright one.
        BufferedImage upright = ImageIO.read(folder.resolve("picture").toFile());
        assertThat(upright.getRGB(50, 20) >> 16 & 0xff).isGreaterThan(150);
        assertThat(upright.getRGB(50, 180) & 0xff).isGreaterThan(150);
    }

    @Test
    void takesBrokenCameraFactsAsUnknown() throws IOException {
        byte[] jpeg = HostileFiles.cameraJpeg(20, 10);
        for (int cut : new int[] {3, 8, 14, 20, 30, 60, 90, 120}) {
            assertThat(CameraFacts.of(file(Arrays.copyOf(jpeg, cut)))).isEqualTo(CameraFacts.UNKNOWN);
        }
        jpeg[12 + 4] = 0x7f;
        assertThat(CameraFacts.of(file(jpeg)).takenAt()).isNull();
    }

    @Test
    void refusesABombBeforeDecodingIt() throws IOException {
        Path bomb = file(HostileFiles.bomb(60_000, 60_000));
        assertThat(Files.size(bomb)).isLessThan(1000);
        refuses(bomb, MediaKind.PNG, AttachmentProblem.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAPictureThatEndsTooEarly() throws IOException {
        refuses(file(HostileFiles.bomb(4000, 3000)), MediaKind.PNG, AttachmentProblem.UNREADABLE);
        refuses(file(HostileFiles.ascii("\u00ff\u00d8\u00ff\u00e0 no")), MediaKind.JPEG, AttachmentProblem.UNREADABLE);
    }

    @Test
    void leavesNothingOfAFileHiddenBehindAPicture() throws IOException {
        Path polyglot = file(HostileFiles.join(TestPictures.jpeg(40, 30), HostileFiles.zip("Evil.class")));
        redraw(polyglot, MediaKind.JPEG, CameraFacts.UNKNOWN);
        assertThat(content(folder.resolve("picture"))).doesNotContain("Evil");
        Path script = file(HostileFiles.join(TestPictures.png(8, 8), HostileFiles.ascii("<script>alert(1)</script>")));
        redraw(script, MediaKind.PNG, CameraFacts.UNKNOWN);
        assertThat(content(folder.resolve("picture"))).doesNotContain("script");
    }

    @Test
    void shrinksWhatIsLargerThanEvidenceNeeds() throws IOException {
        Drawn drawn = redraw(file(TestPictures.jpeg(6000, 3000)), MediaKind.JPEG, CameraFacts.UNKNOWN);
        assertThat(drawn.width()).isEqualTo(3000);
        assertThat(drawn.height()).isEqualTo(1500);
        BufferedImage thumbnail = ImageIO.read(folder.resolve("thumbnail").toFile());
        assertThat(thumbnail.getWidth()).isEqualTo(480);
        assertThat(thumbnail.getHeight()).isEqualTo(240);
    }

    @Test
    void drawsTransparencyOnWhiteInThumbnails() throws IOException {
        redraw(file(TestPictures.png(30, 30)), MediaKind.PNG, CameraFacts.UNKNOWN);
        assertThat(ImageIO.read(folder.resolve("thumbnail").toFile()).getWidth())
                .isEqualTo(30);
    }

    private void refuses(Path source, MediaKind kind, AttachmentProblem problem) {
        assertThatThrownBy(() -> redraw(source, kind, CameraFacts.UNKNOWN))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private Drawn redraw(Path source, MediaKind kind, CameraFacts camera) throws IOException {
        return pictures.redraw(source, kind, camera, folder.resolve("picture"), folder.resolve("thumbnail"));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("source"), content);
    }

    private static String content(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1);
    }
}
