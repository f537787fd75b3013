package dev.aisle.contracts;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;

/** A message with every field set, each to a value that its number gives. */
final class SampleMessage {
    private SampleMessage() {}

    static DynamicMessage of(Descriptor type) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.isRepeated()) {
                message.addRepeatedField(field, value(field));
            } else {
                message.setField(field, value(field));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field) {
        int number = field.getNumber();
        return switch (field.getJavaType()) {
            case INT -> number;
            case LONG -> 1_000_000_000L + number;
            case FLOAT -> number + 0.5f;
            case DOUBLE -> number + 0.25;
            case BOOLEAN -> true;
            case STRING -> field.getName();
            case BYTE_STRING -> ByteString.copyFromUtf8(field.getName());
            case ENUM ->
                field.getEnumType()
                        .getValues()
                        .get(1 % field.getEnumType().getValues().size());
            case MESSAGE -> of(field.getMessageType());
        };
    }
}
