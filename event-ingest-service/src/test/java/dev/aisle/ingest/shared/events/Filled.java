package dev.aisle.ingest.shared.events;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An event in which every field that a client can fill is filled. */
final class Filled {
    private static final Set<String> LEFT_ALONE = Set.of("minimised_fields", "masked", "refinement", "properties");

    private Filled() {}

    static ShopEvent.Builder event() {
        ShopEvent.Builder event = ShopEvent.newBuilder();
        fill(event);
        return event;
    }

    private static void fill(Message.Builder message) {
        for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
            if (LEFT_ALONE.contains(field.getName())) {
                continue;
            }
            Object value = value(field, message);
            if (field.isRepeated()) {
                message.addRepeatedField(field, value);
            } else {
                message.setField(field, value);
            }
        }
    }

    private static Object value(FieldDescriptor field, Message.Builder message) {
        return switch (field.getJavaType()) {
            case INT -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1d;
            case BOOLEAN -> true;
            case STRING -> "x";
            case BYTE_STRING -> ByteString.copyFromUtf8("x");
            case ENUM -> field.getEnumType().findValueByNumber(1);
            case MESSAGE -> {
                Message.Builder inner = message.newBuilderForField(field);
                fill(inner);
                yield inner.build();
            }
        };
    }

    /** The paths of the fields that are set, as deep as the contract gives purposes. */
    static Set<String> fieldsOf(ShopEvent event) {
        Set<String> paths = new TreeSet<>();
        collect(event, "", paths);
        paths.removeIf(path -> LEFT_ALONE.contains(path));
        return paths;
    }

    private static void collect(Message message, String prefix, Set<String> paths) {
        for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
            FieldDescriptor field = entry.getKey();
            boolean ours = field.getJavaType() == JavaType.MESSAGE
                    && field.getMessageType()
                            .getFile()
                            .equals(ShopEvent.getDescriptor().getFile())
                    && !field.getMessageType().equals(Money.getDescriptor())
                    && !LEFT_ALONE.contains(field.getName());
            if (ours) {
                List<?> values = field.isRepeated() ? (List<?>) entry.getValue() : List.of(entry.getValue());
                values.forEach(value -> collect((Message) value, prefix + field.getName() + ".", paths));
            } else {
                paths.add(prefix + field.getName());
            }
        }
    }
}
