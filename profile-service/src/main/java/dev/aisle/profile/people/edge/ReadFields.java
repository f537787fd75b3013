package dev.aisle.profile.people.edge;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.profile.v1.Profile;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which fields of a profile a purpose may read: the contract says it, option {@code aisle.common.v1.purposes}. */
final class ReadFields {
    private static final Map<String, Set<Purpose>> PURPOSES = Profile.getDescriptor().getFields().stream()
            .collect(Collectors.toMap(
                    FieldDescriptor::getName, ((Function<FieldDescriptor, Set<Purpose>>) ReadFields::purposes)));

    private final Purpose purpose;

    ReadFields(Purpose purpose) {
        this.purpose = purpose;
    }

    private static Set<Purpose> purposes(FieldDescriptor field) {
        return Set.copyOf(field.getOptions().getExtension(Common.purposes));
    }

    /** Reads a field when the purpose may. */
    void read(String field, Runnable reading) {
        Set<Purpose> purposes = PURPOSES.getOrDefault(field, Set.of());
        if (purposes.contains(purpose) || purposes.contains(Purpose.NECESSARY)) {
            reading.run();
        }
    }
}
