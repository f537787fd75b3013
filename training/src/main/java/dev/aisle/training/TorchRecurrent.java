package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.RecurrentNetwork;

/** {@link RecurrentNetwork} for training. */
record TorchRecurrent(RecurrentNetwork shape, Variables variables) implements TorchNetwork {
    @Override
    public NDArray answers(Batch batch, float dropout) {
        NDArray items = variables.manager().create(batch.items(), new Shape(batch.rows(), batch.steps()));
        NDArray x = Operations.rows(variables.get("items"), items).mul(Math.sqrt(shape.width()));
        NDArray start = variables.manager().zeros(new Shape(1, batch.rows(), shape.width()), variables.type());
        NDList weights = new NDList(
                variables.get("gates.input"),
                variables.get("gates.state"),
                variables.vector("gates.input.bias"),
                variables.vector("gates.state.bias"));
        NDArray states = Operations.dropout(Operations.recur(Operations.dropout(x, dropout), start, weights), dropout);
        return Operations.rows(
                states.reshape(-1, shape.width()), variables.manager().create(batch.places()));
    }

    @Override
    public NDArray scores(NDArray answers) {
        return answers.matMul(variables.get("items").transpose()).add(variables.vector("levels"));
    }

    @Override
    public NDArray among(NDArray answers, NDArray items) {
        NDArray levels = Operations.rows(variables.get("levels"), items).reshape(1, items.size());
        return answers.matMul(Operations.rows(variables.get("items"), items).transpose())
                .add(levels);
    }
}
