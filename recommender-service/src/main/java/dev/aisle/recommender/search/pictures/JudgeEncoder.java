package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.pictures.NeighbourShare;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a new encoder against the one in use: which share of the ten pictures nearest to a product's is of its category. */
@Singleton
class JudgeEncoder {
    /** Fewer pictures say nothing. */
    private static final int FEWEST = 100;

    private static final int MOST = 1_000;
    private static final int NEIGHBOURS = 10;
    /** So much of the share may be lost. */
    private static final double MARGIN = 0.02;

    private final PictureSpaces spaces;
    private final Catalogue catalogue;
    private final CataloguePictures pictures;

    JudgeEncoder(PictureSpaces spaces, Catalogue catalogue, CataloguePictures pictures) {
        this.spaces = spaces;
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    /** In which way it does worse; empty when it doesn't, or when that can't be said. */
    String worse(PictureEncoder offered) {
        Optional<Looking> serving = spaces.current();
        if (serving.isEmpty()) {
            return "";
        }
        List<ProductPicture> sample = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        sample(sample, classes);
        if (sample.size() < FEWEST) {
            return "";
        }
        double before = share(serving.get().encoder(), sample, classes);
        double after = share(offered, sample, classes);
        return after < before - MARGIN
                ? String.format(
                        Locale.ROOT,
                        "of the ten nearest pictures of %d products %.3f are of the same category, with the encoder in"
                                + " use %.3f",
                        sample.size(),
                        after,
                        before)
                : "";
    }

    /** The same products each time, spread over the whole catalogue. */
    private void sample(List<ProductPicture> into, List<Integer> classes) {
        List<String> ids = catalogue
                .all()
                .filter(product -> product.category() != null)
                .map(CatalogueItem::productId)
                .filter(id -> spaces.current()
                        .filter(looking -> looking.space().sum(Map.of(id, 1f)).weight() > 0)
                        .isPresent())
                .sorted()
                .toList();
        int step = Math.max(1, ids.size() / MOST);
        List<String> some = new ArrayList<>();
        for (int n = 0; n < ids.size() && some.size() < MOST; n += step) {
            some.add(ids.get(n));
        }
        Map<Category, Integer> numbers = new HashMap<>();
        pictures.find(some)
                .forEach(change -> CataloguePictures.of(change).ifPresent(picture -> {
                    Category category = categoryOf(change.productId());
                    if (category != null) {
                        into.add(picture);
                        classes.add(numbers.computeIfAbsent(category, added -> numbers.size()));
                    }
                }));
    }

    private @Nullable Category categoryOf(String productId) {
        CatalogueItem product = catalogue.get(productId);
        return product == null ? null : product.category();
    }

    private static double share(PictureEncoder encoder, List<ProductPicture> sample, List<Integer> classes) {
        float[][] points =
                sample.stream().map(picture -> encoder.point(picture.picture())).toArray(float[][]::new);
        return NeighbourShare.of(
                points, classes.stream().mapToInt(Integer::intValue).toArray(), n -> true, n -> true, NEIGHBOURS);
    }
}
