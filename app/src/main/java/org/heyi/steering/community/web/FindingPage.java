package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.steering.community.finding.Exemption;
import org.heyi.steering.community.finding.Finding;

/// What the page of one finding shows, with all words said.
///
/// @param mayExempt whether the reader may let it be, or withdraw that
public record FindingPage(
    String areaPath,
    String areaName,
    Finding finding,
    FindingRow row,
    List<Past> history,
    boolean mayExempt) {

  /// One exemption, live or past.
  ///
  /// @param state the end of the key of what became of it
  public record Past(Exemption it, String expected, String found, String state, boolean live) {}

  public boolean asks() {
    return mayExempt && finding.isWarning();
  }
}
