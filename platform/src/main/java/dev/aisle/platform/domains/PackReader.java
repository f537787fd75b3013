package dev.aisle.platform.domains;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.domains.DomainPack.Examples;
import dev.aisle.platform.domains.DomainPack.PackAttribute;
import dev.aisle.platform.domains.DomainPack.PackEvent;
import dev.aisle.platform.domains.PackRules.Age;
import dev.aisle.platform.domains.PackRules.Availability;
import dev.aisle.platform.domains.PackRules.Lists;
import dev.aisle.platform.domains.PackRules.Repeat;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a pack. Everything that is wrong with it is told at once. */
public final class PackReader {
    /** What an event of a pack may be: types about products that a person deals with, or about finding them. */
    public static final List<EventType> TYPES = List.of(
            EventType.PRODUCT_VIEW,
            EventType.LIST_VIEW,
            EventType.LIST_CLICK,
            EventType.SEARCH,
            EventType.CART_ADD,
            EventType.CART_REMOVE,
            EventType.PURCHASE,
            EventType.CANCEL,
            EventType.WISHLIST_ADD,
            EventType.REVIEW,
            EventType.SHARE);

    private static final String NAME = "[a-z][a-z0-9-]{0,29}";
    private static final int MOST_BYTES = 200_000;
    private static final int OLDEST = 120;
    private static final double MOST_WEIGHT = 100;
    private static final double MOST_TREND = 10;
    private static final int MOST_OF_ONE = 100;

    private final PackPart root;
    private final String name;

    private PackReader(PackPart root, String name) {
        this.root = root;
        this.name = name;
    }

    /**
     * Reads a pack.
     *
     * @param file its name, for messages
     * @throws InvalidPackException with all that is wrong
     */
    public static DomainPack read(String file, String text) {
        List<String> faults = new ArrayList<>();
        PackPart root = PackPart.root(file, node(file, text), faults);
        Map<String, PackPart> parts =
                root.parts("pack", "title", "properties", "events", "attributes", "rules", "reasons", "examples");
        PackPart named = root.of(parts, "pack");
        String name = named.required("the name of the domain, such as media");
        if (!name.isBlank() && !name.matches(NAME)) {
            named.fault("must be 1 to 30 small letters, digits and hyphens, beginning with a letter");
        } else if (name.equals(Domains.SHOP)) {
            named.fault("must be another name: " + Domains.SHOP + " is what Aisle is without a pack");
        }
        PackReader reader = new PackReader(root, name);
        DomainPack pack = reader.pack(parts);
        if (!faults.isEmpty()) {
            throw new InvalidPackException(faults);
        }
        return pack;
    }

