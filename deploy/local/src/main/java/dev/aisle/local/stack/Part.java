package dev.aisle.local.stack;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of the stack, in the order in which they are started. */
public enum Part {
    POSTGRES("postgres", 32),
    KAFKA("kafka", 12),
    ISSUER("issuer", 0),
    MAIL("mail", 6),
    SHOP("shop", 8),
    INGEST("event-ingest-service", 1),
    PROFILE("profile-service", 2),
    RECOMMENDER("recommender-service", 3),
    CAMPAIGN("campaign-service", 4),
    PRIVACY("privacy-service", 5);

    private final String label;
    private final int portOffset;

    Part(String label, int portOffset) {
        this.label = label;
        this.portOffset = portOffset;
    }

    public String label() {
        return label;
    }

    int portOffset() {
        return portOffset;
    }

    public boolean isService() {
        return switch (this) {
            case POSTGRES, KAFKA, ISSUER, MAIL, SHOP -> false;
            case INGEST, PROFILE, RECOMMENDER, CAMPAIGN, PRIVACY -> true;
        };
    }

    /** Finds a part by its label or its short name: {@code ingest} is {@code event-ingest-service}. */
    public static Optional<Part> named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(name) || part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The five services. */
    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    /** The services and what they can't do without. */
    public static Set<Part> core() {
        return EnumSet.complementOf(EnumSet.of(MAIL, SHOP));
    }

    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    public static String names() {
        return Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "));
    }
}
