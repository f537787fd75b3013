package dev.aisle.ingest.archive.files;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.events.v1.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of the archive, out of the contract: a field that the contract gains is a column from then on. */
public final class Columns {
    public static final String PARTITION = "kafka_partition";
    public static final String OFFSET = "kafka_offset";
    /** Its fields stand in the row itself. */
    static final String FLAT = "refinement";
    /** Of the log only: what was sealed there stands in its own columns. */
    static final String SEALED = "sealed";

    private Columns() {}

    /** SQL type by column, in the order of the contract. */
    public static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        for (FieldDescriptor field : ShopEvent.getDescriptor().getFields()) {
            if (isColumn(field)) {
                types.put(field.getName(), type(field));
            }
        }
        for (FieldDescriptor field : Refinement.getDescriptor().getFields()) {
            types.put(field.getName(), type(field));
        }
        types.put(PARTITION, "INTEGER");
        types.put(OFFSET, "BIGINT");
        return types;
    }

    static boolean isColumn(FieldDescriptor field) {
        return !field.getName().equals(FLAT) && !field.getName().equals(SEALED);
    }

    private static String type(FieldDescriptor field) {
        if (field.isMapField()) {
            List<FieldDescriptor> entry = field.getMessageType().getFields();
            return "MAP(VARCHAR, " + single(entry.get(1)) + ")";
        }
        return single(field) + (field.isRepeated() ? "[]" : "");
    }

    private static String single(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT, DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case STRING, ENUM, BYTE_STRING -> "VARCHAR";
            case MESSAGE -> message(field.getMessageType());
        };
    }

    private static String message(Descriptor type) {
        if (type.equals(Timestamp.getDescriptor())) {
            return "TIMESTAMPTZ";
        }
        if (type.equals(Value.getDescriptor())) {
            return "VARCHAR";
        }
        return type.getFields().stream()
                .map(field -> "\"" + field.getName() + "\" " + type(field))
                .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
}
