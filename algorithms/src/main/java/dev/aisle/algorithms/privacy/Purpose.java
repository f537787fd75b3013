package dev.aisle.algorithms.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
    SALE_SHARE("sale_share"),
    /** Learning models together with other shops; the person's data stays here, what is learnt of many doesn't. */
    JOINT_TRAINING("joint_training"),
    /** Using what was learnt of a person on one kind of site, a shop say, on another kind, such as a media site. */
    CROSS_DOMAIN("cross_domain");

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

    /** The purpose of that wire name, if there is one. */
    public static Optional<Purpose> ofWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
