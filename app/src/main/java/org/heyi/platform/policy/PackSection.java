package org.heyi.platform.policy;

/// 政策包的一节: one top-level key of a policy pack and the room that understands it.
///
/// A room contributes it as a bean. `@Order` says which is read and applied first: an institution
/// before the consortium that it joins. What no section claims is an error.
public interface PackSection {

  /// The top-level key.
  String name();

  /// Whether a pack without it is refused.
  default boolean required() {
    return true;
  }

  /// Reads the section. Everything wrong is told to the reading, with its place; then what is
  /// returned is never applied.
  Part read(PackNode section, PackReading reading);

  /// What one section of one pack says.
  interface Part {

    /// Checks that need other sections; all have been read.
    ///
    /// It may also compare with what is in the database now: a pack is read once more in the
    /// transaction that applies it, under the lock of all packs, so nothing comes between. What is
    /// refused here, with its place, stops the start, and an administrator who uploads a version
    /// sees it beside the other faults.
    default void check(PackReading reading) {}

    /// Writes it in the loader's transaction, after the parts of the sections before it.
    void apply(Pack pack);
  }
}
