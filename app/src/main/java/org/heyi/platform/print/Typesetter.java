package org.heyi.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// 排版: makes a PDF of XHTML.
///
/// One document is made at a time: fonts are shared, and nobody's many documents take all memory.
@Component
class Typesetter {

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final PrintFonts fonts;
  private final PrintSettings settings;
  private final ReentrantLock turn = new ReentrantLock(true);

  Typesetter(PrintFonts fonts, PrintSettings settings) {
    this.fonts = fonts;
    this.settings = settings;
    // What it says of a document may name the resident in it.
    XRLog.setLoggingEnabled(false);
  }

  PrintedDocument set(String name, byte[] source, Words words) {
    if (source.length > settings.longest()) {
      throw PrintProblem.TOO_LONG.with();
    }
    var regular = fonts.regular().orElseThrow(PrintProblem.NO_FONT::with);
    takeTurn();
    try {
      var tree = new PageTree(source, fonts);
      if (!tree.missing().isEmpty()) {
        tree.note(words.of("print.missing", named(tree)));
      }
      return new PrintedDocument(name, write(tree, regular), tree.missing());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      turn.unlock();
    }
  }

  private static String named(PageTree tree) {
    return tree.missing().stream().map("U+%04X"::formatted).collect(Collectors.joining(", "));
  }

  private void takeTurn() {
    try {
      if (!turn.tryLock(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw PrintProblem.BUSY.with();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw PrintProblem.BUSY.with();
    }
  }

  private byte[] write(PageTree tree, Face regular) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      use(builder, document, regular, "heyi", REGULAR);
      use(builder, document, fonts.bold(regular).orElse(regular), "heyi", BOLD);
      int number = 1;
      for (var face : tree.faces()) {
        if (face != regular) {
          use(builder, document, face, "heyi-" + ++number, REGULAR);
        }
      }
      closed(builder);
      builder.usePdfUaAccessibility(true);
      builder.useReplacementText("〓");
      builder.useObjectDrawerFactory(new Drawings(fonts));
      builder.withW3cDocument(tree.document(), null);
      builder.toStream(out);
      builder.run();
    }
    return out.toByteArray();
  }

  private static void use(
      PdfRendererBuilder builder, PDDocument document, Face face, String family, int weight)
      throws IOException {
    builder.useFont(new PDFontSupplier(face.in(document)), family, weight, FontStyle.NORMAL, true);
  }

  /// Nothing is fetched, from no disk and no network, whatever a document asks for.
  private static void closed(PdfRendererBuilder builder) {
    builder.useUriResolver((_, _) -> null);
    for (var when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((_, _) -> false, when);
    }
  }
}
