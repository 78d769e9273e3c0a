package org.heyi.platform.sheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.sheet.write.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that somebody made to hurt, broke, or took for a table: each is refused with a sentence,
/// in little time and memory.
class HostileSheetsTests {

  private static final SheetLimits LIMITS = SheetLimits.load();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final String HEADING = RawBook.row(1, "a", "b");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, SheetProblem> expected = new TreeMap<>();

  @Test
  void eachIsRefusedForWhatItIs() throws IOException {
    bombs();
    lies();
    markup();
    otherFiles();
    texts();

    var wrong = new ArrayList<String>();
    var longest = Duration.ZERO;
    for (var file : files.entrySet()) {
      long begun = System.nanoTime();
      var answer = answer(file.getValue());
      var took = Duration.ofNanos(System.nanoTime() - begun);
      longest = took.compareTo(longest) > 0 ? took : longest;
      if (!answer.equals(Objects.requireNonNull(expected.get(file.getKey())).code())
          || took.compareTo(LONGEST) > 0) {
        wrong.add("%s: %s in %d ms".formatted(file.getKey(), answer, took.toMillis()));
      }
    }
    System.out.printf(
        "hostile sheets: %d files, refused for what they are %d, longest %d ms%n",
        files.size(), files.size() - wrong.size(), longest.toMillis());
    assertThat(wrong).isEmpty();
  }

  private void bombs() throws IOException {
    var blanks = " ".repeat(LIMITS.largestUnpackedBytes() + 1);
    hostile(
        "a bomb in the sheet",
        SheetProblem.UNPACKS_TOO_LARGE,
        RawBook.sheet("<worksheet>" + blanks + "</worksheet>").bytes());
    hostile(
        "a bomb in the texts",
        SheetProblem.UNPACKS_TOO_LARGE,
        RawBook.of(HEADING).strings(blanks).bytes());
    hostile(
        "half a bomb in each of two parts",
        SheetProblem.UNPACKS_TOO_LARGE,
        RawBook.sheet("<worksheet>" + blanks.substring(blanks.length() / 2) + "</worksheet>")
            .strings(blanks.substring(blanks.length() / 2))
            .bytes());
    var rows = new StringBuilder(HEADING);
    for (int i = 2; i <= LIMITS.mostRows() + 2; i++) {
      rows.append("<row><c><v>1</v></c></row>");
    }
    hostile("too many rows", SheetProblem.TOO_MANY_ROWS, RawBook.of(rows.toString()).bytes());
    hostile(
        "a million columns",
        SheetProblem.TOO_MANY_COLUMNS,
        RawBook.of("<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>").bytes());
    var parts = RawBook.of(HEADING);
    for (int i = 0; i <= LIMITS.mostParts(); i++) {
      parts.put("xl/media/" + i, "x");
    }
    hostile("too many parts", SheetProblem.NOT_READABLE, parts.bytes());
    hostile("larger than allowed", SheetProblem.TOO_LARGE, new byte[LIMITS.largestBytes() + 1]);
  }

  /// What a program would believe and fall over.
  private void lies() throws IOException {
    hostile(
        "a text that is not there",
        SheetProblem.NOT_READABLE,
        RawBook.of("<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>")
            .strings("<si><t>x</t></si>")
            .bytes());
    for (var reference : List.of("ZZZZZZ1", "A0", "1A", "A99999999999", "-1", "A1:B2")) {
      hostile(
          "a cell at " + reference,
          SheetProblem.NOT_READABLE,
          RawBook.of("<row r='1'><c r='" + reference + "'><v>1</v></c></row>").bytes());
    }
    hostile(
        "a cell in the last column",
        SheetProblem.TOO_MANY_COLUMNS,
        RawBook.of("<row r='1'><c r='XFD1'><v>1</v></c></row>").bytes());
    hostile(
        "rows out of order",
        SheetProblem.NOT_READABLE,
        RawBook.of(RawBook.row(2, "a") + RawBook.row(1, "b")).bytes());
    hostile(
        "a row beyond the last",
        SheetProblem.NOT_READABLE,
        RawBook.of(RawBook.row(1_048_577, "a")).bytes());
    hostile(
        "no sheet of that id",
        SheetProblem.NOT_A_TABLE,
        RawBook.of(HEADING).put("xl/_rels/workbook.xml.rels", "<Relationships/>").bytes());
    hostile(
        "a sheet outside of the file",
        SheetProblem.NOT_A_TABLE,
        RawBook.of(HEADING)
            .put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Target='../../../etc/passwd'/></Relationships>")
            .bytes());
    hostile("two parts of one name", SheetProblem.NOT_READABLE, twice());
    hostile("only a heading", SheetProblem.NO_ROWS, RawBook.of(HEADING).bytes());
  }

