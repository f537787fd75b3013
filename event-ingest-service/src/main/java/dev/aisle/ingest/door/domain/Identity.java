package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.InvalidIdentifierException;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.ingest.shared.values.Faults;
import dev.aisle.ingest.shared.values.Fields;
import java.util.Locale;
import java.util.Set;

/**
 * Who an event is of, before this becomes a pseudonym. Never written or logged.
 *
 * @param userId empty when nobody is logged in
 * @param anonymousId the browser's id, or what an alias call was known as before; empty when there is none
 * @param linkToken by which the shop's server vouches that both are one person's; empty when there is none
 */
public record Identity(String userId, String anonymousId, String linkToken) {
    private static final int LONGEST = 512;
    private static final String LINK_TOKEN = "linkToken";
    /** Characters from which on an id is found in no text by chance. */
    private static final int TELLING = 8;
    /** What a storefront sends when its own variable was empty: it would make strangers one person. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("undefined", "null", "nan", "none", "[object object]", "00000000-0000-0000-0000-000000000000");

    /** Reads the ids of an item; a missing or impossible one is a fault. */
    static Identity read(Fields item, Call call, JsonNode sharedContext) {
        String userId = identifier(item, "userId", IdentifierType.CUSTOMER_ID);
        String before = call == Call.ALIAS && item.has("previousId") ? "previousId" : "anonymousId";
        String anonymousId = identifier(item, before, IdentifierType.ANONYMOUS_ID);
        if (userId.isEmpty() && anonymousId.isEmpty()) {
            item.faults().add("missing-id", "userId", "expected a userId or an anonymousId");
        }
        return new Identity(userId, anonymousId, linkToken(item.raw("context"), sharedContext));
    }

    /** The two of whom a shop's server wants to vouch. */
    public static Identity of(String userId, String anonymousId, Faults faults) {
        ObjectNode item =
                JsonNodeFactory.instance.objectNode().put("userId", userId).put("anonymousId", anonymousId);
        Identity identity = read(Fields.ofCall(item, faults), Call.IDENTIFY, MissingNode.getInstance());
        if (faults.first().isEmpty() && !identity.namesBoth()) {
            faults.add("missing-id", identity.userId().isEmpty() ? "userId" : "anonymousId", "expected an id");
        }
        return identity;
    }

    private static String linkToken(JsonNode own, JsonNode shared) {
        JsonNode token = own.path(LINK_TOKEN);
        return (token.isTextual() ? token : shared.path(LINK_TOKEN)).asText("");
    }

    /** Whether the event names a customer and a browser. */
    public boolean namesBoth() {
        return !userId.isEmpty() && !anonymousId.isEmpty();
    }

    private static String identifier(Fields item, String name, IdentifierType type) {
        String id = item.text(name, LONGEST);
        if (id.isBlank()) {
            return "";
        }
        if (PLACEHOLDERS.contains(id.strip().toLowerCase(Locale.ROOT))) {
            item.faults()
                    .add(
                            "invalid-id",
                            name,
                            "expected an id, found the placeholder of an empty variable; leave it out while there is none");
            return "";
        }
        if (Pseudonym.isPseudonym(id.strip())) {
            item.faults().add("invalid-id", name, ofPseudonym(type));
            return "";
        }
        try {
            return type.normalise(id);
        } catch (InvalidIdentifierException e) {
            item.faults().add("invalid-id", name, "expected 1 to 512 characters without control characters");
            return "";
        }
    }

    private static String ofPseudonym(IdentifierType type) {
        return "expected the shop's own id of the "
                + (type == IdentifierType.CUSTOMER_ID ? "customer" : "browser")
                + "; this is a pseudonym, which every other API takes, and of which the door would make another person";
    }

    /** Whether a text is one of the ids themselves. */
    boolean isGivenAwayBy(String text) {
        return !text.isEmpty() && (text.equals(userId) || text.equals(anonymousId));
    }

    /** Whether a text holds one of the ids; a short one stands in too many texts by chance. */
    boolean isHeldBy(String text) {
        return isIn(text, userId) || isIn(text, anonymousId);
    }

    private static boolean isIn(String text, String id) {
        return id.length() >= TELLING && text.contains(id);
    }

    /** A text without the ids that it holds. */
    String hideIn(String text, String placeholder) {
        String hidden = isIn(text, userId) ? text.replace(userId, placeholder) : text;
        return isIn(hidden, anonymousId) ? hidden.replace(anonymousId, placeholder) : hidden;
    }

    @Override
    public String toString() {
        return "Identity[…]";
    }
}
