package dev.aisle.ingest.shared.events;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.aisle.contracts.common.v1.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be dropped from a message under given purposes, read out of the contract once.
 *
 * @param drops fields that go
 * @param below messages in which something goes
 */
record MinimisationPlan(List<Drop> drops, List<Below> below) {
    record Drop(FieldDescriptor field, ContractField named) {}

    record Below(FieldDescriptor field, MinimisationPlan plan) {}

    static MinimisationPlan of(Descriptor message, String prefix, Set<Purpose> granted) {
        List<Drop> drops = new ArrayList<>();
        List<Below> below = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            ContractField named = ContractField.of(field, prefix + field.getName());
            if (hasPurposesBelow(field)) {
                MinimisationPlan plan = of(field.getMessageType(), named.name() + ".", granted);
                if (!plan.isEmpty()) {
                    below.add(new Below(field, plan));
                }
            } else if (!field.isMapField() && named.purposes().stream().noneMatch(granted::contains)) {
                drops.add(new Drop(field, named));
            }
        }
        return new MinimisationPlan(List.copyOf(drops), List.copyOf(below));
    }

    /** Whether a field is a message whose own fields say what they are for. */
    private static boolean hasPurposesBelow(FieldDescriptor field) {
        return !field.isMapField()
                && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && field.getMessageType().getFields().stream()
                        .anyMatch(inner -> !ContractField.of(inner, inner.getName())
                                .purposes()
                                .isEmpty());
    }

    boolean isEmpty() {
        return drops.isEmpty() && below.isEmpty();
    }

    /** Drops, and says which fields held something. */
    List<ContractField> apply(Message.Builder message) {
        if (isEmpty()) {
            return List.of();
        }
        List<ContractField> dropped = new ArrayList<>();
        apply(message, dropped);
        return dropped;
    }

    private void apply(Message.Builder message, List<ContractField> dropped) {
        for (Drop drop : drops) {
            boolean set = drop.field().isRepeated()
                    ? message.getRepeatedFieldCount(drop.field()) > 0
                    : message.hasField(drop.field());
            if (set) {
                message.clearField(drop.field());
                dropped.add(drop.named());
            }
        }
        for (Below inner : below) {
            if (inner.field().isRepeated()) {
                for (int i = 0; i < message.getRepeatedFieldCount(inner.field()); i++) {
                    inner.plan().apply(message.getRepeatedFieldBuilder(inner.field(), i), dropped);
                }
            } else if (message.hasField(inner.field())) {
                inner.plan().apply(message.getFieldBuilder(inner.field()), dropped);
            }
        }
    }
}
