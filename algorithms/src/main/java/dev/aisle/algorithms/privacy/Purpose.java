package dev.aisle.algorithms.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What personal data may be used for. */
public enum Purpose {
    /** Running the shop itself: cart, order, security. */
    NECESSARY("necessary"),
    /** Counting and understanding use. */
    ANALYTICS("analytics"),
    /** Choosing what a person sees on the site. */
    PERSONALIZATION("personalization"),
    /** Learning models from a person's events. */
    MODEL_TRAINING("model_training"),
    /** Marketing by e-mail. */
    MARKETING_EMAIL("marketing_email"),
    /** Marketing by push message. */
    MARKETING_PUSH("marketing_push"),
    /** Advertising across sites. */
    ADS_TARGETED("ads_targeted"),
    /** Selling or sharing with third parties. */
    SALE_SHARE("sale_share");

    private static final Map<String, Purpose> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Purpose::wireName, Function.identity()));

    private final String wireName;

    Purpose(String wireName) {
        this.wireName = wireName;
    }

    /** The name in requests, events and configuration. */
    public String wireName() {
        return wireName;
    }

    /** The purposes of IAB TCF 2.3 that must all be consented to; empty when TCF knows nothing like it. */
    public Set<Integer> tcfPurposes() {
        return switch (this) {
            case ANALYTICS -> Set.of(1, 8, 9);
            case PERSONALIZATION -> Set.of(1, 5, 6);
            case MODEL_TRAINING -> Set.of(1, 10);
            case ADS_TARGETED -> Set.of(1, 3, 4);
            case NECESSARY, MARKETING_EMAIL, MARKETING_PUSH, SALE_SHARE -> Set.of();
        };
    }

    /** Whether data leaves the shop's own context: what a global opt-out denies, and what minors are never subject to. */
    public boolean crossesContexts() {
        return this == ADS_TARGETED || this == SALE_SHARE;
    }

    /** The purpose of that wire name, if there is one. */
    public static Optional<Purpose> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
