package dev.aisle.shop;

import dev.aisle.shop.gateway.Apis;
import java.util.Optional;

/**
 * A page that somebody looks at.
 *
 * @param path of the page behind its language, with the slash in front and its query
 * @param me   the visitor's pseudonym; empty while the door can't be asked
 */
record Visit(Words words, String path, Visitor visitor, Optional<String> me) {
    Language language() {
        return words.language();
    }

    String tag() {
        return words.language().tag();
    }

    Optional<Shopper> shopper() {
        return visitor.shopper();
    }

    Apis apis() {
        return visitor.apis();
    }

    /** Another page in the same language. */
    String at(String page) {
        return "/" + tag() + page;
    }
}
