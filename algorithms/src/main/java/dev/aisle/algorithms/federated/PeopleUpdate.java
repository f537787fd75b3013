package dev.aisle.algorithms.federated;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import java.util.random.RandomGenerator;

/**
 * One partner's half of a round. Each person's factor x is solved from the item factors and stays here. A person adds, for each item taken, the half
 * gradient {@code w (1 − x·h) x}, and once {@code x xᵀ}; all of it together shortened to the clip.
 */
public final class PeopleUpdate {
    private final JointSettings settings;
    private final JointFactors factors;
    private final AlsModel model;
    private final double[] sum;

    private PeopleUpdate(JointSettings settings, JointFactors factors) {
        this.settings = settings;
        this.factors = factors;
        this.model = factors.model();
        this.sum = new double[UpdateShape.length(factors.items(), settings.rank())];
    }

    /**
     * The sum over a partner's people, without noise.
     *
     * @param random decides who takes part
     * @return an item after the other, then the upper half of Σ x xᵀ
     */
    public static double[] of(
            Interactions people, JointFactors factors, JointSettings settings, RandomGenerator random) {
        PeopleUpdate update = new PeopleUpdate(settings, factors);
        for (int person = 0; person < people.userCount(); person++) {
            if (settings.chance() == 1 || random.nextDouble() < settings.chance()) {
                update.add(people.history(person));
            }
        }
        return update.sum;
    }

    private void add(History history) {
        int rank = settings.rank();
        float[] person = model.fold(history);
        double[] pulls = pulls(history, person);
        double length = 0;
        for (float x : person) {
            length += (double) x * x;
        }
        // ‖pull·x‖² over items, and the upper half of x xᵀ, which has Σ_i≤j (x_i x_j)².
        double square = Clip.square(pulls) * length + halfSquare(person);
        double factor = Clip.factor(square, settings.clip());
        for (int p = 0; p < pulls.length; p++) {
            int at = history.item(p) * rank;
            for (int f = 0; f < rank; f++) {
                sum[at + f] += factor * pulls[p] * person[f];
            }
        }
        int at = factors.items() * rank;
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                sum[at++] += factor * person[i] * person[j];
            }
        }
    }

    private double[] pulls(History history, float[] person) {
        double[] pulls = new double[history.size()];
        for (int p = 0; p < pulls.length; p++) {
            boolean kept = factors.census().count(history.item(p)) > 0;
            pulls[p] = kept ? history.weight(p) * (1 - model.score(person, history.item(p))) : 0;
        }
        return pulls;
    }

    private static double halfSquare(float[] person) {
        double sum = 0;
        for (int i = 0; i < person.length; i++) {
            for (int j = i; j < person.length; j++) {
                double product = (double) person[i] * person[j];
                sum += product * product;
            }
        }
        return sum;
    }
}
