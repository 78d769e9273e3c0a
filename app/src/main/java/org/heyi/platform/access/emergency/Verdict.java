package org.heyi.platform.access.emergency;

/// 审查结论: what a reviewer thinks of an emergency access.
public enum Verdict {
  JUSTIFIED,
  UNJUSTIFIED
}
