package dev.aisle.algorithms.ranking;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;

/**
 * Regression trees whose leaves add up, walked in plain Java. An inner node sends a row to the left when {@code row[feature] < value}, to the right
 * when not, and where it says when the row has NaN.
 */
public final class TreeEnsemble implements ItemScore {
    /** Stands for the feature in a leaf. */
    public static final int LEAF = -1;

    private final int featureCount;
    private final float base;
    private final int[] roots;
    private final Nodes nodes;

    /**
     * All nodes of all trees as columns of the same length; a child's number is greater than its parent's.
     *
     * @param feature that an inner node looks at; {@link #LEAF} for a leaf
     * @param value threshold of an inner node, addend of a leaf
     * @param left number of the left child; anything for a leaf
     * @param right number of the right child; anything for a leaf
     * @param missing number of the child for NaN; anything for a leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once and never written
    public record Nodes(int[] feature, float[] value, int[] left, int[] right, int[] missing) {
        /** @throws IllegalArgumentException when the columns have several lengths */
        public Nodes {
            int count = feature.length;
            if (value.length != count || left.length != count || right.length != count || missing.length != count) {
                throw new IllegalArgumentException("columns of nodes of several lengths");
            }
        }

        int count() {
            return feature.length;
        }
    }

    /**
     * An ensemble.
     *
     * @param featureCount length of a row
     * @param base score of no tree at all
     * @param roots number of the first node of each tree
     * @throws IllegalArgumentException when a node looks at a feature that isn't there, has no finite value or leads nowhere: the walk always ends
     */
    public TreeEnsemble(int featureCount, float base, int[] roots, Nodes nodes) {
        this.featureCount = featureCount;
        this.base = base;
        this.roots = roots.clone();
        this.nodes = nodes;
        if (!Float.isFinite(base)) {
            throw new IllegalArgumentException("the base is " + base);
        }
        for (int root : roots) {
            if (root < 0 || root >= nodes.count()) {
                throw new IllegalArgumentException("a tree begins at " + root + " of " + nodes.count() + " nodes");
            }
        }
        for (int node = 0; node < nodes.count(); node++) {
            check(node);
        }
    }

    private void check(int node) {
        int feature = nodes.feature[node];
        if (feature < LEAF || feature >= featureCount || !Float.isFinite(nodes.value[node])) {
            throw new IllegalArgumentException(
                    "node " + node + ": feature " + feature + " of " + featureCount + ", value " + nodes.value[node]);
        }
        if (feature != LEAF) {
            checkChild(node, nodes.left[node]);
            checkChild(node, nodes.right[node]);
            checkChild(node, nodes.missing[node]);
        }
    }

    private void checkChild(int node, int child) {
        if (child <= node || child >= nodes.count()) {
            throw new IllegalArgumentException("node " + node + " leads to " + child + " of " + nodes.count());
        }
    }

    /** The ensemble in a file. */
    public static TreeEnsemble read(Artefact from) {
        int[] features = from.ints("featureCount");
        float[] base = from.floats("base");
        if (features.length != 1 || base.length != 1) {
            throw from.contradiction("one number of features and one base", features.length + " and " + base.length);
        }
        try {
            return new TreeEnsemble(
                    features[0],
                    base[0],
                    from.ints("roots"),
                    new Nodes(
                            from.ints("feature"),
                            from.floats("value"),
                            from.ints("left"),
                            from.ints("right"),
                            from.ints("missing")));
        } catch (IllegalArgumentException e) {
            throw from.contradiction("trees", String.valueOf(e.getMessage()));
        }
    }

    /** Adds the arrays to a file. */
    public void store(ArtefactWriter into) {
        into.ints("featureCount", featureCount)
                .floats("base", new float[] {base})
                .ints("roots", roots)
                .ints("feature", nodes.feature)
                .floats("value", nodes.value)
                .ints("left", nodes.left)
                .ints("right", nodes.right)
                .ints("missing", nodes.missing);
    }

    /**
     * {@code base + Σ leaf}, added as floats in the order of the trees.
     *
     * @param row of length {@link #featureCount}
     */
    public float score(float[] row) {
        float sum = base;
        for (int root : roots) {
            sum += nodes.value[leaf(root, row)];
        }
        return sum;
    }

    @Override
    public double of(float[] features) {
        return score(features);
    }

    private int leaf(int root, float[] row) {
        int node = root;
        for (int feature = nodes.feature[node]; feature != LEAF; feature = nodes.feature[node]) {
            float value = row[feature];
            float threshold = nodes.value[node];
            if (value < threshold) {
                node = nodes.left[node];
            } else {
                node = value >= threshold ? nodes.right[node] : nodes.missing[node];
            }
        }
        return node;
    }

    /** Length of a row. */
    public int featureCount() {
        return featureCount;
    }

    /** How many trees there are. */
    public int treeCount() {
        return roots.length;
    }
}
