package org.heyi.platform.access.web;

import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;

/// Says a refusal at the field it belongs to.
final class Refusal {

  static String said(ProblemException refused, Words words) {
    return words.of(refused.problem(), refused.args().toArray());
  }

  private Refusal() {}
}
