package org.heyi.platform.fhir;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Resource;

/// FHIR 来源: a room's mapping between its views and one resource type. The room implements it as a
/// bean in its package `fhir`; it is an ordinary client of the room's facade, which decides what
/// the caller may see and do.
///
/// There is one for each type: a second one stops the start.
public interface FhirSource<T extends Resource> {

  FhirOffer<T> offer();

  /// The resource as the caller may see it, with id and, where it changes, `meta.versionId`.
  ///
  /// @param id as in the path; whatever somebody typed
  /// @throws org.heyi.platform.shared.ProblemException of kind UNKNOWN, also for what the caller
  ///   may not know of
  T read(String id, Staff by);

  /// One page of what the caller may see, in an order that lasts.
  ///
  /// @param query holds only parameters of the offer
  FhirPage<T> search(FhirQuery query, Staff by);

  /// A type whose earlier versions can be told.
  interface WithHistory<T extends Resource> extends FhirSource<T> {

    /// All versions the caller may see, newest first, each with `meta.versionId`.
    List<T> history(String id, Staff by);
  }

  /// A type that other systems may create.
  interface Creating<T extends Resource> extends FhirSource<T> {

    /// Does it by the facade and answers the new resource's id. Joins the caller's transaction.
    FhirMade create(T body, Staff by);
  }

  /// A type that other systems may change.
  interface Updating<T extends Resource> extends FhirSource<T> {

    /// Does it by the facade. Joins the caller's transaction.
    ///
    /// @param version the caller has seen, as in `meta.versionId`
    /// @throws org.heyi.platform.shared.ProblemException of kind CONFLICT when there is a newer one
    void update(String id, int version, T body, Staff by);
  }
}
