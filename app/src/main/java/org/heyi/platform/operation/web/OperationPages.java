package org.heyi.platform.operation.web;

import org.heyi.platform.operation.Operations;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How the system runs, for the system administrator.
@Controller
@RequestMapping("/operation")
class OperationPages {

  private static final MediaType CYCLONE = MediaType.valueOf("application/vnd.cyclonedx+json");

  private final Operations operations;

  OperationPages(Operations operations) {
    this.operations = operations;
  }

  /// @param left how often the page may still renew itself; at first as often as is set
  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable Integer left,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Staff staff,
      Model model) {
    var overview = operations.overview(staff);
    model.addAttribute("shown", overview);
    model.addAttribute(
        "left", left == null ? overview.refreshes() : Math.clamp(left, 0, overview.refreshes()));
    return htmx == null ? "operation/show" : "operation/figures";
  }

  @GetMapping("/parts")
  ResponseEntity<Resource> parts(Staff staff) {
    var parts = operations.parts(staff);
    return ResponseEntity.ok()
        .contentType(CYCLONE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("heyi.cdx.json").build().toString())
        .body(parts);
  }
}
