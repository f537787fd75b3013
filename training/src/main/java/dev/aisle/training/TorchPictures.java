package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.pictures.Picture;
import dev.aisle.algorithms.pictures.PictureNetwork;

/** {@link PictureNetwork} for training. */
record TorchPictures(PictureNetwork shape, Variables variables) {
    /**
     * The points: n × hidden.
     *
     * @param planes n × channels × side × side numbers, as {@link Picture#planes} writes them
     * @param dropout share of what the hidden layer sees that is left out at random
     */
    NDArray points(float[] planes, int n, float dropout) {
        NDArray x = variables
                .manager()
                .create(planes, new Shape(n, Picture.CHANNELS, Picture.SIDE, Picture.SIDE))
                .toType(variables.type(), false);
        NDArray once = Operations.halve(Operations.relu(
                Operations.convolvePlanes(x, filters("first", Picture.CHANNELS), variables.vector("first.bias"))));
        NDArray twice = Operations.halve(Operations.relu(
                Operations.convolvePlanes(once, filters("second", shape.first()), variables.vector("second.bias"))));
        NDArray hidden = Operations.relu(dense(Operations.dropout(twice.reshape(n, shape.seen()), dropout), "hidden"));
        return hidden.div(hidden.square()
                .sum(new int[] {1}, true)
                .add(PictureNetwork.LEAST_SQUARE)
                .sqrt());
    }

    /** What the softmax is taken of: n × classes. */
    NDArray scores(NDArray points) {
        return dense(points.mul(PictureNetwork.SHARPNESS), "classes");
    }

    /** Cross-entropy of the right class, the mean of all pictures. */
    NDArray loss(float[] planes, long[] classes, float dropout) {
        NDArray targets = variables.manager().create(classes, new Shape(classes.length, 1));
        return scores(points(planes, classes.length, dropout))
                .logSoftmax(-1)
                .gather(targets, 1)
                .neg()
                .mean();
    }

    private NDArray dense(NDArray x, String name) {
        return x.matMul(variables.get(name).transpose()).add(variables.vector(name + ".bias"));
    }

    private NDArray filters(String name, int channels) {
        return variables.get(name).reshape(-1, channels, PictureNetwork.REACH, PictureNetwork.REACH);
    }
}
