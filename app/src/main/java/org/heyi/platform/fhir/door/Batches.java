package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BAD_REQUEST;
import static org.heyi.platform.fhir.FhirProblem.BODY_NEEDED;
import static org.heyi.platform.fhir.FhirProblem.NOT_IN_A_BUNDLE;
import static org.heyi.platform.fhir.FhirProblem.TOO_MANY;
import static org.heyi.platform.fhir.FhirProblem.UNKNOWN_REFERENCE;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.platform.access.signin.ActingSystem;
import org.heyi.platform.fhir.FhirSettings;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.RefusalNotes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 批量: several interactions in one request. In a batch each stands for itself; a transaction
/// happens as a whole or not at all, writes first, and its resources may refer to each other by the
/// `urn:uuid:` of their entries (R4 3.1.0.11).
@Component
class Batches {

  private static final List<HTTPVerb> ORDER = List.of(HTTPVerb.POST, HTTPVerb.PUT, HTTPVerb.GET);
  private static final String URN = "urn:uuid:";

  private final Interactions interactions;
  private final Outcomes outcomes;
  private final RefusalNotes notes;
  private final FhirSettings settings;
  private final FhirContext fhir;
  private final TransactionTemplate transaction;

  Batches(
      Interactions interactions,
      Outcomes outcomes,
      RefusalNotes notes,
      FhirSettings settings,
      FhirContext fhir,
      TransactionTemplate transaction) {
    this.interactions = interactions;
    this.outcomes = outcomes;
    this.notes = notes;
    this.settings = settings;
    this.fhir = fhir;
    this.transaction = transaction;
  }

  Bundle run(Bundle in, ActingSystem who, HttpServletRequest request) {
    if (in.getEntry().size() > settings.mostEntries()) {
      throw TOO_MANY.with(settings.mostEntries());
    }
    return switch (in.getType()) {
      case BATCH -> batch(in, who, request);
      case TRANSACTION -> transaction.execute(_ -> transaction(in, who));
      case null, default -> throw BAD_REQUEST.with();
    };
  }

  private Bundle batch(Bundle in, ActingSystem who, HttpServletRequest request) {
    var out = new Bundle().setType(BundleType.BATCHRESPONSE);
    for (var entry : in.getEntry()) {
      try {
        out.addEntry(perform(entry, who));
      } catch (ProblemException refused) {
        out.addEntry(refusal(refused, entry, request));
      }
    }
    return out;
  }

  private BundleEntryComponent refusal(
      ProblemException refused, BundleEntryComponent entry, HttpServletRequest request) {
    notes.refused(refused, "/fhir " + entry.getRequest().getUrl(), request);
    var answer = new BundleEntryComponent();
    answer
        .getResponse()
        .setStatus(String.valueOf(Outcomes.status(refused.problem())))
        .setOutcome(outcomes.of(refused, request));
    return answer;
  }

  private Bundle transaction(Bundle in, ActingSystem who) {
    var answers = new BundleEntryComponent[in.getEntry().size()];
    var made = new HashMap<String, String>();
    for (int i : inOrder(in)) {
      var entry = in.getEntry().get(i);
      resolve(entry, made);
      answers[i] = perform(entry, who);
      if (answers[i].getResource() != null && entry.hasFullUrl()) {
        var id = answers[i].getResource().getIdElement();
        made.put(entry.getFullUrl(), answers[i].getResource().fhirType() + "/" + id.getIdPart());
      }
    }
    var out = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
    Arrays.stream(answers).forEach(out::addEntry);
    return out;
  }

  /// Positions of the entries, those that others may refer to first.
  private static List<Integer> inOrder(Bundle in) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < in.getEntry().size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingInt(i -> ORDER.indexOf(in.getEntry().get(i).getRequest().getMethod())));
    return order;
  }

  private void resolve(BundleEntryComponent entry, Map<String, String> made) {
    if (entry.getResource() == null) {
      return;
    }
    for (var reference :
        fhir.newTerser().getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)) {
      var target = reference.getReference();
      if (target != null && target.startsWith(URN)) {
        var known = made.get(target);
        if (known == null) {
          throw UNKNOWN_REFERENCE.with(target);
        }
        reference.setReference(known);
      }
    }
  }

  private BundleEntryComponent perform(BundleEntryComponent entry, ActingSystem who) {
    var request = entry.getRequest();
    var url = request.getUrl() == null ? "" : request.getUrl();
    int question = url.indexOf('?');
    var path = (question < 0 ? url : url.substring(0, question)).split("/");
    var terms = new Terms(request.getIfMatch(), request.getIfNoneExist(), null);
    return switch (request.getMethod()) {
      case GET -> found(get(path, question < 0 ? "" : url.substring(question + 1), who));
      case POST -> post(path, entry.getResource(), terms, who);
      case PUT -> {
        named(path, 2);
        yield done(interactions.update(path[1], typed(path, entry.getResource()), terms, who));
      }
      case null, default -> throw NOT_IN_A_BUNDLE.with(url);
    };
  }

  private Resource get(String[] path, String query, ActingSystem who) {
    if (path.length == 1) {
      return interactions.search(path[0], parameters(query), who);
    }
    named(path, 2);
    return interactions.read(path[0], path[1], who);
  }

  private BundleEntryComponent post(String[] path, Resource body, Terms terms, ActingSystem who) {
    if (path.length == 2 && path[1].startsWith("$")) {
      if (!(body instanceof Parameters in)) {
        throw BODY_NEEDED.with();
      }
      return found(interactions.operate(path[0], path[1].substring(1), in, true, terms, who));
    }
    named(path, 1);
    return done(interactions.create(typed(path, body), terms, who));
  }

  private static Resource typed(String[] path, Resource body) {
    if (body == null || !body.fhirType().equals(path[0])) {
      throw BODY_NEEDED.with();
    }
    return body;
  }

  private static void named(String[] path, int parts) {
    if (path.length != parts) {
      throw NOT_IN_A_BUNDLE.with(String.join("/", path));
    }
  }

  private static BundleEntryComponent found(Resource resource) {
    var answer = new BundleEntryComponent().setResource(resource);
    answer.getResponse().setStatus("200");
    return answer;
  }

  private static BundleEntryComponent done(Interactions.Done done) {
    var resource = done.resource();
    var answer = new BundleEntryComponent().setResource(resource);
    answer
        .getResponse()
        .setStatus(done.created() ? "201" : "200")
        .setLocation(resource.fhirType() + "/" + resource.getIdElement().getIdPart())
        .setEtag(Bundles.etag(resource));
    return answer;
  }

  private static Map<String, List<String>> parameters(String query) {
    var all = new LinkedHashMap<String, List<String>>();
    UrlUtil.parseQueryString(query).forEach((name, values) -> all.put(name, Arrays.asList(values)));
    return all;
  }
}
