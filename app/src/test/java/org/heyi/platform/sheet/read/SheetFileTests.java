package org.heyi.platform.sheet.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heyi.platform.sheet.read.Cell.Kind;
import org.heyi.platform.sheet.write.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables as Excel, WPS and other systems write them.
class SheetFileTests {

  private static final SheetLimits LIMITS = SheetLimits.load();

  private static Table read(byte[] content) {
    return SheetFile.read(content, LIMITS);
  }

  private static List<String> texts(Table.Line line) {
    return line.cells().stream().map(Cell::text).toList();
  }

  @Test
  void whatIsWrittenIsRead() {
    byte[] content;
    try (var book = new Book()) {
      var leaf = book.leaf("名单");
      leaf.row(List.of("姓名", "号码"), Book.Look.HEADING);
      leaf.row(List.of("阿依古丽·买买提", "013800000000"), Book.Look.PLAIN);
      leaf.row(List.of("𠮷淑兰", "=1+1"), Book.Look.PLAIN);
      content = book.bytes();
    }
    var table = read(content);

    assertThat(texts(table.heading())).containsExactly("姓名", "号码");
    assertThat(table.rows()).extracting(Table.Line::number).containsExactly(2, 3);
    assertThat(texts(table.rows().get(0))).containsExactly("阿依古丽·买买提", "013800000000");
    assertThat(texts(table.rows().get(1))).containsExactly("𠮷淑兰", "=1+1");
  }

  @Test
  void eachKindOfCellIsKnown() {
    var rows =
        RawBook.row(1, "a")
            + "<row r='5'>"
            + "<c r='A5' t='s'><v>1</v></c>"
            + "<c r='B5'><v>1.20221198001011E+17</v></c>"
            + "<c r='C5' s='1'><v>45000</v></c>"
            + "<c r='D5' s='2'><v>45000</v></c>"
            + "<c r='E5' s='3'><v>0.30000000000000004</v></c>"
            + "<c r='F5' t='str'><f>A1</f><v>text</v></c>"
            + "<c r='G5' t='e'><v>#N/A</v></c>"
            + "<c r='H5'><f>B1*2</f></c>"
            + "<c r='J5' t='b'><v>1</v></c>"
            + "</row>";
    var book =
        RawBook.of(rows)
            .strings(
                "<si><t>no</t></si><si><r><t>阿</t></r><rPh><t>a</t></rPh><r><t>明 </t></r></si>")
            .put(
                "xl/styles.xml",
                """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
                <numFmt numFmtId="165" formatCode="&quot;day&quot;0.00"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
                </cellXfs></styleSheet>
                """);
    var line = read(book.bytes()).rows().getFirst();

    assertThat(line.number()).isEqualTo(5);
    assertThat(line.cells())
        .containsExactly(
            new Cell(Kind.TEXT, "阿明"),
            new Cell(Kind.NUMBER, "120221198001011000"),
            new Cell(Kind.DATE, "45000"),
            new Cell(Kind.DATE, "45000"),
            new Cell(Kind.NUMBER, "0.30000000000000004"),
            new Cell(Kind.TEXT, "text"),
            new Cell(Kind.NO_VALUE, "#N/A"),
            new Cell(Kind.NO_VALUE, ""),
            new Cell(Kind.TEXT, ""),
            new Cell(Kind.TEXT, "1"));
  }

  @Test
  void theFirstVisibleSheetIsRead() {
    var book =
        RawBook.of(RawBook.row(1, "hidden") + RawBook.row(2, "no"))
            .put(
                "xl/worksheets/t.xml",
                "<worksheet><sheetData>"
                    + RawBook.row(1, "seen")
                    + RawBook.row(2, "yes")
                    + "</sheetData></worksheet>")
            .put(
                "xl/workbook.xml",
                """
                <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <workbookPr date1904="1"/><sheets><sheet name="h" state="hidden" r:id="r1"/>
                <sheet name="s" r:id="r2"/></sheets></workbook>
                """)
            .put(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships><Relationship Id="r1" Target="worksheets/s.xml"/>
                <Relationship Id="r2" Target="/xl/worksheets/t.xml"/></Relationships>
                """);
    var table = read(book.bytes());

    assertThat(table.since1904()).isTrue();
    assertThat(texts(table.heading())).containsExactly("seen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "BOM"})
  void csvIsReadInEveryCodingThatPeopleSave(String coding) {
    var text = "姓名,地址\r\n张䶮,\"幸福路 1 号, \"\"甲\"\"\r\n二楼\"\r\n\r\n 李四 ,\r\n";
    var content =
        switch (coding) {
          case "BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
          case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + text).getBytes(Charset.forName(coding));
          default -> text.getBytes(Charset.forName(coding));
        };
    var table = read(content);

    assertThat(texts(table.heading())).containsExactly("姓名", "地址");
    assertThat(texts(table.rows().get(0))).containsExactly("张䶮", "幸福路 1 号, \"甲\"\r\n二楼");
    assertThat(table.rows().get(1).number()).isEqualTo(4);
    assertThat(texts(table.rows().get(1))).containsExactly("李四", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a;b;c\n1;\"2,5\";3\n", "a\tb\tc\n1\t2,5\t3\n", "sep=;\na;b;c\n1;2,5;3\n"})
  void theSeparatorIsToldByTheHeading(String text) {
    var table = read(text.getBytes(StandardCharsets.UTF_8));

    assertThat(texts(table.heading())).containsExactly("a", "b", "c");
    assertThat(texts(table.rows().getFirst())).containsExactly("1", "2,5", "3");
  }
}
