package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/** {@link FeatureNetwork}: what the filters see of the person is the same for all items, and computed once. */
final class FeatureForward implements Network.Forward {
    private final FeatureNetwork shape;
    private final Kernels kernels;
    private final float[] person;
    private final float[] items;
    private final float[] filters;
    private final float[] filterBias;
    private final float[] dense;
    private final float denseBias;
    private final int framed;

    FeatureForward(FeatureNetwork shape, Weights weights, Kernels kernels) {
        this.shape = shape;
        this.kernels = kernels;
        this.framed = shape.width() + FeatureNetwork.REACH - 1;
        this.person = weights.array("person");
        this.items = framed(weights.rows("items"));
        this.filters = weights.array("filters");
        this.filterBias = weights.array("filters.bias");
        this.dense = weights.array("dense");
        this.denseBias = weights.array("dense.bias")[0];
    }

    /** A zero before and behind each row, so that the first and the last feature have neighbours too. */
    private float[] framed(FloatRows rows) {
        float[] copy = new float[Math.multiplyExact(rows.rows(), framed)];
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(
                    rows.values(), row * rows.stride(), copy, row * framed + FeatureNetwork.REACH / 2, shape.width());
        }
        return copy;
    }

    @Override
    public void score(int[] session, float[] into) {
        int width = shape.width();
        float[] mean = new float[framed];
        for (int item : session) {
            kernels.axpy(1f / session.length, person, item * width, mean, FeatureNetwork.REACH / 2, width);
        }
        float[] ofPerson = new float[shape.filters() * width];
        for (int filter = 0; filter < shape.filters(); filter++) {
            Arrays.fill(ofPerson, filter * width, (filter + 1) * width, filterBias[filter]);
        }
        addFiltered(mean, 0, 0, ofPerson);
        float[] seen = new float[ofPerson.length];
        for (int item = 0; item < shape.items(); item++) {
            System.arraycopy(ofPerson, 0, seen, 0, seen.length);
            addFiltered(items, item * framed, FeatureNetwork.REACH, seen);
            for (int i = 0; i < seen.length; i++) {
                seen[i] = Math.max(0f, seen[i]);
            }
            into[item] = kernels.dot(dense, 0, seen, 0, seen.length) + denseBias;
        }
    }

    /** @param channel 0 for the person, {@code REACH} for the item: where its weights begin in a filter's row */
    private void addFiltered(float[] line, int at, int channel, float[] into) {
        int width = shape.width();
        for (int filter = 0; filter < shape.filters(); filter++) {
            for (int k = 0; k < FeatureNetwork.REACH; k++) {
                float weight = filters[filter * 2 * FeatureNetwork.REACH + channel + k];
                kernels.axpy(weight, line, at + k, into, filter * width, width);
            }
        }
    }
}
