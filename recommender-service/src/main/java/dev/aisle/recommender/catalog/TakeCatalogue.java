package dev.aisle.recommender.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes what the shop says about its products. */
@ApplicationScoped
public class TakeCatalogue {
    private final ProductRepository products;

    TakeCatalogue(ProductRepository products) {
        this.products = products;
    }

    /** Writes the changes of a batch; returns those that were the newest of their product. */
    @Transactional
    public List<ProductChange> take(List<ProductChange> changes) {
        Collection<ProductChange> newest = newestOfEach(changes);
        if (newest.isEmpty()) {
            return List.of();
        }
        Set<String> written = products.write(newest);
        return newest.stream()
                .filter(change -> written.contains(change.productId()))
                .toList();
    }

    private static Collection<ProductChange> newestOfEach(List<ProductChange> changes) {
        Map<String, ProductChange> newest = new LinkedHashMap<>();
        for (ProductChange change : changes) {
            newest.merge(
                    change.productId(),
                    change,
                    (kept, candidate) -> candidate.sourceTime().isBefore(kept.sourceTime()) ? kept : candidate);
        }
        return newest.values();
    }
}
