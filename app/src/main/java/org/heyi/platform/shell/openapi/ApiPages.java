package org.heyi.platform.shell.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/// The description of the interface as a page, for whoever connects a system.
@Controller
class ApiPages {

  private final OpenApiWebMvcResource description;
  private final JsonMapper json;
  private final String path;

  ApiPages(
      OpenApiWebMvcResource description,
      JsonMapper json,
      @Value("${springdoc.api-docs.path}") String path) {
    this.description = description;
    this.json = json;
    this.path = path;
  }

  @GetMapping("/api-guide")
  String guide(HttpServletRequest request, Locale locale, Model model)
      throws JsonProcessingException {
    var document = description.openapiJson(request, path, locale);
    model.addAttribute("guide", ApiGuide.of(json.readTree(document), path));
    return "shell/api-guide";
  }
}
