package dev.aisle.ingest.catalog.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.platform.domains.DomainPack;
import dev.aisle.platform.domains.DomainPack.PackAttribute;
import dev.aisle.platform.domains.Domains;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the domain of a product asks of its document: attributes of the right form, and those that stand for a shop's fields. */
final class DomainFields {
    private static final String FIELD = "domain";
    private static final String ATTRIBUTES = "attributes";

    private final String named;
    private final Optional<DomainPack> pack;

    private DomainFields(String named, Optional<DomainPack> pack) {
        this.named = named;
        this.pack = pack;
    }

    /** Reads and checks; what is wrong is added to the faults. */
    static DomainFields of(ObjectNode json, Domains domains, Faults faults) {
        String named = Fields.ofCall(json, faults).text(FIELD, ProductTexts.LONGEST_TITLE);
        if (!named.isEmpty() && !domains.knows(named)) {
            faults.invalid(
                    FIELD,
                    "expected " + domains.known() + ", or no domain for " + domains.usual()
                            + "; packs are put in use by aisle.domains.packs");
        }
        Optional<DomainPack> pack = domains.pack(domains.orUsual(named));
        pack.ifPresent(known ->
                known.attributes().forEach((name, attribute) -> check(name, attribute, valueOf(json, name), faults)));
        return new DomainFields(named, pack);
    }

    private static String valueOf(ObjectNode json, String attribute) {
        JsonNode value = json.path(ATTRIBUTES).path(attribute);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    private static void check(String name, PackAttribute attribute, String value, Faults faults) {
        String field = ATTRIBUTES + "." + name;
        if (value.isEmpty()) {
            if (attribute.required()) {
                faults.invalid(field, "expected a value: the pack of the domain requires it");
            }
            return;
        }
        if (!attribute.values().isEmpty() && !attribute.values().contains(value)) {
            faults.invalid(field, "expected one of " + String.join(", ", new TreeSet<>(attribute.values())));
        } else if (!fits(attribute.type(), value)) {
            faults.invalid(field, expected(attribute.type()));
        }
    }

    private static boolean fits(PackAttribute.Type type, String value) {
        try {
            return switch (type) {
                case TEXT -> true;
                case NUMBER -> new BigDecimal(value).scale() < Integer.MAX_VALUE;
                case DATE -> LocalDate.parse(value).getYear() > 0;
                case FLAG -> List.of("true", "false").contains(value);
            };
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static String expected(PackAttribute.Type type) {
        return switch (type) {
            case TEXT -> "expected a text";
            case NUMBER -> "expected a number such as 12 or 4.5";
            case DATE -> "expected a date such as 2026-11-25";
            case FLAG -> "expected true or false";
        };
    }

    /** The domain that the document names; empty when it names none. */
    String named() {
        return named;
    }

    /** The document with the fields that attributes stand for, where it doesn't say them itself. */
    ObjectNode withRoles(ObjectNode json) {
        if (pack.isEmpty()) {
            return json;
        }
        Map<String, PackAttribute> attributes = pack.get().attributes();
        ObjectNode whole = json.deepCopy();
        attributes.forEach((name, attribute) -> {
            String value = first(valueOf(json, name), attribute.separator());
            attribute
                    .role()
                    .filter(role -> !value.isEmpty() && !json.hasNonNull(role.field()))
                    .ifPresent(role -> whole.put(role.field(), value));
        });
        return whole;
    }

    private static String first(String values, String separator) {
        int end = separator.isEmpty() ? -1 : values.indexOf(separator);
        return end < 0 ? values : values.substring(0, end).strip();
    }
}
