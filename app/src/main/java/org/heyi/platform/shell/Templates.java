package org.heyi.platform.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 模板: the precompiled JTE templates. A page is rendered whole before its first byte is sent, so
/// that what fails on the way can still be answered in words.
@Component
public class Templates {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  Templates() {
    engine.setTrimControlStructures(true);
  }

  boolean has(String template) {
    return engine.hasTemplate(template);
  }

  public byte[] render(String template, Map<String, @Nullable Object> model) {
    var output = new Utf8ByteOutput();
    engine.render(template, model, output);
    var bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
