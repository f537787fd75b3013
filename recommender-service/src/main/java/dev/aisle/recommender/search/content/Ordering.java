package dev.aisle.recommender.search.content;

import dev.aisle.algorithms.nearest.ByteCells;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.recommender.search.content.ContentSpace.Near;
import dev.aisle.recommender.search.content.Points.Search;
import dev.aisle.text.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;

/** A copy of points that lies cell by cell, made while the points change: they are read row by row under their lock, and what changed meanwhile has to be put in afterwards. */
final class Ordering {
    private static final int AT = 20;
    private static final int QUESTIONS = 60;
    private static final int MIXED = 3;
    private static final int NEAR = 30;
    private static final long SEED = 20_261_126L;
    private static final double FIRST_CELLS = 0.01;
    private static final double MORE_CELLS = 1.5;
    /** Beyond this share of the cells, looking at all costs as much. */
    private static final double MOST_CELLS = 0.5;
    /** Looked for a little beyond what is asked, since other questions than those measured will come. */
    private static final double HEADROOM = 0.005;

    private final int dimension;
    private final Supplier<Points> points;
    private final Lock reading;
    private final Points made;

    Ordering(int dimension, Supplier<Points> points, Lock reading) {
        this.dimension = dimension;
        this.points = points;
        this.reading = reading;
        this.made = new Points(dimension);
    }

    /** The copy. */
    Points made() {
        return made;
    }

    /** Makes the copy; the share of the best that its cells find. */
    double make(double leastRecall, Progress progress) {
        int rows = read(points -> points.rows());
        ByteCells cells = ByteCells.over(
                (row, into, at) -> read(points -> {
                    points.read(row, into, at);
                    return row;
                }),
                rows,
                dimension,
                progress);
        int[] starts = copied(cells);
        if (made.rows() == 0) {
            return 0;
        }
        return measured(cells, starts, Math.min(1, leastRecall + HEADROOM), progress);
    }

    private <T> T read(Function<Points, T> question) {
        reading.lock();
        try {
            return question.apply(points.get());
        } finally {
            reading.unlock();
        }
    }

    private int[] copied(ByteCells cells) {
        int[][] members = cells.members();
        int[] starts = new int[members.length + 1];
        for (int cell = 0; cell < members.length; cell++) {
            int[] rows = members[cell];
            read(points -> {
                for (int row : rows) {
                    made.append(points, row);
                }
                return rows.length;
            });
            starts[cell + 1] = made.rows();
        }
        return starts;
    }

    private double measured(ByteCells cells, int[] starts, double wanted, Progress progress) {
        List<float[]> questions = questions(progress);
        List<Float> least = new ArrayList<>();
        for (float[] question : questions) {
            progress.step(0, 1);
            least.add(made.nearestOfAll(any(question)).getLast().likeness());
        }
        for (double share = FIRST_CELLS; ; share = Math.min(MOST_CELLS, share * MORE_CELLS)) {
            made.lieIn(cells, starts, (int) Math.ceil(share * cells.count()));
            double found = 0;
            for (int question = 0; question < questions.size(); question++) {
                float worst = least.get(question);
                progress.step(0, 1);
                found += made.nearest(any(questions.get(question))).stream()
                        .filter(near -> near.likeness() >= worst)
                        .count();
            }
            double recall = found / ((double) Math.min(AT, made.size()) * questions.size());
            if (recall >= wanted || share >= MOST_CELLS) {
                return recall;
            }
        }
    }

    private static Search any(float[] question) {
        return new Search(question, AT, -1, id -> true);
    }

    /** Means of a product and of some like it, as what somebody looked at is. */
    private List<float[]> questions(Progress progress) {
        Random random = new Random(SEED);
        List<float[]> questions = new ArrayList<>();
        for (int question = 0; question < QUESTIONS; question++) {
            progress.step(0, 1);
            float[] sum = new float[dimension];
            made.read(random.nextInt(made.rows()), sum, 0);
            List<Near> near = made.nearestOfAll(new Search(sum, NEAR, -1, id -> true));
            for (int other = 1; other < MIXED; other++) {
                made.addTo(sum, near.get(random.nextInt(near.size())).productId(), 1);
            }
            Vectors.toUnit(sum);
            questions.add(sum);
        }
        return questions;
    }
}
