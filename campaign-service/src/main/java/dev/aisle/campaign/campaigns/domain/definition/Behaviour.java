package dev.aisle.campaign.campaigns.domain.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody did since a journey began, as far as journeys ask for it. */
public enum Behaviour {
    /** Looked at a product. */
    VIEWED("viewed"),
    CARTED("carted"),
    WISHED("wished"),
    BOUGHT("bought"),
    REVIEWED("reviewed"),
    /** Gave an order back or cancelled it. */
    RETURNED("returned"),
    /** Opened a message of the journey's campaign. */
    OPENED("opened"),
    /** Followed a link of such a message. */
    CLICKED("clicked");

    private final String code;

    Behaviour(String code) {
        this.code = code;
    }

    /** The name in definitions and tables. */
    public String code() {
        return code;
    }

    /** The one of that name. */
    public static Optional<Behaviour> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** All names. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Behaviour::code).toList();
    }
}
