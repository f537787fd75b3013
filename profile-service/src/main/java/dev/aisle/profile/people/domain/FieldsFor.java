package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.util.List;

/** What of an event a purpose may see: the fields that the contract of events collects for it (option {@code aisle.common.v1.purposes}). */
final class FieldsFor {
    private FieldsFor() {}

    static PersonEvent of(PersonEvent event, Purpose purpose) {
        return switch (purpose) {
            case ANALYTICS -> event;
            case PERSONALIZATION -> personalization(event);
            case MODEL_TRAINING -> modelTraining(event);
            default -> bare(event);
        };
    }

    /** Without the campaign of the address; that of a message stays. */
    private static PersonEvent personalization(PersonEvent event) {
        PersonContext context = event.context();
        boolean ofMessage = event.type().name().startsWith("MESSAGE_");
        String campaign = ofMessage ? context.campaign() : "";
        return context.source().isEmpty() && context.campaign().equals(campaign)
                ? event
                : with(
                        event,
                        event.items(),
                        new PersonContext(context.device(), context.country(), "", campaign, context.page()));
    }

    /** Products, lists, order ids and the kind of device; neither sums nor circumstances. */
    private static PersonEvent modelTraining(PersonEvent event) {
        List<PersonItem> items = event.items().stream()
                .map(item -> item.variant().isEmpty()
                        ? item
                        : new PersonItem(
                                item.product(), item.category(), item.brand(), "", item.price(), item.quantity()))
                .toList();
        PersonOrder order = event.order();
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                items,
                order == null ? null : new PersonOrder(order.order(), null, 0, "", ""),
                "",
                null,
                new PersonContext(event.context().device(), "", "", "", ""),
                event.quality());
    }

    private static PersonEvent bare(PersonEvent event) {
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                "",
                List.of(),
                null,
                "",
                null,
                PersonContext.NONE,
                event.quality());
    }

    private static PersonEvent with(PersonEvent event, List<PersonItem> items, PersonContext context) {
        return new PersonEvent(
                event.id(),
                event.at(),
                event.type(),
                event.purposes(),
                event.consentVersion(),
                event.session(),
                event.list(),
                items,
                event.order(),
                event.name(),
                event.zone(),
                context,
                event.quality());
    }
}
