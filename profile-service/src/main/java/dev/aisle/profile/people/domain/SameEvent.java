package dev.aisle.profile.people.domain;

import java.util.Comparator;

/** Which of several readings of one event stays. A total order, so that it doesn't depend on which one came first. */
final class SameEvent {
    static final Comparator<PersonEvent> FIRST = Comparator.<PersonEvent>naturalOrder()
            .thenComparing(PersonEvent::type)
            .thenComparingLong(PersonEvent::consentVersion)
            .thenComparingInt(event -> PurposeSets.bits(event.purposes()))
            .thenComparing(event -> event.items().toString())
            .thenComparing(event -> String.valueOf(event.order()))
            .thenComparingLong(PersonEvent::session)
            .thenComparing(PersonEvent::list)
            .thenComparing(PersonEvent::name)
            .thenComparing(event -> String.valueOf(event.zone()))
            .thenComparing(event -> event.context().toString())
            .thenComparing(event -> event.quality().toString());

    private SameEvent() {}
}
