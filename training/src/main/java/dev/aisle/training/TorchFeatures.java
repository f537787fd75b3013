package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.FeatureNetwork;

/** {@link FeatureNetwork} for training. An answer is what the filters see of the person: filters × width numbers a place. */
record TorchFeatures(FeatureNetwork shape, Variables variables) implements TorchNetwork {
    @Override
    public NDArray answers(Batch batch, float dropout) {
        Batch.Windows windows = batch.windows(shape.window());
        int places = batch.places().length;
        float[] shares = windows.known().clone();
        for (int place = 0; place < places; place++) {
            float count = 0;
            for (int n = place * shape.window(); n < (place + 1) * shape.window(); n++) {
                count += shares[n];
            }
            for (int n = place * shape.window(); n < (place + 1) * shape.window(); n++) {
                shares[n] /= count;
            }
        }
        NDArray weights = variables
                .manager()
                .create(shares, new Shape(places, shape.window(), 1))
                .toType(variables.type(), false);
        NDArray items = variables.manager().create(windows.items(), new Shape(places, shape.window()));
        NDArray person =
                Operations.rows(variables.get("person"), items).mul(weights).sum(new int[] {1});
        NDArray line = Operations.dropout(person, dropout).reshape(places, 1, shape.width());
        return Operations.convolve(line, filters(0), variables.vector("filters.bias"))
                .reshape(places, numbers());
    }

    private long numbers() {
        return (long) shape.filters() * shape.width();
    }

    /** The part of each filter that looks at the person (0) or at the item (1). */
    private NDArray filters(int channel) {
        int reach = FeatureNetwork.REACH;
        return variables
                .get("filters")
                .get(new NDIndex(":, {}:{}", channel * reach, (channel + 1) * reach))
                .reshape(shape.filters(), 1, reach);
    }

    @Override
    public NDArray scores(NDArray answers) {
        NDArray all = ofItems(variables.get("items")).reshape(1, shape.items(), numbers());
        return seen(answers.expandDims(1).add(all));
    }

    @Override
    public NDArray scores(NDArray answers, NDArray candidates) {
        NDArray items = Operations.rows(variables.get("items"), candidates).reshape(-1, shape.width());
        NDArray each = ofItems(items)
                .reshape(candidates.getShape().get(0), candidates.getShape().get(1), numbers());
        return seen(answers.expandDims(1).add(each));
    }

    /** What the filters see of items: n × numbers. */
    private NDArray ofItems(NDArray items) {
        NDArray none = variables.manager().zeros(new Shape(shape.filters()), variables.type());
        return Operations.convolve(items.reshape(-1, 1, shape.width()), filters(1), none)
                .reshape(-1, numbers());
    }

    /** Places × n of places × n × numbers. */
    private NDArray seen(NDArray sums) {
        return Operations.relu(sums)
                .matMul(variables.get("dense").reshape(-1, 1))
                .reshape(sums.getShape().get(0), sums.getShape().get(1))
                .add(variables.get("dense.bias"));
    }
}
