package dev.aisle.assistant.conversations.domain;

import java.util.Arrays;
import java.util.Locale;

/** What an answer is made of. */
public enum AnswerKind {
    /** Sentences of the shop's articles. */
    ARTICLE,
    /** What the shop says of the shopper's own order. */
    ORDER,
    PRODUCTS,
    COMPARISON,
    COUPON,
    /** Consents, and requests about a person's data. */
    PRIVACY,
    /** What others wrote about a product. */
    REVIEWS,
    /** A person of the shop goes on. */
    HAND_OVER,
    /** Nothing that is known answers it. */
    UNSURE,
    SMALL_TALK;

    /** As in answers and tables: {@code hand_over}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name; one that no longer is, counts as unsure. */
    public static AnswerKind ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst()
                .orElse(UNSURE);
    }
}
