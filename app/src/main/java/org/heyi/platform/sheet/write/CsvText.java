package org.heyi.platform.sheet.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// 逗号分隔文本: RFC 4180 in UTF-8, with the mark by which Chinese Excel knows it.
public final class CsvText {

  private static final String MARK = "\uFEFF";
  private static final String END = "\r\n";

  private final StringBuilder text = new StringBuilder(MARK);

  public void line(List<String> cells) {
    text.append(cells.stream().map(CsvText::cell).collect(Collectors.joining(","))).append(END);
  }

  private static String cell(String cell) {
    return '"' + Harmless.text(cell).replace("\"", "\"\"") + '"';
  }

  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
