/// # 号源 Capacity
///
/// Holds what can be booked: clinics, slots and appointments, never sold twice. Start reading at
/// [Clinics] and [Appointments], then `SlotRules`. Other systems come by [Bookings]. Referral books
/// through it; it tells by [AppointmentEvent] when a clinic is stopped or another doctor stands in.
///
/// ## Who owns what
///
/// | thing | states | owned by | may be refused |
/// |---|---|---|---|
/// | 出诊模板 weekly template | in use, retired | schedule clerk of the hospital | the same doctor twice in a session; a segment that ends before it begins |
/// | 出诊单元 clinic | draft → published → stopped; vacant when its doctor left | schedule clerk; extra numbers by its doctor | publishing or any later change that leaves the reserved share below the plan without a reason; a change to what somebody else changed first |
/// | 号 slot | free, held, booked, cancelled | the clinic; a hold by one account until it lapses | not yet open, not entitled, too late, taken, clinic stopped |
/// | 预约 appointment | booked → arrived, no-show, cancelled, displaced | the institution that booked; the hospital's desk marks arrival | one live appointment per slot, per purpose, and per resident and clinic |
///
/// A no-show who comes after all arrives; a displaced one is booked again by moving it.
///
/// ## Two people at once
///
/// The row decides. Booking takes a slot with `for update skip locked` and a guarded state, so two
/// never get one; a lapsed hold counts as free in the same SQL. Stopping locks all slots of the
/// clinic first, so that every booking is either on its list or refused. Changes to what a hospital
/// offers on a day pass one after the other through the row of that day's quota, so that two clerks
/// cannot together slip below the share. Locks are taken in one order: quota day, clinic, slot,
/// appointment; moving waits only for the slot it gives back, before it holds anything.
@ApplicationModule(
    displayName = "号源 Capacity",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.sheet",
      "platform.access",
      "platform.access::leaving",
      "platform.policy",
      "platform.revision",
      "platform.calendar",
      "platform.fhir",
      "platform.work",
      "platform.notice",
      "steering.directory",
      "steering.community",
      "person.resident"
    })
@NullMarked
package org.heyi.flow.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
