package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.kernels.FloatRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The weights of one network: each array that it declares, of its size, every number finite. Must not be changed by anybody. */
public final class Weights {
    private final Map<String, WeightArray> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    /**
     * Weights of these arrays, which are not copied.
     *
     * @throws IllegalArgumentException when one is missing, too long, too short, or has a number that isn't finite
     */
    public Weights(List<WeightArray> declared, Map<String, float[]> given) {
        for (WeightArray array : declared) {
            float[] values = given.get(array.name());
            if (values == null || values.length != array.size()) {
                throw new IllegalArgumentException(
                        "weights " + array.name() + ": expected " + array.rows() + " × " + array.columns()
                                + " numbers, " + (values == null ? "they are missing" : "found " + values.length));
            }
            requireFinite(array.name(), values);
            shapes.put(array.name(), array);
            arrays.put(array.name(), values);
        }
    }

    private static void requireFinite(String name, float[] values) {
        for (int n = 0; n < values.length; n++) {
            if (!Float.isFinite(values[n])) {
                throw new IllegalArgumentException("weights " + name + ": number " + n + " is " + values[n]);
            }
        }
    }

    /** Weights to begin a training with. */
    public static Weights random(List<WeightArray> declared, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> drawn = new LinkedHashMap<>();
        for (WeightArray array : declared) {
            float[] values = new float[array.size()];
            for (int n = 0; n < values.length; n++) {
                values[n] = array.deviation() == 0
                        ? array.mean()
                        : (float) random.nextGaussian(array.mean(), array.deviation());
            }
            drawn.put(array.name(), values);
        }
        return new Weights(declared, drawn);
    }

    /** The numbers of an array, row after row; not a copy. */
    public float[] array(String name) {
        float[] values = arrays.get(name);
        if (values == null) {
            throw new IllegalArgumentException("this network has no weights " + name + ", only " + arrays.keySet());
        }
        return values;
    }

    /** The same as rows without padding. */
    FloatRows rows(String name) {
        int columns = shape(name).columns();
        return new FloatRows(array(name), columns, columns);
    }

    /** The same as padded rows. */
    FloatRows padded(String name) {
        return FloatRows.padded(array(name), shape(name).columns());
    }

    private WeightArray shape(String name) {
        WeightArray shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("this network has no weights " + name + ", only " + shapes.keySet());
        }
        return shape;
    }

    /** Adds the arrays to a file. */
    public void store(ArtefactWriter into) {
        arrays.forEach((name, values) -> into.floats("weights." + name, values));
    }

    /**
     * The weights in a file.
     *
     * @throws IllegalArgumentException when the arrays of the file don't fit the network
     */
    public static Weights read(List<WeightArray> declared, Artefact from) {
        Map<String, float[]> read = new LinkedHashMap<>();
        for (WeightArray array : declared) {
            read.put(array.name(), from.floats("weights." + array.name()));
        }
        return new Weights(declared, read);
    }
}
