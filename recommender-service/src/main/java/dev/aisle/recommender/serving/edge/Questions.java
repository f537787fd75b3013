package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.Group;
import dev.aisle.recommender.serving.domain.Visit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Names questions, so that a cursor of one isn't taken for another's: what kind it is, for whom, where, beside what and among what. Size, cart, exclusions
 * and order may change from page to page.
 */
final class Questions {
    private static final String BETWEEN = "\u001f";

    private Questions() {}

    static String personal(Visit visit, ItemFilter filter) {
        return String.join(BETWEEN, "recommend", visit.subject(), visit.placement(), of(filter));
    }

    static String ofPicture(byte[] file, ItemFilter filter) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file));
            return ofItems("similar-to-image", List.of(hash), List.of(), filter);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    static String ofItems(String kind, List<String> productIds, List<Group> groups, ItemFilter filter) {
        String among = groups.stream().map(Group::words).collect(Collectors.joining(BETWEEN));
        return String.join(BETWEEN, kind, String.join(BETWEEN, productIds), among, of(filter));
    }

    /** Sets in an order that is the same in every process. */
    private static String of(ItemFilter filter) {
        return String.join(
                BETWEEN,
                new TreeSet<>(filter.categories()).toString(),
                new TreeSet<>(filter.brands()).toString(),
                filter.price().toString(),
                String.valueOf(filter.inStockOnly()),
                new TreeSet<>(filter.productIds()).toString(),
                new TreeMap<>(filter.attributes()).toString(),
                filter.domain().domain());
    }
}
