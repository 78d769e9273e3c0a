package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes that may come twice: by the key of the request, and by the caller's own identifier. Each
/// runs in one transaction with the row that remembers it.
@Component
class Repeats {

  private static final int LONGEST_KEY = 255;
  private static final String NEW = "new ";
  private static final String KNOWN = "known ";

  private final Once once;
  private final ForeignIdentifierStore identifiers;
  private final TransactionTemplate transaction;
  private final FhirContext fhir;

  Repeats(
      Once once,
      ForeignIdentifierStore identifiers,
      TransactionTemplate transaction,
      FhirContext fhir) {
    this.once = once;
    this.identifiers = identifiers;
    this.transaction = transaction;
    this.fhir = fhir;
  }

  FhirMade create(
      Class<? extends Resource> type,
      Resource body,
      Terms terms,
      Staff by,
      Supplier<FhirMade> effect) {
    var identifier = terms.identifier(type.getSimpleName());
    return write(
        body, terms, by, () -> identifier.map(it -> unlessKnown(it, by, effect)).orElseGet(effect));
  }

  private FhirMade unlessKnown(
      ForeignIdentifierStore.Key identifier, Staff by, Supplier<FhirMade> effect) {
    if (!identifiers.claim(identifier, by)) {
      return FhirMade.known(identifiers.find(identifier, by).orElseThrow());
    }
    var made = effect.get();
    identifiers.made(identifier, made.id(), by);
    return made;
  }

  FhirMade write(Resource body, Terms terms, Staff by, Supplier<FhirMade> effect) {
    var answer =
        run(
            terms.ifMatch() + " " + json(body),
            terms,
            by,
            () -> {
              var made = effect.get();
              return (made.created() ? NEW : KNOWN) + made.id();
            });
    return answer.startsWith(NEW)
        ? new FhirMade(answer.substring(NEW.length()), true)
        : new FhirMade(answer.substring(KNOWN.length()), false);
  }

  /// The same for an operation, whose answer is a resource.
  Resource answer(String operation, Resource in, Terms terms, Staff by, Supplier<Resource> effect) {
    var answer = run(operation + " " + json(in), terms, by, () -> json(effect.get()));
    return (Resource) fhir.newJsonParser().parseResource(answer);
  }

  private String run(String content, Terms terms, Staff by, Supplier<String> effect) {
    var key = terms.key();
    return key == null
        ? Objects.requireNonNull(transaction.execute(_ -> effect.get()))
        : once.run(key(key), content, by, effect);
  }

  /// A caller's key may be any text; ours is a number.
  private static UUID key(String given) {
    if (given.isBlank() || given.length() > LONGEST_KEY) {
      throw BAD_VALUE.with("Idempotency-Key", given.isBlank() ? "" : "…");
    }
    return UUID.nameUUIDFromBytes(("fhir " + given).getBytes(StandardCharsets.UTF_8));
  }

  private String json(@Nullable Resource resource) {
    return fhir.newJsonParser().encodeResourceToString(resource);
  }
}
