package dev.aisle.contracts;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Events;
import dev.aisle.contracts.exposures.v1.Exposures;
import dev.aisle.contracts.ingest.v1.Ingest;
import dev.aisle.contracts.messages.v1.Messages;
import dev.aisle.contracts.privacy.v1.Holdings;
import dev.aisle.contracts.privacy.v1.Privacy;
import dev.aisle.contracts.segments.v1.Segments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which service holds which field of a person for which purpose, and for how long: read out of the contract, where each message
 * that describes a person's data says so in its option {@code aisle.common.v1.holding}.
 */
public final class DataMap {
    private static final List<FileDescriptor> FILES = List.of(
            Holdings.getDescriptor(),
            Events.getDescriptor(),
            Ingest.getDescriptor(),
            Privacy.getDescriptor(),
            Segments.getDescriptor(),
            Exposures.getDescriptor(),
            Messages.getDescriptor());

    private DataMap() {}

    /**
     * What is held in one place.
     *
     * @param message its name in the contract
     */
    public record Place(String message, Holding holding, List<Field> fields) {
        public Place {
            fields = List.copyOf(fields);
        }

        /** Whether a service has seen it: it holds or reads it. */
        public boolean isSeenBy(String service) {
            return holding.getService().isEmpty()
                    || holding.getService().equals(service)
                    || holding.getReadByList().contains(service);
        }

        /** Whether its payload lies in topics sealed under the person's key for the log. */
        public boolean isSealedInTopics() {
            return holding.getTopicsCount() > 0
                    && fields.stream().anyMatch(field -> ("." + field.name()).endsWith(".sealed"));
        }
    }

    /**
     * One field.
     *
     * @param name its path in the message: {@code order.total}
     */
    public record Field(String name, List<Purpose> purposes) {
        public Field {
            purposes = List.copyOf(purposes);
        }
    }

    /** Everything that is held of persons. */
    public static List<Place> places() {
        return messages().map(DataMap::place).toList();
    }

    /** The tables of a service that have rows of persons. */
    public static List<Place> tablesOf(String service) {
        return places().stream()
                .filter(place -> !place.holding().getTable().isEmpty())
                .filter(place -> place.holding().getService().isEmpty()
                        || place.holding().getService().equals(service))
                .toList();
    }

    /** What a service keeps data of persons for, beside what is necessary: when all of it is refused, the data has to go. */
    public static Set<Purpose> purposesOf(String service) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        places().stream()
                .map(Place::holding)
                .filter(holding -> holding.getService().equals(service))
                .filter(holding ->
                        !holding.getTable().isEmpty() || !holding.getStore().isEmpty())
                .forEach(holding -> purposes.addAll(refusable(holding)));
        return purposes;
    }

    /** Returns the purposes of a holding that a person can refuse: all but what is necessary. */
    public static Set<Purpose> refusable(Holding holding) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(holding.getKeptForList());
        purposes.remove(Purpose.NECESSARY);
        return purposes;
    }

    private static Stream<Descriptor> messages() {
        return FILES.stream()
                .flatMap(file -> file.getMessageTypes().stream())
                .filter(message -> message.getOptions().hasExtension(Common.holding));
    }

    private static Place place(Descriptor message) {
        Holding holding = message.getOptions().getExtension(Common.holding);
        List<Field> fields = new ArrayList<>();
        collect(message, "", holding.getKeptForList(), fields);
        return new Place(message.getName(), holding, fields);
    }

    private static void collect(Descriptor message, String above, List<Purpose> inherited, List<Field> fields) {
        for (FieldDescriptor field : message.getFields()) {
            List<Purpose> own = field.getOptions().getExtension(Common.purposes);
            List<Purpose> purposes = own.isEmpty() ? inherited : own;
            String path = above + field.getName();
            if (isGroup(field)) {
                collect(field.getMessageType(), path + ".", purposes, fields);
            } else {
                fields.add(new Field(path, purposes));
            }
        }
    }

    private static boolean isGroup(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isMapField()
                && !field.getMessageType().equals(Timestamp.getDescriptor())
                && !field.getMessageType().equals(Money.getDescriptor());
    }
}
