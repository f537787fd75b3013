package dev.aisle.assistant.shop;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products of the shop that the assistant speaks for. The only way from the assistant to them. */
public interface Shop {
    /** A product by its id; {@code null} when there is none, or none any more. */
    @Nullable
    Product product(String id);

    /**
     * Titles in a language.
     *
     * @param language ISO 639, {@code en}
     * @return product id → title, only of products that have one in that language
     */
    Map<String, String> titles(Collection<String> ids, String language);

    /**
     * Products that fit a text and can be had, the best first.
     *
     * @param text may be of any length
     * @param most so many at most
     */
    List<Product> search(String text, Locale locale, PriceRange prices, int most);

    /** Products in the order that fits a shopper; with nothing personal unless the shopper agreed to it. */
    List<Suggestion> recommend(Wish wish);

    /**
     * A wish for products.
     *
     * @param subject the shopper's pseudonym; empty when unknown
     * @param among only these products; empty: any
     * @param most so many at most
     */
    record Wish(String subject, Locale locale, PriceRange prices, List<String> among, int most) {
        public Wish {
            among = List.copyOf(among);
        }
    }

    /**
     * A product that was recommended.
     *
     * @param reason why, in words; {@code null} when there is nothing to say
     */
    record Suggestion(Product product, @Nullable String reason) {}
}
