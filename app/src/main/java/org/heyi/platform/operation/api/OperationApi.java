package org.heyi.platform.operation.api;

import org.heyi.platform.operation.Operations;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.heyi.platform.shell.Words;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the system runs, as JSON: the same figures as on the page and for Prometheus.
@RestController
@RequestMapping(path = "/api/operation", produces = MediaType.APPLICATION_JSON_VALUE)
class OperationApi {

  private final Operations operations;

  OperationApi(Operations operations) {
    this.operations = operations;
  }

  @GetMapping
  @Refusals(forbidden = "operation.not-a-watcher")
  OperationJson overview(Staff staff, Words words) {
    return OperationJson.of(operations.overview(staff), words);
  }
}
