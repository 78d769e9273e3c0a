package org.heyi.flow.capacity.fhir;

import static org.heyi.platform.shared.Moments.CHINA;

import org.heyi.flow.capacity.ClinicQuery;
import org.heyi.flow.capacity.Clinics;
import org.heyi.flow.capacity.PublishClinics;
import org.heyi.flow.capacity.Schedules;
import org.heyi.platform.fhir.FhirOperation;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.springframework.stereotype.Component;

/// 放号: `Schedule/$publish` publishes the caller's drafts of a period, all or none, with the
/// reserved share of each day held. Where nothing is left to publish, nothing happens.
@Component
class PublishSchedules implements FhirOperation {

  private final Clinics clinics;
  private final Schedules schedules;

  PublishSchedules(Clinics clinics, Schedules schedules) {
    this.clinics = clinics;
    this.schedules = schedules;
  }

  @Override
  public Offer offer() {
    return new Offer(Schedule.class, "publish", true);
  }

  @Override
  public Resource run(Parameters in, Staff by) {
    var input = new OperationInput("$publish", in).only("start", "end", "service-type", "reason");
    var command =
        new PublishClinics(
            input.text("service-type"), input.day("start"), input.day("end"), input.text("reason"));
    var published = new IntegerType(drafts(command, by) == 0 ? 0 : clinics.publish(command, by));
    var answer = new Parameters();
    answer.addParameter().setName("published").setValue(published);
    return answer;
  }

  private long drafts(PublishClinics command, Staff by) {
    var query =
        new ClinicQuery(
            by.institution(),
            command.department(),
            command.from().atStartOfDay(CHINA).toInstant(),
            command.until().plusDays(1).atStartOfDay(CHINA).toInstant(),
            "draft");
    return schedules.search(query, PageQuery.first(), by).total();
  }
}
