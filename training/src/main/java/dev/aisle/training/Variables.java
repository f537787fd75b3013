package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The weights of a network on PyTorch's side, with what Adam remembers of each. Native memory: three times the weights, until it is closed. */
final class Variables implements AutoCloseable {
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1f;

    private final List<WeightArray> arrays;
    /** Those of them that hold a row an item. */
    private final List<String> perItem;

    private final NDManager manager;
    private final DataType type;
    private final Map<String, Variable> all = new LinkedHashMap<>();
    /** Items × columns; absent where nothing is known of them. */
    private final Optional<NDArray> features;

    private final Map<String, NDArray> mixed = new HashMap<>();

    /** {@code decay^steps}, as products: a power may have other last bits once it is compiled. */
    private double meanLeft = 1;

    private double squareLeft = 1;

    private record Variable(NDArray value, NDArray mean, NDArray square) {}

    /** Of a network that knows no features of items. */
    Variables(Network network, Weights start, DataType type) {
        this(network, start, ItemFeatures.NONE, type);
    }

    /**
     * Of a network that knows features; {@link #mix} comes before each step then.
     *
     * @param type of the numbers: float32 to train, float64 to check gradients
     */
    Variables(Network network, Weights start, ItemFeatures known, DataType type) {
        this(known.arrays(network), network.perItem(), start, known, type);
    }

    /** Of any arrays. */
    Variables(List<WeightArray> arrays, Weights start, DataType type) {
        this(arrays, List.of(), start, ItemFeatures.NONE, type);
    }

    private Variables(
            List<WeightArray> arrays, List<String> perItem, Weights start, ItemFeatures known, DataType type) {
        this.arrays = List.copyOf(arrays);
        this.perItem = List.copyOf(perItem);
        this.type = type;
        this.manager = PyTorch.engine().newBaseManager();
        this.features = known.isEmpty()
                ? Optional.empty()
                : Optional.of(manager.create(known.dense(), new Shape(known.itemCount(), known.columns()))
                        .toType(type, true));
        for (WeightArray array : this.arrays) {
            Shape shape = new Shape(array.rows(), array.columns());
            NDArray value = manager.create(start.array(array.name()), shape).toType(type, true);
            value.setRequiresGradient(true);
            all.put(array.name(), new Variable(value, manager.zeros(shape, type), manager.zeros(shape, type)));
        }
    }

    /** Of what everything else of a step is made. */
    NDManager manager() {
        return manager;
    }

    DataType type() {
        return type;
    }

    /**
     * Until the next step {@code row · kept + features · projection} stands in the place of each item's row.
     *
     * @param kept by item: 1, or 0 for a row that is left out, so that the features alone must do
     */
    void mix(float... kept) {
        mixed.clear();
        features.ifPresent(rows -> {
            NDArray factors = manager.create(kept, new Shape(kept.length, 1)).toType(type, false);
            for (String name : perItem) {
                NDArray known = rows.matMul(raw(ItemFeatures.projection(name)));
                mixed.put(name, raw(name).mul(factors).add(known));
            }
        });
    }

    /** A matrix of rows × columns; vectors are matrices of one row. Of an item's row what was {@linkplain #mix mixed}. */
    NDArray get(String name) {
        NDArray served = mixed.get(name);
        return served == null ? raw(name) : served;
    }

    /** What is learned: never mixed. */
    NDArray raw(String name) {
        Variable variable = all.get(name);
        if (variable == null) {
            throw new IllegalArgumentException("no weights " + name);
        }
        return variable.value();
    }

    /** The same as a vector. */
    NDArray vector(String name) {
        return get(name).reshape(-1);
    }

    /** One step of Adam against the gradients that were collected, which are zero afterwards. */
    void descend(float rate) {
        meanLeft *= MEAN_DECAY;
        squareLeft *= SQUARE_DECAY;
        double correction = Math.sqrt(1 - squareLeft) / (1 - meanLeft);
        for (Variable variable : all.values()) {
            NDArray value = variable.value();
            value.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(value, value.getGradient(), variable.mean(), variable.square()),
                            new NDList(value),
                            rate,
                            (float) (rate * correction),
                            0f,
                            1f,
                            NO_CLIPPING,
                            MEAN_DECAY,
                            SQUARE_DECAY,
                            EPSILON,
                            false,
                            false);
        }
    }

    /**
     * A copy for serving.
     *
     * @throws IllegalArgumentException when a number isn't finite
     */
    Weights copy() {
        Map<String, float[]> copies = new LinkedHashMap<>();
        all.forEach((name, variable) -> copies.put(name, variable.value().toFloatArray()));
        return new Weights(arrays, copies);
    }

    @Override
    public void close() {
        manager.close();
    }
}
