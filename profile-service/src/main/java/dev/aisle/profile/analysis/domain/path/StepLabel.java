package dev.aisle.profile.analysis.domain.path;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.EventCondition;
import dev.aisle.profile.people.domain.PersonEvent;

/** What a step of a path is called. */
public enum StepLabel {
    /** The event's type; the name of a custom event. */
    TYPE,
    /** The type and the category of the first product or of the list: {@code product_view Home/Kitchen}. */
    TYPE_AND_CATEGORY;

    String of(PersonEvent event) {
        String type = event.type() == EventType.CUSTOM ? event.name() : EventCondition.nameOf(event.type());
        boolean plain = this == TYPE || (event.items().isEmpty() && event.list().isEmpty());
        return plain ? type : type + " " + Breakdown.CATEGORY.of(event);
    }
}
