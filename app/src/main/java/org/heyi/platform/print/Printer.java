package org.heyi.platform.print;

import java.util.HashMap;
import org.heyi.platform.shell.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// 打印机: makes a PDF of a template (docs/adr/0024).
@Component
public class Printer {

  private final Templates templates;
  private final Typesetter typesetter;
  private final PrintSettings settings;

  Printer(Templates templates, Typesetter typesetter, PrintSettings settings) {
    this.templates = templates;
    this.typesetter = typesetter;
    this.settings = settings;
  }

  /// @throws org.heyi.platform.shared.ProblemException `print.no-font`: browsers print still
  public PrintedDocument print(Paper paper) {
    var model = new HashMap<String, @Nullable Object>(paper.model());
    model.put("words", paper.words());
    var source = templates.render(paper.template() + ".jte", model);
    return typesetter.set(paper.name(), source, paper.words());
  }

  /// A path of this house as it is opened from paper: at the address that was told, else at the one
  /// by which the reader came.
  public String link(String path) {
    return settings.address().isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
        : settings.address() + path;
  }
}