  private void markup() throws IOException {
    hostile(
        "an entity that reads a file",
        SheetProblem.NOT_READABLE,
        RawBook.sheet(
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>"
                    + "<row><c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>")
            .bytes());
    hostile(
        "an outer document type",
        SheetProblem.NOT_READABLE,
        RawBook.sheet("<!DOCTYPE worksheet SYSTEM 'http://127.0.0.1:9/x.dtd'><worksheet/>")
            .bytes());
    var laughs = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    hostile(
        "a billion laughs",
        SheetProblem.NOT_READABLE,
        RawBook.of(HEADING)
            .put("xl/sharedStrings.xml", laughs + "]><sst><si><t>&a29;</t></si></sst>")
            .bytes());
    hostile(
        "an entity of nobody",
        SheetProblem.NOT_READABLE,
        RawBook.of("<row><c t='inlineStr'><is><t>&nobody;</t></is></c></row>").bytes());
    hostile(
        "elements without end",
        SheetProblem.NOT_READABLE,
        RawBook.of("<row><c>" + "<x>".repeat(1_000_000) + "</c></row>").bytes());
    hostile(
        "a part that stops",
        SheetProblem.NOT_READABLE,
        RawBook.sheet("<worksheet><sheetData><row><c t='inlineStr'><is><t>x").bytes());
    hostile(
        "a text longer than Excel's",
        SheetProblem.NOT_READABLE,
        RawBook.of(RawBook.row(1, "x".repeat(LIMITS.longestText() + 1))).bytes());
  }

  private void otherFiles() throws IOException {
    var compound = new byte[4096];
    compound[0] = (byte) 0xD0;
    compound[1] = (byte) 0xCF;
    compound[2] = 0x11;
    compound[3] = (byte) 0xE0;
    hostile("an old workbook", SheetProblem.OLD_FORMAT, compound.clone());
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, compound, 1024, name.length);
    hostile("a workbook with a password", SheetProblem.LOCKED, compound);
    hostile(
        "a workbook with macros",
        SheetProblem.WITH_MACROS,
        RawBook.of(HEADING).put("xl/vbaProject.bin", "x").bytes());
    hostile("a document of Word", SheetProblem.NOT_A_TABLE, word());
    hostile("a PDF", SheetProblem.NOT_A_TABLE, utf8("%PDF-1.7\n1 0 obj"));
    hostile("a page called .xls", SheetProblem.NOT_A_TABLE, utf8("\uFEFF <html><table><tr><td>1"));
    hostile(
        "an XML of Excel 2003", SheetProblem.NOT_A_TABLE, utf8("<?xml version='1.0'?><Workbook/>"));
    hostile("a picture", SheetProblem.NOT_A_TABLE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    hostile("a program", SheetProblem.NOT_A_TABLE, new byte[] {'M', 'Z', 0, 3, 0});
    hostile("nothing", SheetProblem.EMPTY, new byte[0]);
    hostile("blanks", SheetProblem.NO_ROWS, utf8("  \r\n\r\n  "));
    hostile("the beginning of an archive", SheetProblem.NOT_READABLE, utf8("PK\u0003\u0004"));
  }

