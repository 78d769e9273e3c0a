package org.heyi.platform.fhir.door;

import java.time.Clock;
import java.util.Date;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirSource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/// 能力声明: the CapabilityStatement, made from what the sources offer and nothing else.
@Component
class Capabilities {

  private final Sources sources;
  private final Bundles bundles;
  private final Clock clock;

  Capabilities(Sources sources, Bundles bundles, Clock clock) {
    this.sources = sources;
    this.bundles = bundles;
    this.clock = clock;
  }

  CapabilityStatement statement() {
    var all = new CapabilityStatement();
    all.setStatus(PublicationStatus.ACTIVE)
        .setDate(Date.from(clock.instant()))
        .setKind(CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1)
        .addFormat("json");
    all.getSoftware().setName("Heyi");
    all.getImplementation().setDescription("Heyi 合医").setUrl(bundles.base());
    var rest = all.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.getSecurity().setDescription("OAuth 2 client credentials, SMART v2 system scopes");
    rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
    rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
    sources.all().forEach(it -> type(it, rest));
    return all;
  }

  private <T extends Resource> void type(
      FhirSource<T> source, CapabilityStatementRestComponent rest) {
    var offer = source.offer();
    var type = rest.addResource().setType(offer.name()).setProfile(offer.profile());
    does(type, TypeRestfulInteraction.READ, TypeRestfulInteraction.SEARCHTYPE);
    if (source instanceof FhirSource.WithHistory<?>) {
      does(type, TypeRestfulInteraction.VREAD, TypeRestfulInteraction.HISTORYINSTANCE);
    }
    if (source instanceof FhirSource.Creating<?>) {
      does(type, TypeRestfulInteraction.CREATE);
      type.setConditionalCreate(true);
    }
    if (source instanceof FhirSource.Updating<?>) {
      does(type, TypeRestfulInteraction.UPDATE);
      type.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE);
    }
    offer.includes().forEach(it -> type.addSearchInclude(offer.name() + ":" + it.name()));
    for (var param : offer.params()) {
      var it = type.addSearchParam().setName(param.name()).setType(param.type());
      if (param.needed()) {
        it.setDocumentation("required");
      }
    }
    for (var operation : sources.operations(offer.type())) {
      type.addOperation()
          .setName(operation.offer().name())
          .setDefinition(
              FhirOffer.BASE
                  + "OperationDefinition/"
                  + offer.name()
                  + "-"
                  + operation.offer().name());
    }
  }

  private static void does(
      CapabilityStatementRestResourceComponent type, TypeRestfulInteraction... all) {
    for (var one : all) {
      type.addInteraction().setCode(one);
    }
  }
}
