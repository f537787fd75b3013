package dev.aisle.recommender.models.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.algorithms.ranking.TreeEnsemble.Nodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the trees of XGBoost's JSON model.
 *
 * @see <a href="https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html">its schema</a>
 */
final class BoosterTrees {
    private final List<Integer> roots = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private BoosterTrees() {}

    private record Node(int feature, float value, int left, int right, int missing) {}

    static TreeEnsemble read(byte[] model, int featureCount) {
        try {
            JsonNode learner = new ObjectMapper().readTree(model).path("learner");
            BoosterTrees trees = new BoosterTrees();
            learner.path("gradient_booster").path("model").path("trees").forEach(trees::add);
            return trees.ensemble(
                    featureCount,
                    base(learner.path("learner_model_param").path("base_score").asText()));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnfittableTreesException("the fitted trees can't be read: " + e.getMessage(), e);
        }
    }

    /** {@code 5E-1}, or since version 3.1 {@code [5E-1]}: one for each target. */
    private static float base(String text) {
        return Float.parseFloat(text.replace("[", "").replace("]", ""));
    }

    /** Level by level, so that a child stands after its parent, and nodes that were pruned are left out. */
    private void add(JsonNode tree) {
        int root = nodes.size();
        roots.add(root);
        List<Integer> found = new ArrayList<>();
        found.add(0);
        for (int n = 0; n < found.size(); n++) {
            int node = found.get(n);
            int left = tree.path("left_children").get(node).asInt();
            float value = tree.path("split_conditions").get(node).floatValue();
            if (left < 0) {
                nodes.add(new Node(TreeEnsemble.LEAF, value, 0, 0, 0));
            } else {
                int first = root + found.size();
                found.add(left);
                found.add(tree.path("right_children").get(node).asInt());
                boolean goesLeft = tree.path("default_left").get(node).asInt() != 0;
                nodes.add(new Node(
                        tree.path("split_indices").get(node).asInt(),
                        value,
                        first,
                        first + 1,
                        goesLeft ? first : first + 1));
            }
        }
    }

    private TreeEnsemble ensemble(int featureCount, float base) {
        float[] values = new float[nodes.size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = nodes.get(node).value();
        }
        return new TreeEnsemble(
                featureCount,
                base,
                roots.stream().mapToInt(Integer::intValue).toArray(),
                new Nodes(
                        nodes.stream().mapToInt(Node::feature).toArray(),
                        values,
                        nodes.stream().mapToInt(Node::left).toArray(),
                        nodes.stream().mapToInt(Node::right).toArray(),
                        nodes.stream().mapToInt(Node::missing).toArray()));
    }
}
