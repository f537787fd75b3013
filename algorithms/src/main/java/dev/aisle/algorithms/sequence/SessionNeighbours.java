package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.SparseModel;
import dev.aisle.algorithms.recommend.SparseScores;
import dev.aisle.algorithms.recommend.StorableModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What {@link VmisKnn} fits: sessions that share items with the one in question speak for what else they hold. A history is a session, the
 * oldest item first; its weights don't count.
 */
public final class SessionNeighbours implements StorableModel, SparseModel {
    private final SessionIndex index;
    private final VmisKnn parameters;
    private final float[] rarity;

    SessionNeighbours(SessionIndex index, VmisKnn parameters, float[] rarity) {
        this.index = index;
        this.parameters = parameters;
        this.rarity = rarity;
    }

    /** The last items of a session, each with its place in the history. */
    @SuppressWarnings("ArrayRecordComponent") // of one question
    private record Session(int[] items, int[] places) {}

    /** The nearest sessions, each with how much it says. */
    private final class Neighbours {
        private final int[] session;
        private final long distinct;
        private final int[] numbers;
        private final double[] weights;
        private int count;

        Neighbours(int[] session) {
            this.session = session;
            this.distinct = Arrays.stream(session).distinct().count();
            int most = Math.min(parameters.k(), index.sessionCount());
            this.numbers = new int[most];
            this.weights = new double[most];
            Candidates candidates = new Candidates(index, parameters.m(), session.length);
            for (int place = session.length - 1; place >= 0; place--) {
                if (!comesLater(session, place)) {
                    candidates.add(session[place], weightOf(place));
                }
            }
            candidates.nearest(parameters.k(), (neighbour, similarity) -> {
                numbers[count] = neighbour;
                weights[count++] = decay(neighbour) * similarity;
            });
        }

        double weightOf(int place) {
            return (place + 1.0) / distinct;
        }

        /** By the latest item that both have. */
        double decay(int neighbour) {
            int step = 1;
            while (!index.has(neighbour, session[session.length - step])) {
                step++;
            }
            return Decay.LINEAR.at(step);
        }

        int steps() {
            int steps = 0;
            for (int n = 0; n < count; n++) {
                steps += index.firstItem(numbers[n] + 1) - index.firstItem(numbers[n]);
            }
            return steps;
        }
    }

    @Override
    public void store(ArtefactWriter into) {
        into.ints("parameters", parameters.m(), parameters.k(), parameters.last(), parameters.current() ? 1 : 0)
                .floats("idf", new float[] {parameters.idf()})
                .floats("rarity", rarity);
        index.store(into);
    }

    @Override
    public int itemCount() {
        return index.itemCount();
    }

    /** Number of sessions that it was fitted on. */
    public int sessionCount() {
        return index.sessionCount();
    }

    /** How many items of a session count, the last ones. */
    public int last() {
        return parameters.last();
    }

    /** What each item weighs when a neighbour speaks for it, ≥ 0; a copy. */
    public float[] rarity() {
        return rarity.clone();
    }

    @Override
    public void score(History history, float[] into) {
        int[] session = session(history).items();
        Neighbours neighbours = new Neighbours(session);
        double[] sums = new double[into.length];
        for (int n = 0; n < neighbours.count; n++) {
            for (int p = index.firstItem(neighbours.numbers[n]); p < index.firstItem(neighbours.numbers[n] + 1); p++) {
                sums[index.item(p)] += neighbours.weights[n] * rarity[index.item(p)];
            }
        }
        for (int item = 0; item < into.length; item++) {
            into[item] = silent(session, item) ? 0 : (float) sums[item];
        }
    }

    /** Work and memory don't grow with the catalogue: only what the neighbours hold is looked at. */
    @Override
    public SparseScores sparseScores(History history) {
        int[] session = session(history).items();
        Neighbours neighbours = new Neighbours(session);
        SparseScores scores = new SparseScores(Math.min(itemCount(), neighbours.steps()));
        for (int n = 0; n < neighbours.count; n++) {
            for (int p = index.firstItem(neighbours.numbers[n]); p < index.firstItem(neighbours.numbers[n] + 1); p++) {
                int item = index.item(p);
                if (!silent(session, item)) {
                    scores.add(item, (float) (neighbours.weights[n] * rarity[item]));
                }
            }
        }
        return scores;
    }

    /** A neighbour's similarity is the sum of what the shared items add to it, and so is what it says. */
    @Override
    public float[] contributions(History history, int item) {
        Session session = session(history);
        float[] addends = new float[history.size()];
        if (silent(session.items(), item)) {
            return addends;
        }
        Neighbours neighbours = new Neighbours(session.items());
        for (int n = 0; n < neighbours.count; n++) {
            int neighbour = neighbours.numbers[n];
            if (index.has(neighbour, item)) {
                double each = neighbours.decay(neighbour) * rarity[item];
                for (int place = 0; place < session.items().length; place++) {
                    if (index.has(neighbour, session.items()[place]) && !comesLater(session.items(), place)) {
                        addends[session.places()[place]] += (float) (each * neighbours.weightOf(place));
                    }
                }
            }
        }
        return addends;
    }

    private boolean silent(int[] session, int item) {
        return !parameters.current() && session.length > 0 && session[session.length - 1] == item;
    }

    private Session session(History history) {
        int[] known = IntStream.range(0, history.size())
                .filter(place -> history.item(place) < itemCount())
                .toArray();
        int[] places = Arrays.copyOfRange(known, Math.max(0, known.length - parameters.last()), known.length);
        return new Session(Arrays.stream(places).map(history::item).toArray(), places);
    }

    private static boolean comesLater(int[] session, int place) {
        for (int later = place + 1; later < session.length; later++) {
            if (session[later] == session[place]) {
                return true;
            }
        }
        return false;
    }
}
