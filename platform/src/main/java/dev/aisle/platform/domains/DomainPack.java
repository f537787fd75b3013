package dev.aisle.platform.domains;

import dev.aisle.contracts.events.v1.EventType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Aisle has to know of a kind of site to serve it as it serves a shop.
 *
 * @param name of the domain: {@code media}
 * @param titles language → what it is called
 * @param events what its clients send, in the order of the file
 * @param attributes what its products have beside a shop's fields, by name
 * @param weights how much one event of a type says about liking, for the types whose usual weight it changes
 * @param rules of its lists
 * @param reasons language → key of a reason → its words, with {@code {0}} for a name
 * @param examples what {@code ./aisle pack check} sends through the real mapping
 */
public record DomainPack(
        String name,
        Map<String, String> titles,
        List<PackEvent> events,
        Map<String, PackAttribute> attributes,
        Map<EventType, Float> weights,
        PackRules rules,
        Map<String, Map<String, String>> reasons,
        Examples examples) {
    public DomainPack {
        titles = Map.copyOf(titles);
        events = List.copyOf(events);
        attributes = Map.copyOf(attributes);
        weights = Map.copyOf(weights);
        reasons = Map.copyOf(reasons);
    }

    /**
     * An event of the pack.
     *
     * @param domain of the pack
     * @param name as clients send it; upper and lower case don't count
     * @param type what it is for Aisle
     * @param properties a client's name of a property → Aisle's
     * @param constants Aisle's name of a property → its value where the client sends none
     * @param place in the file, for messages
     */
    public record PackEvent(
            String domain,
            String name,
            EventType type,
            Map<String, String> properties,
            Map<String, String> constants,
            String place) {
        public PackEvent {
            properties = Map.copyOf(properties);
            constants = Map.copyOf(constants);
        }
    }

    /**
     * An attribute of its products.
     *
     * @param type what its values look like
     * @param values the only ones; empty: any
     * @param role the field of a shop's product that it stands for
     * @param separator between several values, of which the first stands for the field; empty: there is one
     * @param required whether a product without it is refused
     */
    public record PackAttribute(
            Type type, Set<String> values, Optional<Role> role, String separator, boolean required) {
        public PackAttribute {
            values = Set.copyOf(values);
        }

        /** What values look like. */
        public enum Type {
            TEXT,
            NUMBER,
            DATE,
            FLAG
        }

        /** A field of a shop's product. */
        public enum Role {
            CATEGORY,
            BRAND;

            /** The field of the product document. */
            public String field() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * What {@code ./aisle pack check} tries.
     *
     * @param products as the catalogue API takes them
     * @param events as the Segment API takes them
     */
    public record Examples(List<Map<String, Object>> products, List<Map<String, Object>> events) {
        public Examples {
            products = List.copyOf(products);
            events = List.copyOf(events);
        }
    }

    /** The words of a reason in a language; empty where the usual ones hold. */
    public Optional<String> reason(Locale locale, String key) {
        Map<String, String> words = reasons.get(locale.getLanguage());
        return Optional.ofNullable(words == null ? null : words.get(key));
    }
}
