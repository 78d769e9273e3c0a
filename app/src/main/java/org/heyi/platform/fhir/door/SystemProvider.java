package org.heyi.platform.fhir.door;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import jakarta.servlet.http.HttpServletRequest;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/// What belongs to no type. Public because HAPI calls it by reflection.
@Component
public class SystemProvider {

  private final Batches batches;

  SystemProvider(Batches batches) {
    this.batches = batches;
  }

  @Transaction
  public Bundle run(@TransactionParam Bundle in, HttpServletRequest request) {
    return batches.run(in, WhoCalls.of(), request);
  }
}
