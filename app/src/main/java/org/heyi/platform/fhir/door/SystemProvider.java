package org.heyi.platform.fhir.door;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.springframework.stereotype.Component;

/// What belongs to no type. Public because HAPI calls it by reflection.
@Component
public class SystemProvider {

  private final Batches batches;
  private final Capabilities capabilities;

  SystemProvider(Batches batches, Capabilities capabilities) {
    this.batches = batches;
    this.capabilities = capabilities;
  }

  /// HAPI tells its provider of metadata which server it is of, and warns when it cannot.
  public void setRestfulServer(RestfulServer server) {
    // what the server can do is known from the sources
  }

  @Transaction
  public Bundle run(@TransactionParam Bundle in, HttpServletRequest request) {
    return batches.run(in, WhoCalls.of(), request);
  }

  /// What this server can do, for everybody: it names no resident and no account.
  @Metadata
  public CapabilityStatement metadata() {
    return capabilities.statement();
  }
}
