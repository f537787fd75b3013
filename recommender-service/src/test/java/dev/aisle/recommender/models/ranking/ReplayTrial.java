package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.Categories;
import dev.aisle.recommender.catalog.ItemTraits;
import dev.aisle.recommender.catalog.Shelf;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.nearest.Indexes;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.recommender.serving.domain.Recent;
import dev.aisle.recommender.serving.domain.Replay;
import dev.aisle.recommender.serving.domain.Replay.Deed;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.TrialRows;
import dev.aisle.recommender.serving.domain.TrialRows.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ranker learns from replayed sessions of real people: {@code FILE SHARE}, where the file is one of {@link TrialRows} and the share of its lines
 * lies before the moment. Of products nothing is known but their ids. Prints, asserts nothing.
 */
final class ReplayTrial {
    private ReplayTrial() {}

    public static void main(String[] arguments) throws IOException {
        List<Row> rows = TrialRows.read(Path.of(arguments[0]));
        TrainingSet set = TrialRows.set(rows);
        long moment = set.momentOf(Double.parseDouble(arguments[1]));
        TrainedModel model = new Learning()
                .fit(set, moment, new Name("", Instant.EPOCH), new TrainingProgress(), new Span("", 0, 1));
        long began = System.nanoTime();
        List<ShownList> lists = lists(rows, new Replay(view(model), moment));
        long ended = System.nanoTime();
        LearnRanker learnRanker = new LearnRanker(
                (from, until, each) -> {},
                (past, most, each) -> lists.forEach(each),
                new ModelInUse(),
                new PlainRanker(true, 2_000, 0, 100));
        System.out.printf(
                Locale.ROOT,
                "FIGURE %s: %,d lists in %.1f s, learned in %.1f s%n%s%n",
                arguments[0],
                lists.size(),
                (ended - began) / 1e9,
                seconds(() -> System.out.println(learnRanker
                        .learn(Instant.ofEpochMilli(set.newest()), new PastModel(model, moment))
                        .report())),
                set.userCount() + " people");
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static List<ShownList> lists(List<Row> rows, Replay replay) {
        Map<String, List<Deed>> people = new TreeMap<>();
        rows.forEach(row -> people.computeIfAbsent(row.person(), added -> new ArrayList<>())
                .add(new Deed(new PastInteraction(row.product(), row.type(), Instant.ofEpochMilli(row.millis())), "")));
        return people.values().stream()
                .flatMap(deeds -> replay.of(deeds).stream())
                .toList();
    }

    private static ShopView view(TrainedModel model) {
        Shelf shelf = new Ids(model.productIds());
        AlsModel als = model.als();
        return new ShopView(
                ModelView.of(model, shelf, Indexes.none(new FloatRows(als.itemFactors(), als.rank(), als.rank()))),
                shelf,
                List.of(),
                null,
                Recent.NOTHING);
    }

    private static final class Ids implements Shelf {
        private final Map<String, CatalogueItem> products = new TreeMap<>();

        Ids(String... ids) {
            for (String id : ids) {
                products.put(
                        id,
                        new CatalogueItem(
                                id, id, new Categories().of(List.of()), "", null, "", "", Sale.NOW, ItemTraits.NONE));
            }
        }

        @Override
        public @Nullable CatalogueItem get(String productId) {
            return products.get(productId);
        }

        @Override
        public Stream<CatalogueItem> all() {
            return products.values().stream();
        }

        @Override
        public long changes() {
            return 0;
        }
    }
}
