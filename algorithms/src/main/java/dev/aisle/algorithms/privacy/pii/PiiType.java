package dev.aisle.algorithms.privacy.pii;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may be found; the names are those of Presidio. The order is the precedence where two finds overlap. */
public enum PiiType {
    EMAIL_ADDRESS("email"),
    IBAN_CODE("iban"),
    CREDIT_CARD("card"),
    IP_ADDRESS("ip"),
    MAC_ADDRESS("mac"),
    CRYPTO("wallet"),
    PHONE_NUMBER("phone"),
    URL("url"),
    US_SSN("ssn"),
    UK_NHS("nhs"),
    PL_PESEL("pesel"),
    IT_FISCAL_CODE("fiscal-code"),
    ES_NIF("nif"),
    DE_TAX_ID("tax-id"),
    IN_AADHAAR("aadhaar"),
    SG_NRIC_FIN("nric");

    private static final Set<PiiType> FREE_TEXT =
            Collections.unmodifiableSet(EnumSet.range(PiiType.EMAIL_ADDRESS, PiiType.PHONE_NUMBER));

    private final String label;

    PiiType(String label) {
        this.label = label;
    }

    /** A short name, for placeholders and counters. */
    public String label() {
        return label;
    }

    /**
     * What is looked for in any free text. The others look like the numbers of orders and articles too often, so that only a
     * caller who expects them should ask.
     */
    public static Set<PiiType> inFreeText() {
        return FREE_TEXT;
    }

    /** The type of that name, {@code EMAIL_ADDRESS} or {@code email}. */
    public static Optional<PiiType> ofName(String name) {
        return Stream.of(values())
                .filter(type -> type.name().equalsIgnoreCase(name) || type.label.equalsIgnoreCase(name))
                .findFirst();
    }
}
