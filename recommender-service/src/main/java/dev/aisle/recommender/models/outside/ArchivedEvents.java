package dev.aisle.recommender.models.outside;

import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of the archive as rows of a training set. They come person after person, each in the order of time; an event that comes twice counts once, as does
 * a product in an event.
 */
public final class ArchivedEvents {
    /** Microseconds in a millisecond. */
    public static final long MICROS_A_MILLI = 1_000;

    /** By the contract's name of an event's type. */
    private static final Map<String, InteractionType> TYPES = Map.of(
            "PRODUCT_VIEW", InteractionType.VIEW,
            "LIST_CLICK", InteractionType.LIST_CLICK,
            "WISHLIST_ADD", InteractionType.WISHLIST,
            "CART_ADD", InteractionType.CART_ADD,
            "REVIEW", InteractionType.REVIEW,
            "PURCHASE", InteractionType.PURCHASE);

    private final TrainingSetBuilder builder;
    private final Map<String, Long> types = new HashMap<>();
    private final Set<String> eventsOfPerson = new HashSet<>();
    private @Nullable String person;

    /** Adds to a set. */
    public ArchivedEvents(TrainingSetBuilder builder) {
        this.builder = builder;
    }

    /**
     * One event.
     *
     * @param person any name that is the same for all of a person's events
     * @param type the contract's name
     * @param micros since 1970
     */
    public record Event(String person, String id, String type, long micros) {
        /** When it happened, in milliseconds since 1970. */
        public long millis() {
            return Math.floorDiv(micros, MICROS_A_MILLI);
        }
    }

    /** The names of the types that are interactions. */
    public static Set<String> typeNames() {
        return TYPES.keySet();
    }

    /** The type of an interaction. */
    public static InteractionType typeOf(String name) {
        InteractionType type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("events of the type " + name + " are no interactions");
        }
        return type;
    }

    /** Takes an event; the products of it that count. */
    public List<String> take(Event event, List<@Nullable String> products) {
        if (!event.person().equals(person)) {
            person = event.person();
            eventsOfPerson.clear();
        }
        if (!eventsOfPerson.add(event.id())) {
            return List.of();
        }
        InteractionType type = typeOf(event.type());
        String basket = type == InteractionType.PURCHASE ? event.id() : null;
        List<String> taken = new ArrayList<>();
        for (@Nullable String product : new LinkedHashSet<>(products)) {
            if (product != null && !product.isEmpty()) {
                builder.add(event.person(), product, basket, type.weight(), event.millis());
                types.merge(type.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
                taken.add(product);
            }
        }
        return taken;
    }

    /** How many interactions of each type. */
    public Map<String, Long> types() {
        return Map.copyOf(types);
    }
}
