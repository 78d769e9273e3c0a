package org.heyi.bench.mix;

/// What people and systems ask for, and how many of a hundred requests are of the kind.
enum Kind {
  WORKLIST("worklist", 40),
  SEARCH("search", 20),
  REFERRAL("referral page", 15),
  FHIR("FHIR read", 15),
  SEND("send", 10);

  private final String words;
  private final int share;

  Kind(String words, int share) {
    this.words = words;
    this.share = share;
  }

  int share() {
    return share;
  }

  @Override
  public String toString() {
    return words;
  }
}
