package org.heyi.platform.fhir.door;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.springframework.stereotype.Component;

/// What this server can do, for everybody: it names no resident and no account. Public because HAPI
/// calls it by reflection.
@Component
public class MetadataProvider {

  private final Capabilities capabilities;

  MetadataProvider(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  /// HAPI tells its provider of metadata which server it is of, and warns when it cannot.
  public void setRestfulServer(RestfulServer server) {
    // what the server can do is known from the sources
  }

  @Metadata
  public CapabilityStatement metadata() {
    return capabilities.statement();
  }
}
