package dev.aisle.platform.domains;

import java.text.MessageFormat;
import java.util.List;

/** The reasons that a pack may put into words of its own. A test of recommender-service holds them against its reasons. */
public final class ReasonKeys {
    /** Their keys. */
    public static final List<String> ALL = List.of(
            "because-viewed",
            "because-bought",
            "because-chosen",
            "in-cart",
            "similar",
            "bought-with",
            "same-visit",
            "comes-next",
            "for-you",
            "for-you-first",
            "content-like",
            "buy-again",
            "new",
            "popular-in",
            "popular-in-country",
            "popular-on-device",
            "popular",
            "trending",
            "assortment",
            "looks-like");

    private ReasonKeys() {}

    /** Notes what can't be put into a sentence. */
    static void check(PackPart words) {
        try {
            new MessageFormat(words.text());
        } catch (IllegalArgumentException e) {
            words.fault("isn't a sentence with {0} for the name; write ' twice and no other braces");
        }
    }
}
