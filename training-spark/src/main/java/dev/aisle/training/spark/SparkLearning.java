package dev.aisle.training.spark;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Popularity;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.Recipe.Visits;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.outside.ArchivedEvents;
import dev.aisle.recommender.models.outside.TrainingFailure;
import dev.aisle.training.spark.Part.Figures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Fits all parts of a model as {@link Learning} does, on rows that lie on several machines. */
final class SparkLearning {
    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Recipe recipe;
    private final int partitions;
    private final Consumer<String> progress;

    /** @param partitions that people and items are cut into, ≥ 1 */
    SparkLearning(SparkSession spark, Recipe recipe, int partitions, Consumer<String> progress) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.recipe = recipe;
        this.partitions = partitions;
        this.progress = progress;
    }

    /**
     * Fits a model.
     *
     * @param interactions as {@link Archive} gives them
     * @param readAt whose consents they were limited to
     */
    TrainedModel fit(Dataset<Row> interactions, Instant readAt, Name name) {
        Shop shop = shop(interactions);
        JavaRDD<Part> parts = parts(interactions, context.broadcast(shop)).persist(StorageLevel.MEMORY_AND_DISK());
        List<Figures> figures = parts.map(Part::figures).collect();
        Totals totals = Totals.of(figures);
        progress.accept("read %,d interactions of %,d people with %,d products"
                .formatted(totals.rows(), totals.people(), shop.productIds().length));
        TrainedModel model = new TrainedModel(
                name.version(),
                name.trainedAt(),
                origin(shop, totals, readAt),
                shop.productIds(),
                popularity(parts, shop),
                neighbours(parts.map(Part::people), shop, recipe.similar(), "similar products"),
                neighbours(parts.map(Part::baskets), shop, recipe.boughtTogether(), "products bought together"),
                factors(parts, shop, figures, totals),
                visits(parts, shop),
                TrainedModel.Added.NOTHING);
        parts.unpersist();
        return model;
    }

    private Shop shop(Dataset<Row> interactions) {
        List<Row> products = interactions
                .select(functions.explode(functions.col("product_ids")).as("product"), functions.col("micros"))
                .where("product is not null and product <> ''")
                .groupBy("product")
                .agg(functions.max("micros"))
                .collectAsList();
        if (products.isEmpty()) {
            throw new TrainingFailure("Nobody of those who grant it has done anything with a product.");
        }
        long newest =
                products.stream().mapToLong(product -> product.getLong(1)).max().orElse(0);
        String[] sorted =
                products.stream().map(product -> product.getString(0)).sorted().toArray(String[]::new);
        return Shop.of(sorted, Math.floorDiv(newest, ArchivedEvents.MICROS_A_MILLI), recipe);
    }

    private JavaRDD<Part> parts(Dataset<Row> interactions, Broadcast<Shop> shop) {
        return interactions
                .repartitionByRange(partitions, functions.col("person"))
                .sortWithinPartitions("person", "micros", "kafka_partition", "kafka_offset")
                .javaRDD()
                .mapPartitions(
                        rows -> List.of(PartReader.read(rows, shop.value())).iterator());
    }

    private Popularity.Model popularity(JavaRDD<Part> parts, Shop shop) {
        double[] sums = Sums.of(parts.map(Part::popularity), shop.productIds().length);
        float[] scores = new float[sums.length];
        for (int item = 0; item < sums.length; item++) {
            scores[item] = (float) sums[item];
        }
        progress.accept("popularity");
        return new Popularity.Model(scores);
    }

    private ItemKnn.Model neighbours(JavaRDD<Interactions> rows, Shop shop, ItemKnn knn, String what) {
        ItemKnn.Model model = Neighbours.find(rows, perItem(rows, shop), knn, partitions);
        progress.accept(what);
        return model;
    }

    private AlsModel factors(JavaRDD<Part> parts, Shop shop, List<Figures> figures, Totals totals) {
        // What regularisation means must not depend on whether a shop's people mostly view or mostly buy.
        double mean = totals.weight() / Math.max(1, totals.pairs());
        int[] firsts = Totals.firstPeople(figures);
        JavaRDD<Block> people = parts.mapPartitionsWithIndex(
                (index, own) -> List.of(
                                new Block(firsts[index], own.next().people().mapWeights(weight -> weight / mean)))
                        .iterator(),
                true);
        double total = people.mapToDouble(block -> block.rows().totalWeight()).sum();
        AlsModel model = new Factors(context, recipe.als())
                .fit(people, totals.people(), total, perItem(parts.map(Part::people), shop), partitions);
        progress.accept("factors");
        return model;
    }

    private SessionNeighbours visits(JavaRDD<Part> parts, Shop shop) {
        int items = shop.productIds().length;
        if (recipe.visits().neighbours() == 0) {
            return Visits.none(items);
        }
        Sessions visits = Sessions.join(items, parts.map(Part::visits).collect());
        SessionNeighbours model = recipe.visits().algorithm().fit(visits, Progress.NONE);
        progress.accept("%,d visits".formatted(visits.size()));
        return model;
    }

    private static double[] perItem(JavaRDD<Interactions> rows, Shop shop) {
        return Sums.of(
                rows.map(matrix ->
                        Arrays.stream(matrix.usersPerItem()).asDoubleStream().toArray()),
                shop.productIds().length);
    }

    private Origin origin(Shop shop, Totals totals, Instant readAt) {
        TrainingFigures ofAll = new TrainingFigures(
                totals.people(),
                shop.productIds().length,
                totals.rows(),
                (double) totals.largestPerson() / Math.max(1, totals.rows()),
                Instant.ofEpochMilli(shop.newest()),
                0,
                totals.types());
        Map<String, String> parameters = new HashMap<>(recipe.parameters());
        parameters.putAll(new OutsideTraining("spark " + spark.version(), readAt, recipe, ofAll).parameters());
        return Origin.of(Learning.ALGORITHM, parameters, recipe.als().seed(), fingerprint(shop, totals));
    }

    private static String fingerprint(Shop shop, Totals totals) {
        MessageDigest digest = PeoplePrints.sha256();
        for (String product : shop.productIds()) {
            digest.update(product.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(totals.fingerprint()));
    }
}
