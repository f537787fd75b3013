package dev.aisle.algorithms.privacy;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of direct identifiers that become pseudonyms; each with its own way to be written in one form. */
public enum IdentifierType {
    /** The shop's number or name for a customer; case counts, outer white space doesn't. */
    CUSTOMER_ID("customer_id"),
    /** The storefront's id for a browser; treated like a customer id. */
    ANONYMOUS_ID("anonymous_id"),
    /** The id of a device or installation; treated like a customer id. */
    DEVICE_ID("device_id"),
    /** An e-mail address; lower case, the domain in its ASCII form. */
    EMAIL("email"),
    /** A telephone number; E.164. A national number is followed by its region in brackets: {@code (415) 555-0132 [US]}. */
    PHONE("phone"),
    /** An address of the internet protocol; its network, /24 or /48. */
    IP("ip");

    private final String wireName;

    IdentifierType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests and in the formula of the pseudonym. */
    public String wireName() {
        return wireName;
    }

    /** The type of that wire name, if there is one. */
    public static Optional<IdentifierType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst();
    }

    /**
     * Writes an identifier in the one form that its pseudonym is made of.
     *
     * @throws InvalidIdentifierException when the text isn't an identifier of this type; the message doesn't repeat the text
     */
    public String normalise(String raw) {
        return switch (this) {
            case CUSTOMER_ID, ANONYMOUS_ID, DEVICE_ID -> Normalisation.opaque(raw, wireName);
            case EMAIL -> Normalisation.email(raw);
            case PHONE -> PhoneNormalisation.e164(raw);
            case IP -> AddressNormalisation.network(raw);
        };
    }
}
