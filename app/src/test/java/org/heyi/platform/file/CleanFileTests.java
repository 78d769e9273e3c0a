package org.heyi.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.heyi.platform.file.HostileFiles.SCRIPT;
import static org.heyi.platform.file.HostileFiles.boastfulPng;
import static org.heyi.platform.file.HostileFiles.joined;
import static org.heyi.platform.file.HostileFiles.pdf;
import static org.heyi.platform.file.HostileFiles.photograph;
import static org.heyi.platform.file.HostileFiles.picture;
import static org.heyi.platform.file.HostileFiles.text;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanFileTests {

  private static final FileLimits LIMITS = FileLimits.load();

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], FileProblem.EMPTY),
        Arguments.of("too large", new byte[LIMITS.largestBytes() + 1], FileProblem.TOO_LARGE),
        Arguments.of("page named photo", text("<html>" + SCRIPT), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of(
            "drawing with script",
            text("<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>"),
            FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("words", text("just words"), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("program", text("MZ\0\0\0\0\0\0"), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("archive", text("PK\3\4\0\0\0\0"), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("old picture", picture("gif", 8, 8), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("boast", boastfulPng(60_000), FileProblem.TOO_MANY_PIXELS),
        Arguments.of("boast beyond int", boastfulPng(2_000_000), FileProblem.TOO_MANY_PIXELS),
        Arguments.of("half a picture", half(picture("png", 64, 64)), FileProblem.NOT_READABLE),
        Arguments.of("head only", text("\u0089PNG\r\n\u001a\n"), FileProblem.TYPE_NOT_ALLOWED),
        Arguments.of("page before PDF", joined(text(SCRIPT), pdf("")), FileProblem.NOT_READABLE),
        Arguments.of("half a PDF", half(pdf("")), FileProblem.NOT_READABLE),
        Arguments.of(
            "PDF with program",
            pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
            FileProblem.ACTIVE_CONTENT),
        Arguments.of("PDF that starts", pdf("/S /Launch"), FileProblem.ACTIVE_CONTENT),
        Arguments.of("PDF with a file", pdf("/EmbeddedFile"), FileProblem.ACTIVE_CONTENT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String what, byte[] content, Problem why) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> clean(content));

    assertThat(thrown).as(what).isNotNull();
    assertThat(thrown.problem()).isIn(why, FileProblem.TYPE_NOT_ALLOWED);
    if (why != FileProblem.NOT_READABLE) {
      assertThat(thrown.problem()).isEqualTo(why);
    }
  }

  @Test
  void whatStandsBehindAPictureDoesNotSurvive() {
    for (var format : new String[] {"jpg", "png"}) {
      var kept = clean(joined(picture(format, 40, 30), text(SCRIPT)));

      assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
      assertThat(kept.originalSha256()).isNotEqualTo(kept.sha256());
    }
  }

  @Test
  void thePlaceWhereAPhotographWasTakenDoesNotSurvive() {
    var sent = photograph(picture("jpg", 40, 30), 1);
    assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains("GPS", "Exif");

    assertThat(new String(clean(sent).content(), StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS", "Exif");
  }

  /// Left half red as the sensor saw it; where the red is afterwards, for each way to hold a phone.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aPhotographStandsUpright(int orientation) throws IOException {
    var kept = clean(photograph(picture("jpg", 80, 40), orientation));
    var seen = ImageIO.read(new ByteArrayInputStream(kept.content()));

    assertThat(seen.getWidth()).isEqualTo(orientation >= 5 ? 40 : 80);
    assertThat(seen.getHeight()).isEqualTo(orientation >= 5 ? 80 : 40);
    int x = seen.getWidth() / 2;
    int y = seen.getHeight() / 2;
    boolean red =
        switch (orientation) {
          case 1, 4 -> isRed(seen.getRGB(5, y)) && !isRed(seen.getRGB(74, y));
          case 2, 3 -> isRed(seen.getRGB(74, y)) && !isRed(seen.getRGB(5, y));
          case 5, 6 -> isRed(seen.getRGB(x, 5)) && !isRed(seen.getRGB(x, 74));
          default -> isRed(seen.getRGB(x, 74)) && !isRed(seen.getRGB(x, 5));
        };
    assertThat(red).as("orientation %d", orientation).isTrue();
  }

  @Test
  void aHugePhotographIsMadeSmaller() throws IOException {
    var kept = clean(picture("jpg", 6000, 3000));
    var seen = ImageIO.read(new ByteArrayInputStream(kept.content()));

    assertThat(seen.getWidth()).isEqualTo(LIMITS.longestEdge());
    assertThat(seen.getHeight()).isEqualTo(LIMITS.longestEdge() / 2);
  }

  @Test
  void aPlainPdfIsKeptByteForByte() {
    var sent = pdf("");
    var kept = clean(sent);

    assertThat(kept.content()).isEqualTo(sent);
    assertThat(kept.sha256()).isEqualTo(kept.originalSha256());
    assertThat(kept.name()).isEqualTo("photo.pdf");
  }

  /// Whatever bytes come, the answer is a clean file or one of this room's refusals.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void brokenPicturesAreRefusedNeverAnError(long seed) {
    var random = new SplittableRandom(seed);
    var jpeg = photograph(picture("jpg", 48, 32), 6);
    var png = picture("png", 48, 32);
    for (int run = 0; run < 250; run++) {
      var broken = (random.nextBoolean() ? jpeg : png).clone();
      for (int hits = 1 + random.nextInt(12); hits > 0; hits--) {
        broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        broken = Arrays.copyOf(broken, 1 + random.nextInt(broken.length));
      }
      try {
        assertThat(clean(broken).content()).isNotEmpty();
      } catch (ProblemException refused) {
        assertThat(refused.problem()).isInstanceOf(FileProblem.class);
      } catch (RuntimeException bug) {
        throw new AssertionError("seed %d run %d".formatted(seed, run), bug);
      }
    }
  }

  private static CleanFile clean(byte[] content) {
    return CleanFile.of("photo.jpg", content, LIMITS);
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static boolean isRed(int rgb) {
    var seen = new Color(rgb);
    return seen.getRed() > 180 && seen.getGreen() < 80;
  }
}
