package dev.aisle.recommender.search.pictures;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductListener;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The encoder that serves, and beside it for a while the one that comes: both see what changes. */
@Singleton
public class PictureSpaces implements ProductListener {
    private static final int AT_ONCE = 100;

    private final CataloguePictures pictures;
    private volatile @Nullable Looking current;
    private volatile @Nullable Looking next;

    PictureSpaces(CataloguePictures pictures) {
        this.pictures = pictures;
    }

    /** What serves; empty without an encoder. */
    public Optional<Looking> current() {
        return Optional.ofNullable(current);
    }

    /** Shows all these products to an encoder, then lets it serve. Of one thread. */
    void use(Looking looking, List<String> productIds) {
        next = looking;
        try {
            for (int from = 0; from < productIds.size(); from += AT_ONCE) {
                show(looking, productIds.subList(from, Math.min(productIds.size(), from + AT_ONCE)));
            }
            current = looking;
        } finally {
            next = null;
        }
    }

    /** Nothing serves any more. */
    void useNone() {
        current = null;
    }

    /** A change that is told meanwhile waits, so that no older picture overwrites it. */
    private synchronized void show(Looking looking, List<String> productIds) {
        pictures.find(productIds).forEach(product -> put(List.of(looking), product));
    }

    @Override
    public void read(List<ProductChange> products) {
        // An encoder that comes into use reads all products by itself.
    }

    @Override
    public void readAll() {
        // See read.
    }

    @Override
    public synchronized void changed(List<ProductChange> changes) {
        List<Looking> all = new ArrayList<>();
        current().ifPresent(all::add);
        Optional.ofNullable(next).ifPresent(all::add);
        if (!all.isEmpty()) {
            changes.forEach(change -> put(all, change));
        }
    }

    private static void put(List<Looking> all, ProductChange product) {
        Optional<ProductPicture> picture = CataloguePictures.of(product);
        for (Looking looking : all) {
            picture.ifPresentOrElse(
                    present -> looking.put(product.productId(), present),
                    () -> looking.space().remove(product.productId()));
        }
    }
}
