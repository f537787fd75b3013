package dev.aisle.profile.segments.domain.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A property of an event that a rule can ask for. */
public enum Property {
    CATEGORY(true, Kind.PATH),
    BRAND(true, Kind.TEXT),
    PRODUCT(true, Kind.TEXT),
    VARIANT(true, Kind.TEXT),
    /** Of one piece, in minor units. */
    PRICE(true, Kind.NUMBER),
    /** The category or list that was shown. */
    LIST(false, Kind.PATH),
    DEVICE(false, Kind.TEXT, "desktop mobile tablet app server"),
    /** ISO 3166-1 alpha-2. */
    COUNTRY(false, Kind.TEXT),
    /** 0 to 23, on the person's clock; on the shop's where it isn't known. */
    HOUR(false, Kind.NUMBER),
    /** The client's name of a custom event. */
    NAME(false, Kind.TEXT),
    /** Of a message that was delivered, opened or clicked. */
    CAMPAIGN(false, Kind.TEXT),
    PAGE(false, Kind.PATH),
    /** The coupon that was used for an order. */
    COUPON(false, Kind.TEXT);

    /** What can be compared how. */
    public enum Kind {
        TEXT,
        /** A text with levels between slashes. */
        PATH,
        NUMBER
    }

    private final boolean ofItem;
    private final Kind kind;
    /** Between spaces; an enum is immutable. */
    private final String options;

    Property(boolean ofItem, Kind kind) {
        this(ofItem, kind, "");
    }

    Property(boolean ofItem, Kind kind, String options) {
        this.ofItem = ofItem;
        this.kind = kind;
        this.options = options;
    }

    /** Whether it belongs to an item of the event. */
    public boolean ofItem() {
        return ofItem;
    }

    public Kind kind() {
        return kind;
    }

    /** The values that there are; empty: any. */
    public List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    }

    /** As it stands in a rule. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that name. */
    public static Optional<Property> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** How it can be compared. */
    public List<Comparison> comparisons() {
        return switch (kind) {
            case TEXT -> List.of(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.IN);
            case PATH -> List.of(Comparison.EQUAL, Comparison.NOT_EQUAL, Comparison.IN, Comparison.UNDER);
            case NUMBER ->
                List.of(
                        Comparison.EQUAL,
                        Comparison.NOT_EQUAL,
                        Comparison.LESS,
                        Comparison.AT_MOST,
                        Comparison.MORE,
                        Comparison.AT_LEAST);
        };
    }
}
