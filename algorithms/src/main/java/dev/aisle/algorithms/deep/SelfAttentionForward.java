package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** {@link SelfAttentionNetwork} at the last position. The last layer asks for that position only, so the others' queries are never computed there. */
final class SelfAttentionForward implements Network.Forward {
    private final int width;
    private final float inputScale;
    private final Kernels kernels;
    private final FloatRows items;
    private final float[] positions;
    private final List<Block> blocks;
    private final Normalisation last;

    SelfAttentionForward(SelfAttentionNetwork network, Weights weights, Kernels kernels) {
        this.width = network.width();
        this.inputScale = (float) Math.sqrt(width);
        this.kernels = kernels;
        this.items = weights.rows("items");
        this.positions = weights.array("positions");
        this.blocks = IntStream.range(0, network.layers())
                .mapToObj(layer -> new Block(layer + ".", network.heads(), weights))
                .toList();
        this.last = new Normalisation(weights.array("norm.gain"), weights.array("norm.bias"));
    }

    /** Rows of one session, each of the network's width. */
    private final class Scratch {
        private final int steps;
        private final FloatRows x;
        private final FloatRows normal;
        private final FloatRows query;
        private final FloatRows key;
        private final FloatRows value;
        private final float[] weights;

        Scratch(int steps) {
            int rows = (steps + 3) / 4 * 4;
            this.steps = steps;
            this.x = FloatRows.zeros(rows, width);
            this.normal = FloatRows.zeros(rows, width);
            this.query = FloatRows.zeros(rows, width);
            this.key = FloatRows.zeros(rows, width);
            this.value = FloatRows.zeros(rows, width);
            this.weights = new float[steps];
        }
    }

    @Override
    public void score(int[] session, float[] into) {
        Scratch scratch = new Scratch(session.length);
        int stride = scratch.x.stride();
        for (int step = 0; step < session.length; step++) {
            System.arraycopy(positions, step * width, scratch.x.values(), step * stride, width);
            kernels.axpy(inputScale, items.values(), session[step] * width, scratch.x.values(), step * stride, width);
        }
        for (int layer = 0; layer < blocks.size(); layer++) {
            blocks.get(layer).apply(scratch, layer == blocks.size() - 1 ? session.length - 1 : 0);
        }
        last.apply(scratch.x, session.length - 1, session.length, scratch.normal);
        float[] answer = Arrays.copyOfRange(
                scratch.normal.values(), (session.length - 1) * stride, (session.length - 1) * stride + width);
        kernels.dots(items, 0, items.rows(), answer, into);
    }

    /** One layer. Its matrices are padded for {@link Kernels#multiply}. */
    private final class Block {
        private final int heads;
        private final Normalisation beforeAttention;
        private final Normalisation beforeDense;
        private final FloatRows query;
        private final FloatRows key;
        private final FloatRows value;
        private final FloatRows mix;
        private final FloatRows inner;
        private final FloatRows outer;
        private final float[] innerBias;
        private final float[] outerBias;

        Block(String layer, int heads, Weights weights) {
            this.heads = heads;
            this.beforeAttention =
                    new Normalisation(weights.array(layer + "attention.gain"), weights.array(layer + "attention.bias"));
            this.beforeDense =
                    new Normalisation(weights.array(layer + "dense.gain"), weights.array(layer + "dense.bias"));
            this.query = weights.padded(layer + "query");
            this.key = weights.padded(layer + "key");
            this.value = weights.padded(layer + "value");
            this.mix = weights.padded(layer + "mix");
            this.inner = weights.padded(layer + "inner");
            this.outer = weights.padded(layer + "outer");
            this.innerBias = weights.array(layer + "inner.bias");
            this.outerBias = weights.array(layer + "outer.bias");
        }

        /** Changes the rows from {@code from} on; the others only answer. */
        void apply(Scratch s, int from) {
            beforeAttention.apply(s.x, 0, s.steps, s.normal);
            kernels.multiply(s.normal, 0, s.steps, key, s.key);
            kernels.multiply(s.normal, 0, s.steps, value, s.value);
            kernels.multiply(s.normal, from, s.steps, query, s.query);
            attend(s, from);
            // The rows of keys are free from here on, row 0 being that of step from.
            kernels.multiply(s.query, 0, s.steps - from, mix, s.key);
            add(s.key, s.x, from, s.steps);
            beforeDense.apply(s.x, from, s.steps, s.normal);
            kernels.multiply(s.normal, from, s.steps, inner, s.key);
            rectify(s.key, s.steps - from);
            kernels.multiply(s.key, 0, s.steps - from, outer, s.value);
            add(s.value, s.x, from, s.steps);
            for (int step = from; step < s.steps; step++) {
                kernels.axpy(1f, outerBias, 0, s.x.values(), step * s.x.stride(), width);
            }
        }

        private void rectify(FloatRows rows, int count) {
            for (int row = 0; row < count; row++) {
                for (int at = row * rows.stride(), i = 0; i < width; at++, i++) {
                    rows.values()[at] = Math.max(0f, rows.values()[at] + innerBias[i]);
                }
            }
        }

        /** Puts what a step saw in the place of its query. */
        private void attend(Scratch s, int from) {
            int size = width / heads;
            float scale = WeightArray.inverseRoot(size);
            for (int step = from; step < s.steps; step++) {
                int row = (step - from) * s.query.stride();
                for (int head = 0; head < heads; head++) {
                    attend(s, row + head * size, head * size, size, scale, step + 1);
                }
            }
        }

        private void attend(Scratch s, int at, int column, int size, float scale, int seen) {
            float[] keys = s.key.values();
            float[] values = s.value.values();
            float[] queries = s.query.values();
            int stride = s.key.stride();
            for (int step = 0; step < seen; step++) {
                s.weights[step] = scale * kernels.dot(queries, at, keys, step * stride + column, size);
            }
            Softmax.apply(s.weights, seen);
            Arrays.fill(queries, at, at + size, 0f);
            for (int step = 0; step < seen; step++) {
                kernels.axpy(s.weights[step], values, step * stride + column, queries, at, size);
            }
        }
    }

    private void add(FloatRows addends, FloatRows into, int from, int to) {
        for (int step = from; step < to; step++) {
            kernels.axpy(
                    1f, addends.values(), (step - from) * addends.stride(), into.values(), step * into.stride(), width);
        }
    }
}
