package org.heyi.steering.directory.jurisdiction;

import java.util.List;
import org.heyi.steering.directory.InstitutionView;

/// 政区汇总: a place with its numbers, and how they are put together: those of each place directly
/// below it, and those of the institutions that lie in none of these.
///
/// @param above what it lies in, highest first, as far as the reader reaches
/// @param labels which numbers the rooms above give
/// @param here the institutions that lie in no place below
public record RollUp(
    PlaceView place,
    List<PlaceView> above,
    List<Label> labels,
    List<Branch> branches,
    PlaceNumbers direct,
    PlaceNumbers total,
    List<InstitutionView> here) {

  /// Name for programs, and key of the words.
  public record Label(String code, String words) {}

  /// One place directly below.
  public record Branch(PlaceView place, PlaceNumbers numbers) {}
}
