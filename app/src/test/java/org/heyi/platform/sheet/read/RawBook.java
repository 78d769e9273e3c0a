package org.heyi.platform.sheet.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together part by part, as no program would write it.
final class RawBook {

  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /// @param rows what stands in `sheetData`
  static RawBook of(String rows) {
    return sheet("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  static RawBook sheet(String sheet) {
    var book = new RawBook();
    book.put(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/></Types>
        """
            .formatted(SPREADSHEET));
    book.put(
        "xl/workbook.xml",
        """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
        <sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>
        """);
    book.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>");
    return book.put("xl/worksheets/s.xml", sheet);
  }

  RawBook put(String part, String text) {
    return put(part, text.getBytes(StandardCharsets.UTF_8));
  }

  RawBook put(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  RawBook without(String part) {
    parts.remove(part);
    return this;
  }

  RawBook strings(String items) {
    return put("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A row of inline texts.
  static String row(int number, String... texts) {
    var row = new StringBuilder("<row r=\"%d\">".formatted(number));
    for (var text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }
}