    private static @Nullable Node node(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setCodePointLimit(MOST_BYTES);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidPackException(
                    List.of(file + ", line " + line + ": isn't YAML: " + e.getProblem() + "; mend the line"));
        } catch (YAMLException e) {
            throw new InvalidPackException(List.of(file + ", line 1: isn't YAML: " + e.getMessage()));
        }
    }

    private DomainPack pack(Map<String, PackPart> parts) {
        Map<EventType, Float> weights = new EnumMap<>(EventType.class);
        Map<String, PackAttribute> attributes = attributes(root.of(parts, "attributes"));
        return new DomainPack(
                name,
                texts(root.of(parts, "title")),
                events(root.of(parts, "events"), texts(root.of(parts, "properties")), weights),
                attributes,
                weights,
                rules(root.of(parts, "rules"), attributes),
                reasons(root.of(parts, "reasons")),
                examples(root.of(parts, "examples")));
    }

    private static Map<String, String> texts(PackPart part) {
        Map<String, String> texts = new LinkedHashMap<>();
        part.parts().forEach((key, value) -> texts.put(key, value.required("a text")));
        return texts;
    }

    private List<PackEvent> events(PackPart part, Map<String, String> properties, Map<EventType, Float> weights) {
        List<PackEvent> events = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, PackPart> parts = part.parts();
        if (parts.isEmpty()) {
            part.fault("is missing; name at least one event, such as  video_started: {is: product_view}");
        }
        parts.forEach((event, body) -> {
            if (!names.add(event.toLowerCase(Locale.ROOT))) {
                body.fault("stands there twice, apart from upper and lower case; take one away");
            }
            event(event, body, properties, weights).ifPresent(events::add);
        });
        return events;
    }

    private Optional<PackEvent> event(
            String event, PackPart body, Map<String, String> usual, Map<EventType, Float> weights) {
        Map<String, PackPart> parts = body.parts("is", "weight", "properties", "constants");
        AtomicReference<@Nullable EventType> type = new AtomicReference<>();
        body.of(parts, "is").choice(TYPES.toArray(EventType[]::new), type::set);
        EventType is = type.get();
        PackPart weight = body.of(parts, "weight");
        if (is != null && weight.present()) {
            float said = (float) weight.number(1, 0.01, MOST_WEIGHT);
            Float before = weights.putIfAbsent(is, said);
            if (before != null && before != said) {
                weight.fault("must be " + before + " as of the other events that are " + PackPart.wireName(is)
                        + ": what is kept of both is the same");
            }
        }
        Map<String, String> properties = new LinkedHashMap<>(usual);
        properties.putAll(texts(body.of(parts, "properties")));
        Map<String, String> constants = texts(body.of(parts, "constants"));
        return is == null
                ? Optional.empty()
                : Optional.of(new PackEvent(name, event, is, properties, constants, body.place()));
    }

    private static Map<String, PackAttribute> attributes(PackPart part) {
        Map<String, PackAttribute> attributes = new LinkedHashMap<>();
        Set<PackAttribute.Role> taken = new HashSet<>();
        part.parts().forEach((attribute, body) -> {
            Map<String, PackPart> parts = body.parts("type", "values", "is", "separator", "required");
            AtomicReference<PackAttribute.Type> type = new AtomicReference<>(PackAttribute.Type.TEXT);
            if (parts.containsKey("type")) {
                body.of(parts, "type").choice(PackAttribute.Type.values(), type::set);
            }
            AtomicReference<PackAttribute.@Nullable Role> role = new AtomicReference<>();
            PackPart is = body.of(parts, "is");
            if (is.present()) {
                is.choice(PackAttribute.Role.values(), role::set);
            }
            PackAttribute.Role stands = role.get();
            if (stands != null && !taken.add(stands)) {
                is.fault("is said of another attribute already; one of them can stand for " + stands.field());
            }
            Set<String> values = new HashSet<>();
            body.of(parts, "values").entries().forEach(value -> values.add(value.required("a value")));
            attributes.put(
                    attribute,
                    new PackAttribute(
                            type.get(),
                            values,
                            Optional.ofNullable(stands),
                            body.of(parts, "separator").text(),
                            body.of(parts, "required").flag()));
        });
        return attributes;
    }

    private static PackRules rules(PackPart part, Map<String, PackAttribute> attributes) {
        Map<String, PackPart> parts = part.parts("repeat", "lists", "age", "availability");
        AtomicReference<Repeat> repeat = new AtomicReference<>(Repeat.WHEN_DUE);
        PackPart again = part.of(parts, "repeat");
        if (again.present()) {
            again.choice(Repeat.values(), repeat::set);
        }
        return new PackRules(
                repeat.get(),
                lists(part.of(parts, "lists")),
                age(part.of(parts, "age"), attributes),
                availability(part.of(parts, "availability"), attributes));
    }

    private static Lists lists(PackPart part) {
        Map<String, PackPart> parts =
                part.parts("diversity", "max-per-brand", "max-per-category", "exploration", "trend");
        Lists usual = Lists.USUAL;
        return new Lists(
                part.of(parts, "diversity").number(usual.diversity(), 0, 1),
                part.of(parts, "max-per-brand").whole(usual.maxPerBrand(), 0, MOST_OF_ONE),
                part.of(parts, "max-per-category").whole(usual.maxPerCategory(), 0, MOST_OF_ONE),
                part.of(parts, "exploration").number(usual.exploration(), 0, 1),
                part.of(parts, "trend").number(usual.trend(), 0, MOST_TREND));
    }

    private static Optional<Age> age(PackPart part, Map<String, PackAttribute> attributes) {
        Map<String, PackPart> parts = part.parts("attribute", "child", "teen", "unknown");
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String attribute = attribute(part.of(parts, "attribute"), PackAttribute.Type.NUMBER, attributes);
        return Optional.of(new Age(
                attribute,
                part.of(parts, "child").whole(0, 0, OLDEST),
                part.of(parts, "teen").whole(0, 0, OLDEST),
                part.of(parts, "unknown").whole(0, 0, OLDEST)));
    }

    private static Optional<Availability> availability(PackPart part, Map<String, PackAttribute> attributes) {
        Map<String, PackPart> parts = part.parts("from", "until");
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        PackPart from = part.of(parts, "from");
        PackPart until = part.of(parts, "until");
        return Optional.of(new Availability(
                from.present() ? attribute(from, PackAttribute.Type.DATE, attributes) : "",
                until.present() ? attribute(until, PackAttribute.Type.DATE, attributes) : ""));
    }

    private static String attribute(PackPart part, PackAttribute.Type type, Map<String, PackAttribute> attributes) {
        String attribute = part.required("the name of an attribute");
        PackAttribute declared = attributes.get(attribute);
        if (!attribute.isBlank() && (declared == null || declared.type() != type)) {
            part.fault("must be an attribute that stands under attributes with type: " + PackPart.wireName(type));
        }
        return attribute;
    }

    private static Map<String, Map<String, String>> reasons(PackPart part) {
        Map<String, Map<String, String>> reasons = new LinkedHashMap<>();
        part.parts().forEach((language, body) -> {
            if (!language.matches("[a-z]{2,3}")) {
                body.fault("must be a language such as en or zh");
            }
            body.parts(ReasonKeys.ALL.toArray(String[]::new)).forEach((key, words) -> ReasonKeys.check(words));
            reasons.put(language, Map.copyOf(texts(body)));
        });
        return reasons;
    }

    private static Examples examples(PackPart part) {
        Map<String, PackPart> parts = part.parts("products", "events");
        return new Examples(objects(part.of(parts, "products")), objects(part.of(parts, "events")));
    }

    private static List<Map<String, Object>> objects(PackPart part) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (PackPart entry : part.entries()) {
            Map<String, Object> object = new LinkedHashMap<>();
            entry.parts().forEach((key, value) -> {
                Object json = value.json();
                if (json != null) {
                    object.put(key, json);
                }
            });
            objects.add(object);
        }
        return objects;
    }
}
