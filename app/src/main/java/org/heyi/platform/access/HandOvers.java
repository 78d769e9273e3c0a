package org.heyi.platform.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.LeavingEvent;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.shared.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// 交接: asks all rooms what is open in somebody's name, and has them give it on.
@Component
class HandOvers {

  private final List<Belongings> rooms;
  private final DutyHolders holders;
  private final Names names;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HandOvers(
      ObjectProvider<Belongings> rooms,
      DutyHolders holders,
      Names names,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rooms = rooms.orderedStream().toList();
    this.holders = holders;
    this.names = names;
    this.events = events;
    this.clock = clock;
  }

  List<Leaving.Matter> matters(Leaver leaver) {
    var open = open(leaver);
    var places = names.of(open.keySet().stream().map(DutyAt::institution).collect(toSet()));
    var matters = new ArrayList<Leaving.Matter>();
    open.forEach((needed, its) -> {
      var successors = new LinkedHashMap<>(holders.of(needed));
      successors.remove(leaver.account());
      var place = places.getOrDefault(needed.institution(), needed.institution().value());
      matters.add(new Leaving.Matter(needed, place, its, successors));
    });
    matters.sort(Comparator.comparing(it -> it.needed().key()));
    return matters;
  }

  private Map<DutyAt, List<Belongings.Open>> open(Leaver leaver) {
    return rooms.stream()
        .flatMap(it -> it.open(leaver).stream())
        .collect(groupingBy(Belongings.Open::needed));
  }

  /// In the transaction that holds the leaver's account. What a room leaves behind undoes it all.
  ///
  /// @return how much was handed over
  long perform(HandOver it) {
    var open = open(it.from());
    rooms.forEach(room -> room.handOver(it));
    var left = open(it.from());
    if (!left.isEmpty()) {
      throw new IllegalStateException("left behind: " + left);
    }
    open.forEach((needed, its) -> tell(it, needed, its));
    return open.values().stream().flatMap(List::stream).mapToLong(Belongings.Open::count).sum();
  }

  private void tell(HandOver it, DutyAt needed, List<Belongings.Open> its) {
    AccountId to = it.successor(needed).map(Successor::account).orElse(null);
    long count = its.stream().mapToLong(Belongings.Open::count).sum();
    events.publishEvent(
        new LeavingEvent(
            it.from().account(), it.from().name(), needed, to, count, clock.instant()));
  }
}
