package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ListGains;
import dev.aisle.algorithms.ranking.PositionBias;
import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * LambdaMART by XGBoost, on gains that were weighted by position. The only place that knows its native library; a machine that serves and never
 * trains doesn't load it.
 *
 * @see <a href="https://doi.org/10.1145/3269206.3271784">Wang, Li, Golbandi, Bendersky, Najork 2018: the metric-driven loss of LambdaRank</a>
 */
final class FitTrees {
    private final Growth growth;
    private final Map<String, Object> others;

    /** Grows trees like this. */
    public FitTrees(Growth growth) {
        this(growth, Map.of());
    }

    /**
     * The same with other parameters of XGBoost.
     *
     * @param others by their names; these hold where they differ from ours
     */
    FitTrees(Growth growth, Map<String, Object> others) {
        this.growth = growth;
        this.others = Map.copyOf(others);
    }

    /**
     * How trees grow.
     *
     * @param trees how many
     * @param depth levels of decisions of each
     * @param rate how much of a tree counts
     * @param leastWeight second derivatives in a leaf, at least
     */
    public record Growth(int trees, int depth, double rate, double leastWeight, int threads, long seed) {
        /** Found on simulated shoppers: decision 28. */
        public static final Growth USUAL = new Growth(100, 3, 0.1, 1, 2, 20261126);
    }

    /**
     * Fits trees to lists that have gains.
     *
     * @throws UnfittableTreesException when the library can't be loaded or refuses
     */
    public TreeEnsemble fit(List<ShownList> lists, PositionBias bias) {
        return fit(lists.stream()
                .map(list -> ListGains.of(list, bias))
                .filter(ListGains::any)
                .toList());
    }

    private TreeEnsemble fit(List<ListGains> lists) {
        try {
            return fitted(lists, parameters());
        } catch (XGBoostError e) {
            throw new UnfittableTreesException("the trees can't be fitted: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new UnfittableTreesException(
                    "the native library of XGBoost can't be loaded; on Linux it needs glibc and libgomp (Debian: apt-get install libgomp1): "
                            + reason(e),
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", "rank:ndcg");
        // Gains are weighted clicks, no grades to take powers of two of.
        parameters.put("ndcg_exp_gain", false);
        parameters.put("lambdarank_pair_method", "topk");
        parameters.put("tree_method", "hist");
        parameters.put("max_depth", growth.depth());
        parameters.put("eta", growth.rate());
        parameters.put("min_child_weight", growth.leastWeight());
        parameters.put("nthread", growth.threads());
        parameters.put("seed", growth.seed());
        parameters.put("verbosity", 0);
        parameters.putAll(others);
        return parameters;
    }

    private TreeEnsemble fitted(List<ListGains> lists, Map<String, Object> parameters) throws XGBoostError {
        int width = lists.getFirst().list().features()[0].length;
        DMatrix matrix = matrix(lists, width);
        try {
            Booster booster = XGBoost.train(matrix, parameters, growth.trees(), Map.of(), null, null);
            try {
                return BoosterTrees.read(booster.toByteArray("json"), width);
            } finally {
                booster.dispose();
            }
        } finally {
            matrix.dispose();
        }
    }

    /**
     * The weight of a list is its ideal DCG: XGBoost divides by it, and a click where hardly anybody looks would count like one at the top whenever
     * it is the only one.
     */
    private static DMatrix matrix(List<ListGains> lists, int width) throws XGBoostError {
        int rows = lists.stream().mapToInt(gains -> gains.list().size()).sum();
        float[] cells = new float[Math.multiplyExact(rows, width)];
        float[] labels = new float[rows];
        int[] sizes = new int[lists.size()];
        float[] weights = new float[lists.size()];
        int row = 0;
        for (int n = 0; n < sizes.length; n++) {
            ListGains gains = lists.get(n);
            sizes[n] = gains.list().size();
            weights[n] = (float) gains.ideal();
            for (int item = 0; item < sizes[n]; item++, row++) {
                System.arraycopy(gains.list().features()[item], 0, cells, row * width, width);
                labels[row] = gains.weighted()[item];
            }
        }
        DMatrix matrix = new DMatrix(cells, rows, width, Float.NaN);
        matrix.setLabel(labels);
        matrix.setGroup(sizes);
        matrix.setWeight(weights);
        return matrix;
    }
}
