package dev.aisle.shop;

import java.util.Optional;

/**
 * Whoever looks at a page.
 *
 * @param path    of the page behind its language, with the slash in front
 * @param shopper who is logged in
 */
record Visit(Words words, String path, Optional<Shopper> shopper) {
    Language language() {
        return words.language();
    }
}
