package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.CaserNetwork;

/** {@link CaserNetwork} for training. */
record TorchCaser(CaserNetwork shape, Variables variables) implements TorchNetwork {
    @Override
    public NDArray answers(Batch batch, float dropout) {
        Batch.Windows windows = batch.windows(shape.window());
        int places = batch.places().length;
        NDArray known = variables
                .manager()
                .create(windows.known(), new Shape(places, shape.window(), 1))
                .toType(variables.type(), false);
        NDArray items = variables.manager().create(windows.items(), new Shape(places, shape.window()));
        NDArray picture = Operations.rows(variables.get("items"), items).mul(known);
        NDList found = new NDList();
        for (int height = 1; height <= shape.window(); height++) {
            found.add(runs(picture, height, places));
        }
        found.add(variables.get("vertical").matMul(picture).reshape(places, (long) shape.vertical() * shape.width()));
        NDArray all = Operations.dropout(NDArrays.concat(found, 1), dropout);
        return Operations.relu(all.matMul(variables.get("dense").transpose()).add(variables.vector("dense.bias")));
    }

    /** The best run of a height: places × filters. */
    private NDArray runs(NDArray picture, int height, int places) {
        NDArray filters = variables.get("horizontal." + height).transpose();
        NDList matches = new NDList();
        for (int first = 0; first + height <= shape.window(); first++) {
            NDArray run = picture.get(new NDIndex(":, {}:{}", first, first + height))
                    .reshape(places, (long) height * shape.width());
            matches.add(run.matMul(filters));
        }
        NDArray best = NDArrays.stack(matches, 1).max(new int[] {1});
        return Operations.relu(best.add(variables.vector("horizontal." + height + ".bias")));
    }

    @Override
    public NDArray scores(NDArray answers) {
        return answers.matMul(variables.get("targets").transpose()).add(variables.vector("levels"));
    }

    @Override
    public NDArray among(NDArray answers, NDArray items) {
        NDArray levels = Operations.rows(variables.get("levels"), items).reshape(1, items.size());
        return answers.matMul(Operations.rows(variables.get("targets"), items).transpose())
                .add(levels);
    }
}
