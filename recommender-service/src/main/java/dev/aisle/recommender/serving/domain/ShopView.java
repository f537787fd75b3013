package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Shelf;
import dev.aisle.recommender.content.domain.ContentSpace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a list can be made of.
 *
 * @param model {@code null} before the first training
 * @param shelf as of now
 * @param unknown products that the model doesn't know, the newest first, as of a moment ago
 * @param content {@code null} when descriptions aren't compared
 * @param recent what people dealt with lately
 */
public record ShopView(
        @Nullable ModelView model,
        Shelf shelf,
        List<CatalogueItem> unknown,
        @Nullable ContentSpace content,
        Recent recent) {

    /**
     * What people dealt with lately, of those who allow to learn from them.
     *
     * @param ranking product ids, by how many people
     * @param people by product id
     * @param total people and products
     * @param groups the same of people who have something in common, where they are enough to tell nobody apart
     */
    public record Recent(List<String> ranking, Map<String, Integer> people, long total, Map<Group, Recent> groups) {
        /** Nothing happened. */
        public static final Recent NOTHING = new Recent(List.of(), Map.of(), 0);

        /** Of people of whom nothing more is known. */
        public Recent(List<String> ranking, Map<String, Integer> people, long total) {
            this(ranking, people, total, Map.of());
        }
    }
}
