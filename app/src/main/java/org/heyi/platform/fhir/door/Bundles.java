package org.heyi.platform.fhir.door;

import static ca.uhn.fhir.model.api.ResourceMetadataKeyEnum.ENTRY_TRANSACTION_METHOD;
import static ca.uhn.fhir.model.valueset.BundleEntryTransactionMethodEnum.POST;
import static ca.uhn.fhir.model.valueset.BundleEntryTransactionMethodEnum.PUT;

import java.util.List;
import java.util.Map;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.shared.PageQuery;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Puts what was found into a Bundle, with the links to its other pages.
@Component
class Bundles {

  static final String PATH = "/fhir";

  private final String base;

  Bundles(AccessSettings settings) {
    base = settings.issuer() + PATH;
  }

  /// The address of this server as others know it.
  String base() {
    return base;
  }

  /// @param raw the parameters as they were asked, for the links
  Bundle found(
      String type,
      Map<String, List<String>> raw,
      PageQuery asked,
      FhirPage<? extends Resource> page,
      List<Resource> included) {
    var bundle = bundle(BundleType.SEARCHSET, page.total());
    link(bundle, "self", type, raw, asked.page());
    if (asked.page() > 1) {
      link(bundle, "previous", type, raw, asked.page() - 1);
    }
    if ((long) asked.page() * asked.size() < page.total()) {
      link(bundle, "next", type, raw, asked.page() + 1);
    }
    if (raw.getOrDefault("_summary", List.of()).contains("count")) {
      return bundle;
    }
    page.rows().forEach(it -> add(bundle, it, SearchEntryMode.MATCH));
    included.forEach(it -> add(bundle, it, SearchEntryMode.INCLUDE));
    return bundle;
  }

  /// Versions as HAPI puts them into a Bundle of its own: each says its number and what made it.
  static <T extends Resource> List<T> history(List<T> versions) {
    for (var version : versions) {
      var number = version.getMeta().getVersionId();
      var id = version.getIdElement().getIdPart();
      version.setId(new IdType(version.fhirType(), id, number));
      ENTRY_TRANSACTION_METHOD.put(version, number.equals("1") ? POST : PUT);
    }
    return versions;
  }

  static String etag(Resource resource) {
    return "W/\"" + resource.getMeta().getVersionId() + "\"";
  }

  private static Bundle bundle(BundleType type, long total) {
    var bundle = new Bundle().setType(type);
    return bundle.setTotal(Math.toIntExact(total));
  }

  private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
    var entry = bundle.addEntry().setResource(resource).setFullUrl(url(resource));
    entry.getSearch().setMode(mode);
  }

  private String url(Resource resource) {
    return base + "/" + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }

  private void link(
      Bundle bundle, String relation, String type, Map<String, List<String>> raw, int page) {
    var url = UriComponentsBuilder.fromUriString(base + "/" + type);
    raw.forEach((name, values) -> {
      if (!name.equals(Queries.PAGE)) {
        values.forEach(it -> url.queryParam(name, "{" + name + "}"));
      }
    });
    bundle
        .addLink()
        .setRelation(relation)
        .setUrl(
            url.queryParam(Queries.PAGE, page)
                .encode()
                .buildAndExpand(
                    raw.entrySet().stream()
                        .filter(it -> !it.getKey().equals(Queries.PAGE))
                        .flatMap(it -> it.getValue().stream())
                        .toArray())
                .toUriString());
  }
}
