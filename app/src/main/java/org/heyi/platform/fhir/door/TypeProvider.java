package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BODY_NEEDED;
import static org.heyi.platform.fhir.FhirProblem.WRONG_TYPE;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// One resource type as HAPI wants to be told of it: every interaction there is, each handed to
/// [Interactions], which knows what is offered.
final class TypeProvider implements IResourceProvider {

  private final Class<? extends Resource> type;
  private final Interactions interactions;

  TypeProvider(Class<? extends Resource> type, Interactions interactions) {
    this.type = type;
    this.interactions = interactions;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  @Read(version = true)
  public IBaseResource read(@IdParam IIdType id, RequestDetails call) {
    var who = WhoCalls.of();
    return id.hasVersionIdPart()
        ? interactions.version(name(), id.getIdPart(), id.getVersionIdPart(), who)
        : interactions.read(name(), id.getIdPart(), who);
  }

  @Search(allowUnknownParams = true)
  public Bundle search(RequestDetails call) {
    return interactions.search(name(), parameters(call), WhoCalls.of());
  }

  @History
  public List<IBaseResource> history(@IdParam IIdType id) {
    return List.copyOf(interactions.history(name(), id.getIdPart(), WhoCalls.of()));
  }

  @Create
  public MethodOutcome create(@ResourceParam @Nullable Resource body, RequestDetails call) {
    return outcome(interactions.create(needed(body), Terms.of(call), WhoCalls.of()));
  }

  @Update
  public MethodOutcome update(
      @IdParam IIdType id, @ResourceParam @Nullable Resource body, RequestDetails call) {
    return outcome(
        interactions.update(id.getIdPart(), needed(body), Terms.of(call), WhoCalls.of()));
  }

  @Operation(name = Operation.NAME_MATCH_ALL, idempotent = true)
  public IBaseResource operate(RequestDetails call) {
    return interactions.operate(
        name(),
        call.getOperation().substring(1),
        input(call),
        call.getRequestType() == RequestTypeEnum.POST,
        Terms.of(call),
        WhoCalls.of());
  }

  private static Parameters input(RequestDetails call) {
    var body = call.getResource();
    if (body != null) {
      return body instanceof Parameters in ? in : wrong(body);
    }
    var in = new Parameters();
    parameters(call).forEach((name, values) -> values.forEach(it -> in.addParameter(name, it)));
    return in;
  }

  private static Parameters wrong(IBaseResource body) {
    throw WRONG_TYPE.with("Parameters", body.fhirType());
  }

  private String name() {
    return type.getSimpleName();
  }

  private static Resource needed(@Nullable Resource body) {
    if (body == null) {
      throw BODY_NEEDED.with();
    }
    return body;
  }

  private static MethodOutcome outcome(Interactions.Done done) {
    var outcome = new MethodOutcome(done.resource().getIdElement(), done.created());
    outcome.setResource(done.resource());
    return outcome;
  }

  private static Map<String, List<String>> parameters(RequestDetails call) {
    var all = new LinkedHashMap<String, List<String>>();
    call.getParameters().forEach((name, values) -> all.put(name, Arrays.asList(values)));
    return all;
  }
}
