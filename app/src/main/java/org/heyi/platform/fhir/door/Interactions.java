package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.CHANGED;
import static org.heyi.platform.fhir.FhirProblem.NOT_OFFERED;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_OPERATION;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_VERSION;
import static org.heyi.platform.fhir.FhirProblem.OUTSIDE_SCOPE;
import static org.heyi.platform.fhir.FhirProblem.WRONG_ID;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.heyi.platform.access.signin.ActingSystem;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one road of every interaction, alone or in a Bundle: the token's scope, then the source.
@Component
class Interactions {

  private final Sources sources;
  private final Queries queries;
  private final Bundles bundles;
  private final Repeats repeats;

  Interactions(Sources sources, Queries queries, Bundles bundles, Repeats repeats) {
    this.sources = sources;
    this.queries = queries;
    this.bundles = bundles;
    this.repeats = repeats;
  }

  /// What came of a write.
  record Done(Resource resource, boolean created) {}

  Resource read(String type, String id, ActingSystem who) {
    scope(who, type, 'r');
    return read(sources.of(type), id, who.staff());
  }

  private static <T extends Resource> T read(FhirSource<T> source, String id, Staff by) {
    return shown(source, source.read(id, by));
  }

  private static <T extends Resource> T shown(FhirSource<T> source, T resource) {
    resource.getMeta().addProfile(source.offer().profile());
    return resource;
  }

  Resource version(String type, String id, String version, ActingSystem who) {
    scope(who, type, 'r');
    return versions(sources.of(type), id, who.staff()).stream()
        .filter(it -> it.getMeta().getVersionId().equals(version))
        .findFirst()
        .orElseThrow(() -> NO_SUCH_VERSION.with(version));
  }

  List<? extends Resource> history(String type, String id, ActingSystem who) {
    scope(who, type, 'r');
    var source = sources.of(type);
    if (!(source instanceof FhirSource.WithHistory<?>)) {
      throw NOT_OFFERED.with();
    }
    return Bundles.history(versions(source, id, who.staff()));
  }

  /// A type that keeps no history has the version of now.
  private static <T extends Resource> List<T> versions(FhirSource<T> source, String id, Staff by) {
    return source instanceof FhirSource.WithHistory<T> kept
        ? kept.history(id, by).stream().map(it -> shown(source, it)).toList()
        : List.of(read(source, id, by));
  }

  Bundle search(String type, Map<String, List<String>> raw, ActingSystem who) {
    scope(who, type, 's');
    return search(sources.of(type), raw, who);
  }

  private <T extends Resource> Bundle search(
      FhirSource<T> source, Map<String, List<String>> raw, ActingSystem who) {
    var asked = queries.read(source.offer(), raw);
    var page =
        asked.ids().isEmpty()
            ? source.search(asked.query(), who.staff())
            : byIds(source, asked, who.staff());
    page.rows().forEach(it -> shown(source, it));
    var included = new LinkedHashMap<String, Resource>();
    for (var include : asked.includes()) {
      for (var row : page.rows()) {
        include.of().apply(row).forEach(it -> include(it.getReference(), included, who));
      }
    }
    return bundles.found(
        source.offer().name(), raw, asked.query().page(), page, List.copyOf(included.values()));
  }

  private static <T extends Resource> FhirPage<T> byIds(
      FhirSource<T> source, Queries.Asked<T> asked, Staff by) {
    var found = new ArrayList<T>();
    for (var id : asked.ids()) {
      hidden(() -> source.read(id, by)).ifPresent(found::add);
    }
    return FhirPage.all(found, asked.query());
  }

  private void include(String reference, Map<String, Resource> included, ActingSystem who) {
    int slash = reference.indexOf('/');
    if (slash > 0 && !included.containsKey(reference)) {
      var type = reference.substring(0, slash);
      hidden(() -> read(type, reference.substring(slash + 1), who))
          .ifPresent(it -> included.put(reference, it));
    }
  }

  /// What the caller may not see is not there.
  private static <T> Optional<T> hidden(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ProblemException refused) {
      var kind = refused.problem().kind();
      if (kind == Problem.Kind.UNKNOWN || kind == Problem.Kind.FORBIDDEN) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  Done create(Resource body, Terms terms, ActingSystem who) {
    var type = body.fhirType();
    scope(who, type, 'c');
    return create(sources.of(type), body, terms, who.staff());
  }

  private <T extends Resource> Done create(
      FhirSource<T> source, Resource body, Terms terms, Staff by) {
    if (!(source instanceof FhirSource.Creating<T> creating)) {
      throw NOT_OFFERED.with();
    }
    var type = source.offer().type();
    var made = repeats.create(type, body, terms, by, () -> creating.create(type.cast(body), by));
    return new Done(read(source, made.id(), by), made.created());
  }

  Done update(String id, Resource body, Terms terms, ActingSystem who) {
    var type = body.fhirType();
    scope(who, type, 'u');
    if (body.hasId() && !body.getIdElement().getIdPart().equals(id)) {
      throw WRONG_ID.with(body.getIdElement().getIdPart(), id);
    }
    return update(sources.of(type), id, body, terms, who.staff());
  }

  private <T extends Resource> Done update(
      FhirSource<T> source, String id, Resource body, Terms terms, Staff by) {
    if (!(source instanceof FhirSource.Updating<T> updating)) {
      throw NOT_OFFERED.with();
    }
    var version = terms.version();
    try {
      repeats.write(
          body,
          terms,
          by,
          () -> {
            if (!versionOf(source, id, by).equals(version)) {
              throw CHANGED.with(version);
            }
            var resource = source.offer().type().cast(body);
            updating.update(id, Integer.parseInt(version), resource, by);
            return new FhirMade(id, false);
          });
    } catch (ProblemException late) {
      throw overtaken(source, id, version, late, by) ? CHANGED.with(version) : late;
    }
    return new Done(read(source, id, by), false);
  }

  /// A conflict because of a newer version, and not because of what was asked. In a Bundle's
  /// transaction nothing can be read any more.
  private static boolean overtaken(
      FhirSource<?> source, String id, String version, ProblemException late, Staff by) {
    return late.problem().kind() == Problem.Kind.CONFLICT
        && !TransactionSynchronizationManager.isActualTransactionActive()
        && !versionOf(source, id, by).equals(version);
  }

  private static String versionOf(FhirSource<?> source, String id, Staff by) {
    return String.valueOf(source.read(id, by).getMeta().getVersionId());
  }

  /// @param asked by POST, with everything a write needs; else by GET
  Resource operate(
      String type, String name, Parameters in, boolean asked, Terms terms, ActingSystem who) {
    var operation =
        sources.operations(sources.of(type).offer().type()).stream()
            .filter(it -> it.offer().name().equals(name))
            .findFirst()
            .orElseThrow(() -> NO_SUCH_OPERATION.with(type, name));
    scope(who, type, operation.offer().writes() ? 'c' : 's');
    if (!operation.offer().writes()) {
      return operation.run(in, who.staff());
    }
    if (!asked) {
      throw NOT_OFFERED.with();
    }
    return write(operation, in, terms, who.staff());
  }

  private Resource write(FhirOperation operation, Parameters in, Terms terms, Staff by) {
    return repeats.answer(operation.offer().name(), in, terms, by, () -> operation.run(in, by));
  }

  private static void scope(ActingSystem who, String type, char interaction) {
    if (!who.may(type, interaction)) {
      throw OUTSIDE_SCOPE.with(type, String.valueOf(interaction));
    }
  }
}