  private void texts() {
    hostile(
        "a quote that is never closed",
        SheetProblem.QUOTE_NOT_CLOSED,
        utf8("a,b\n1,\"2\n" + "3,4\n".repeat(1000)));
    hostile(
        "a line of a million cells",
        SheetProblem.TOO_MANY_COLUMNS,
        utf8("a,b\n" + "1,".repeat(1_000_000)));
    hostile("a million lines", SheetProblem.TOO_MANY_ROWS, utf8("a\n" + "1\n".repeat(1_000_000)));
    hostile(
        "a cell of a megabyte",
        SheetProblem.NOT_READABLE,
        utf8("a,b\n" + "1".repeat(1_000_000) + ",2\n"));
    hostile(
        "broken UTF-16",
        SheetProblem.NOT_A_TABLE,
        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8});
  }

  private void hostile(String what, SheetProblem why, byte[] content) {
    files.put(what, content);
    expected.put(what, why);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] word() throws IOException {
    return new RawBook()
        .put("[Content_Types].xml", "<Types/>")
        .put("word/document.xml", "<x/>")
        .bytes();
  }

  /// `ZipOutputStream` writes no name twice; so the second gets it afterwards.
  private static byte[] twice() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : List.of("xl/workbook.xml", "xl/workbooX.xml")) {
        zip.putNextEntry(new ZipEntry(part));
        zip.write(utf8("<workbook/>"));
        zip.closeEntry();
      }
    }
    return new String(out.toByteArray(), StandardCharsets.ISO_8859_1)
        .replace("workbooX", "workbook")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String answer(byte[] content) {
    try {
      return SheetFile.read(content, LIMITS).rows().size() + " rows";
    } catch (ProblemException refused) {
      return refused.problem().code();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fallen) {
      return fallen.toString();
    }
  }

  /// What hurts nobody is read: formulas by the hundred that repeat a long one, 150,000 entities,
  /// and a bomb in a part that no table needs.
  @Test
  void whatOnlyLooksHostileIsRead() {
    var formula = "A1+".repeat(20_000) + "1";
    var repeated = new StringBuilder(HEADING);
    repeated
        .append("<row><c><f t='shared' ref='A2:A9' si='0'>")
        .append(formula, 0, 30_000)
        .append("</f><v>1</v></c></row>");
    for (int i = 3; i < 10_000; i++) {
      repeated.append("<row><c><f t='shared' si='0'/><v>1</v></c></row>");
    }
    assertThat(answer(RawBook.of(repeated.toString()).bytes())).isEqualTo("9998 rows");

    var quoted = new StringBuilder(HEADING);
    for (int i = 2; i <= 15_001; i++) {
      quoted.append(RawBook.row(i, "&quot;".repeat(10)));
    }
    assertThat(answer(RawBook.of(quoted.toString()).bytes())).isEqualTo("15000 rows");

    var picture = RawBook.of(HEADING + RawBook.row(2, "1"));
    picture.put("xl/media/bomb.xml", new byte[LIMITS.largestUnpackedBytes() + 1]);
    assertThat(answer(picture.bytes())).isEqualTo("1 rows");
  }

  /// Whatever becomes of a good file on its way, it is read or refused; nothing falls over.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aBrokenFileIsReadOrRefused(long seed) {
    var random = new SplittableRandom(seed);
    var good = List.of(workbook(), csv(StandardCharsets.UTF_8), csv(Charset.forName("GB18030")));
    var answers = new TreeMap<String, Integer>();
    long begun = System.nanoTime();
    for (int run = 0; run < 1_500; run++) {
      var file = good.get(random.nextInt(good.size())).clone();
      var answer = answer(broken(file, random));
      answers.merge(answer.matches("\\d+ rows") ? "read" : answer, 1, Integer::sum);
      assertThat(answer).as("seed %d run %d", seed, run).matches("\\d+ rows|sheet\\.[a-z-]+");
    }
    System.out.printf(
        "broken sheets, seed %d: %s, %d ms%n",
        seed, answers, (System.nanoTime() - begun) / 1_000_000);
  }

  private static byte[] broken(byte[] file, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return java.util.Arrays.copyOf(file, random.nextInt(file.length));
    }
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
    }
    return file;
  }

  private static byte[] workbook() {
    try (var book = new Book()) {
      var leaf = book.leaf("a");
      leaf.row(List.of("姓名", "证件号码"), Book.Look.HEADING);
      for (int i = 0; i < 20; i++) {
        leaf.row(List.of("张䶮" + i, "99000119800101001" + i), Book.Look.PLAIN);
      }
      return book.bytes();
    }
  }

  private static byte[] csv(Charset coding) {
    return "姓名,证件号码\r\n张三,\"99000119800101\"\r\n李四,2\r\n".repeat(5).getBytes(coding);
  }
}
