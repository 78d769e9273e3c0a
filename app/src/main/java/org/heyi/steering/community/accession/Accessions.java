package org.heyi.steering.community.accession;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.steering.community.MemberRole;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// In which order and how institutions joined.
@Service
@Transactional
public class Accessions {

  private final AccessionStore store;
  private final Clock clock;

  Accessions(AccessionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The first batch first; those who lead joined nobody, and those outside do not join.
  @NoStaffNeeded(because = "membership is public")
  public List<Batch> batches(ConsortiumId consortium) {
    var joining =
        Arrays.stream(MemberRole.values()).filter(MemberRole::joins).map(MemberRole::code).toList();
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return store.joined(consortium, joining, today).stream()
        .collect(
            groupingBy(
                AccessionStore.Row::batch,
                LinkedHashMap::new,
                mapping(AccessionStore.Row::member, toList())))
        .entrySet()
        .stream()
        .map(it -> it.getKey().with(it.getValue()))
        .toList();
  }
}
