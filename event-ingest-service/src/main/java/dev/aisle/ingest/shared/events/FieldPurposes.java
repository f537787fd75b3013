package dev.aisle.ingest.shared.events;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops the fields of an event that no granted purpose needs. Which field serves which purpose stands in the contract, in the option
 * {@code aisle.common.v1.purposes} of the field.
 */
public final class FieldPurposes {
    /** The purposes for which an event as such may be kept. */
    private static final List<Purpose> OF_EVENTS =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    /** By the bits of the granted purposes, so that an event costs a look-up and its own fields. */
    private static final List<MinimisationPlan> PLANS = plans();

    private FieldPurposes() {}

    /** Whether an event of somebody who granted these may be stored at all. */
    public static boolean allowAny(Set<Purpose> granted) {
        return bits(granted) != 0;
    }

    /**
     * Drops the fields that no granted purpose needs and notes them in the event by the client's names.
     *
     * @return their names in the contract, {@code search.query}; {@code properties} for each property of a custom event
     */
    public static List<String> minimise(ShopEvent.Builder event, Set<Purpose> granted) {
        List<ContractField> dropped = PLANS.get(bits(granted)).apply(event);
        List<String> names = new ArrayList<>(dropped.size());
        for (ContractField field : dropped) {
            names.add(field.name());
            note(event, field.clientName());
        }
        if (event.getPropertiesCount() > 0) {
            minimiseProperties(event, granted, names);
        }
        return names;
    }

    private static void minimiseProperties(ShopEvent.Builder event, Set<Purpose> granted, List<String> names) {
        for (Map.Entry<String, Value> property :
                Map.copyOf(event.getPropertiesMap()).entrySet()) {
            List<Purpose> own = property.getValue().getPurposesList();
            if ((own.isEmpty() ? ContractField.PROPERTIES.purposes() : own)
                    .stream().noneMatch(granted::contains)) {
                event.removeProperties(property.getKey());
                names.add(ContractField.PROPERTIES.name());
                note(event, ContractField.PROPERTIES.clientName() + "." + property.getKey());
            }
        }
    }

    private static void note(ShopEvent.Builder event, String clientName) {
        if (!event.getMinimisedFieldsList().contains(clientName)) {
            event.addMinimisedFields(clientName);
        }
    }

    private static int bits(Set<Purpose> granted) {
        int bits = 0;
        for (int i = 0; i < OF_EVENTS.size(); i++) {
            bits |= granted.contains(OF_EVENTS.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    private static List<MinimisationPlan> plans() {
        List<MinimisationPlan> plans = new ArrayList<>();
        for (int bits = 0; bits < 1 << OF_EVENTS.size(); bits++) {
            Set<Purpose> granted = EnumSet.of(Purpose.NECESSARY);
            for (int i = 0; i < OF_EVENTS.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    granted.add(OF_EVENTS.get(i));
                }
            }
            plans.add(MinimisationPlan.of(ShopEvent.getDescriptor(), "", granted));
        }
        return List.copyOf(plans);
    }
}
