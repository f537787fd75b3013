package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;

/**
 * What one person rated beside what was predicted.
 *
 * @param given the ratings
 * @param predicted one each; the person's mean where nothing could be predicted
 * @param known whether it was predicted by the algorithm
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record RatedCase(float[] given, double[] predicted, boolean[] known) {
    boolean anyPredicted() {
        for (boolean one : known) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Mean rating of each person; everybody's for who has none. */
    @SuppressWarnings("ArrayRecordComponent") // read only
    record Levels(double[] means, double everybody) {
        static Levels of(Interactions ratings) {
            double[] means = new double[ratings.userCount()];
            double everybody = ratings.totalWeight() / Math.max(1, ratings.size());
            for (int user = 0; user < means.length; user++) {
                double sum = 0;
                for (int p = ratings.start(user); p < ratings.start(user + 1); p++) {
                    sum += ratings.weight(p);
                }
                means[user] = ratings.countOf(user) == 0 ? everybody : sum / ratings.countOf(user);
            }
            return new Levels(means, everybody);
        }

        double of(int user) {
            return user == Case.NOBODY ? everybody : means[user];
        }
    }
}
