package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;

/** {@link SelfAttentionNetwork} for training. */
record TorchSelfAttention(SelfAttentionNetwork shape, Variables variables) implements TorchNetwork {
    private static final float NEVER = -1e9f;

    @Override
    public NDArray answers(Batch batch, float dropout) {
        NDArray items = variables.manager().create(batch.items(), new Shape(batch.rows(), batch.steps()));
        NDArray steps = variables.manager().create(places(batch.steps()));
        NDArray x = Operations.rows(variables.get("items"), items)
                .mul(Math.sqrt(shape.width()))
                .add(Operations.rows(variables.get("positions"), steps));
        x = Operations.dropout(x, dropout);
        NDArray mask = mask(batch.steps());
        for (int layer = 0; layer < shape.layers(); layer++) {
            x = block(layer + ".", x, mask, dropout);
        }
        x = Operations.normalise(x, variables.vector("norm.gain"), variables.vector("norm.bias"));
        return Operations.rows(x.reshape(-1, shape.width()), variables.manager().create(batch.places()));
    }

    @Override
    public NDArray scores(NDArray answers) {
        return answers.matMul(variables.get("items").transpose());
    }

    @Override
    public NDArray among(NDArray answers, NDArray items) {
        return answers.matMul(Operations.rows(variables.get("items"), items).transpose());
    }

    private static long[] places(int steps) {
        long[] places = new long[steps];
        for (int step = 0; step < steps; step++) {
            places[step] = step;
        }
        return places;
    }

    /** What comes later is never looked at. */
    private NDArray mask(int steps) {
        float[] mask = new float[steps * steps];
        for (int step = 0; step < steps; step++) {
            for (int later = step + 1; later < steps; later++) {
                mask[step * steps + later] = NEVER;
            }
        }
        return variables.manager().create(mask, new Shape(steps, steps)).toType(variables.type(), false);
    }

    private NDArray block(String layer, NDArray x, NDArray mask, float dropout) {
        NDArray normal = Operations.normalise(
                x, variables.vector(layer + "attention.gain"), variables.vector(layer + "attention.bias"));
        NDArray seen = attention(layer, normal, mask, dropout).matMul(variables.get(layer + "mix"));
        NDArray sum = x.add(Operations.dropout(seen, dropout));
        NDArray inner = Operations.normalise(
                        sum, variables.vector(layer + "dense.gain"), variables.vector(layer + "dense.bias"))
                .matMul(variables.get(layer + "inner"))
                .add(variables.vector(layer + "inner.bias"));
        NDArray outer = Operations.dropout(Operations.relu(inner), dropout)
                .matMul(variables.get(layer + "outer"))
                .add(variables.vector(layer + "outer.bias"));
        return sum.add(Operations.dropout(outer, dropout));
    }

    private NDArray attention(String layer, NDArray normal, NDArray mask, float dropout) {
        NDArray query = heads(normal.matMul(variables.get(layer + "query")));
        NDArray key = heads(normal.matMul(variables.get(layer + "key")));
        NDArray value = heads(normal.matMul(variables.get(layer + "value")));
        NDArray weights = query.matMul(key.transpose(0, 1, 3, 2))
                .mul(Math.sqrt((double) shape.heads() / shape.width()))
                .add(mask)
                .softmax(-1);
        return Operations.dropout(weights, dropout)
                .matMul(value)
                .transpose(0, 2, 1, 3)
                .reshape(normal.getShape());
    }

    /** Rows × steps × width to rows × heads × steps × part. */
    private NDArray heads(NDArray x) {
        Shape all = x.getShape();
        return x.reshape(all.get(0), all.get(1), shape.heads(), shape.width() / shape.heads())
                .transpose(0, 2, 1, 3);
    }
}
