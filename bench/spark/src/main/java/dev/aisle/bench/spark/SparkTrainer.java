package dev.aisle.bench.spark;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.bench.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Implicit ALS of Spark MLlib in one process: doubles, Cholesky of LAPACK, blocks exchanged by the shuffle. */
final class SparkTrainer implements Trainer {
    private static final long SEED = 7;
    private static final StructType SCHEMA = new StructType()
            .add("user", DataTypes.IntegerType)
            .add("item", DataTypes.IntegerType)
            .add("rating", DataTypes.FloatType);

    private final SparkSession spark;
    private final int rank;
    private final int threads;
    private @Nullable Dataset<Row> ratings;
    private int itemCount;
    private int userCount;

    SparkTrainer(int rank, int threads) {
        this.rank = rank;
        this.threads = threads;
        this.spark = SparkSession.builder()
                .master("local[" + threads + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public void load(Interactions train) {
        List<Row> rows = new ArrayList<>(train.size());
        for (int user = 0; user < train.userCount(); user++) {
            for (int place = train.start(user); place < train.start(user + 1); place++) {
                rows.add(RowFactory.create(user, train.item(place), train.weight(place)));
            }
        }
        Dataset<Row> cached =
                spark.createDataFrame(rows, SCHEMA).repartition(threads).cache();
        cached.count();
        ratings = cached;
        userCount = train.userCount();
        itemCount = train.itemCount();
    }

    @Override
    public Scores fit(Setting setting, int iterations) {
        ALSModel model = new ALS()
                .setImplicitPrefs(true)
                .setUserCol("user")
                .setItemCol("item")
                .setRatingCol("rating")
                .setRank(rank)
                .setMaxIter(iterations)
                .setRegParam(setting.regularisation())
                .setAlpha(setting.balance())
                .setNumBlocks(Integer.getInteger("aisle.blocks", 2 * threads))
                .setSeed(SEED)
                .fit(Objects.requireNonNull(ratings, "load comes first"));
        // The training itself ends with its factors in memory; asking for them is part of neither side's cost.
        return new Collected(model, rank, userCount, itemCount);
    }

    @Override
    public List<Setting> grid() {
        List<Setting> grid = new ArrayList<>();
        for (double regularisation : new double[] {0.05, 0.2, 0.5, 1, 3}) {
            for (double alpha : new double[] {0.2, 1, 5, 20}) {
                grid.add(new Setting(regularisation, alpha));
            }
        }
        return grid;
    }

    @Override
    public void close() {
        spark.stop();
    }

    /** Factors of a model, fetched when they are first asked for. */
    private static final class Collected implements Scores {
        private final ALSModel model;
        private final int rank;
        private final float[][] users;
        private final float[][] items;
        private boolean fetched;

        Collected(ALSModel model, int rank, int userCount, int itemCount) {
            this.model = model;
            this.rank = rank;
            this.users = new float[userCount][];
            this.items = new float[itemCount][];
        }

        @Override
        public void of(int user, float[] into) {
            if (!fetched) {
                fetch(model.userFactors(), users);
                fetch(model.itemFactors(), items);
                fetched = true;
            }
            for (int item = 0; item < into.length; item++) {
                // Whoever wasn't in the training has no factor.
                boolean known = users[user] != null && items[item] != null;
                into[item] = known ? dot(users[user], items[item]) : Float.NEGATIVE_INFINITY;
            }
        }

        private static void fetch(Dataset<Row> rows, float[][] into) {
            for (Row row : rows.collectAsList()) {
                List<Float> features = row.getList(1);
                float[] factor = new float[features.size()];
                for (int f = 0; f < factor.length; f++) {
                    factor[f] = features.get(f);
                }
                into[row.getInt(0)] = factor;
            }
        }

        private float dot(float[] a, float[] b) {
            float sum = 0;
            for (int f = 0; f < rank; f++) {
                sum += a[f] * b[f];
            }
            return sum;
        }
    }
}
