package org.heyi.platform.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/// What is printed can be read, searched and copied; what cannot be drawn is said; nothing is
/// fetched.
class TypesetterTests {

  private static final String RARE = "𠮷𪚥㛃䶮𬱖𡐓𰻞";

  private static final Typesetter TYPESETTER =
      typesetter(List.of(Path.of("/usr/share/fonts"), Path.of("/Library/Fonts")), 500_000);

  @TempDir private Path directory;

  private static Typesetter typesetter(List<Path> folders, int longest) {
    var settings = new PrintSettings(List.of(), folders, "", Duration.ofSeconds(10), longest);
    return new Typesetter(new PrintFonts(settings), settings);
  }

  private static Typesetter withoutFonts() {
    var settings = new PrintSettings(List.of(), List.of(), "", Duration.ZERO, 1000);
    return new Typesetter(new PrintFonts(List.of()), settings);
  }

  private static Words words(Locale language) {
    var source = new ResourceBundleMessageSource();
    source.setBasename("words/print");
    source.setDefaultEncoding("UTF-8");
    return new Words(source, language);
  }

  private static String page(String body) {
    return """
    <html lang="zh-CN"><head><title>测试</title><style>
    @page { size: A4 } body { font-family: heyi, heyi-2, heyi-3 }
    </style></head><body>%s</body></html>
    """
        .formatted(body);
  }

  private static PrintedDocument print(String body) {
    return TYPESETTER.set("测试", page(body).getBytes(UTF_8), words(Locale.SIMPLIFIED_CHINESE));
  }

  static String text(PrintedDocument document) throws Exception {
    try (var pdf = Loader.loadPDF(document.content())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void chineseIsFoundAndNoRadicalStandsForIt() throws Exception {
    var said = "高血压 身份证号 青霉素 麻疹 鼻窦 龙 龟 赤 走 足 身 车 μg β α Ⅱ级 ≥140/90 ℃ “引” —— ·";
    var text = text(print("<p>" + said + "</p><p><b>" + said + "</b></p>"));

    assertThat(text.replaceAll("\\s", "").split(said.replace(" ", ""), -1)).hasSize(3);
    assertThat(text.codePoints().filter(it -> it >= 0x2E80 && it < 0x2FE0).boxed()).isEmpty();
  }

  @Test
  void rareCharactersAreTheVeryOnes() throws Exception {
    var document = print("<p>" + RARE + "</p><p><b>" + RARE + "</b></p>");

    assumeTrue(
        document.missing().isEmpty() || Boolean.parseBoolean(System.getenv("HEYI_REQUIRE_FONTS")),
        "no font with all of " + RARE + "; on Debian fonts-babelstone-han");
    assertThat(document.missing()).isEmpty();
    assertThat(text(document).lines().filter(RARE::equals)).hasSize(2);
  }

  @Test
  void whatNobodyCanDrawIsSaidWithItsNumber() throws Exception {
    var document = print("<p>张\uE5E5三\u0007\u200B四 😀</p>");

    assertThat(document.missing()).contains(0xE5E5, 7);
    assertThat(text(document)).contains("张〓三〓四", "U+E5E5", "U+0007", "heyi.print.fonts");
  }

  @Test
  void nothingIsFetched() throws Exception {
    var secret = Files.writeString(directory.resolve("secret.txt"), "geheim-4711");
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      var outside = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
      var pdf = new StringBuilder();
      for (var place : List.of(outside, secret.toUri().toString(), "jar:" + outside + "!/x")) {
        pdf.append(
            text(
                print(
                    """
                    <link rel="stylesheet" href="%1$s"/><img src="%1$s"/><img src="%1$s.svg"/>
                    <style>@import url("%1$s"); @font-face { font-family: x; src: url("%1$s") }
                    p { background: url("%1$s"); font-family: x; content: url("%1$s") }</style>
                    <object data="%1$s"></object><iframe src="%1$s"></iframe><p>text</p>
                    """
                        .formatted(place))));
      }
      assertThat(pdf.toString()).contains("text").doesNotContain("geheim");
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anEntityOpensNoFile() throws Exception {
    var secret = Files.writeString(directory.resolve("secret.txt"), "geheim-4711");
    var source =
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + page("<p>&x;</p>");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> TYPESETTER.set("x", source.getBytes(UTF_8), words(Locale.SIMPLIFIED_CHINESE)));
  }

  @Test
  void withoutAFontItSaysWhatToInstall() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            withoutFonts().set("x", page("x").getBytes(UTF_8), words(Locale.SIMPLIFIED_CHINESE)))
        .satisfies(it ->
            assertThat(words(Locale.ENGLISH).of(it.problem()))
                .contains("apt install fonts-babelstone-han", "heyi.print.fonts"));
  }

  @Test
  void aDocumentWithoutEndIsRefused() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() ->
            withoutFonts()
                .set("x", "长".repeat(1000).getBytes(UTF_8), words(Locale.SIMPLIFIED_CHINESE)))
        .satisfies(it -> assertThat(it.problem()).isEqualTo(PrintProblem.TOO_LONG));
  }

  @Test
  void theNameOfTheFileIsSafeAndNothingIsKept() {
    var headers = print("<p>单</p>").response().getHeaders();

    assertThat(headers.getContentDisposition().getFilename()).isEqualTo("测试.pdf");
    assertThat(headers.getCacheControl()).isEqualTo("no-store");
  }
}
