package dev.aisle.algorithms.federated;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether somebody was in the training, guessed from the released factors by whoever knows the person's history: the better the model explains it,
 * the likelier. The threshold is learnt on people whose membership the attacker knows (every second of them), and judged on the others.
 *
 * @param advantage share of members found minus share of outsiders suspected, 0 for guessing; with its 95 % interval
 * @param auc chance that a member looks likelier than an outsider, 0.5 for guessing
 * @see <a href="https://arxiv.org/abs/1709.01604">Yeom, Giacomelli, Fredrikson, Jha 2018</a>
 */
public record MembershipAttack(Estimate advantage, double auc) {
    private static final int SAMPLES = 1000;

    /**
     * Attacks.
     *
     * @param members at least 4 people who took part
     * @param outsiders at least 4 of the same kind who didn't
     */
    public static MembershipAttack on(AlsModel model, List<History> members, List<History> outsiders, long seed) {
        double[] in = losses(model, members);
        double[] out = losses(model, outsiders);
        double threshold = bestThreshold(half(in, 0), half(out, 0));
        return new MembershipAttack(advantage(half(in, 1), half(out, 1), threshold, seed), auc(in, out));
    }

    /** Mean of {@code (1 − x·h)²} over what a person took, after folding the person in. */
    static double loss(AlsModel model, History history) {
        float[] person = model.fold(history);
        double sum = 0;
        for (int p = 0; p < history.size(); p++) {
            double residual = 1 - model.score(person, history.item(p));
            sum += residual * residual;
        }
        return sum / Math.max(1, history.size());
    }

    private static double[] losses(AlsModel model, List<History> people) {
        if (people.size() < 4) {
            throw new IllegalArgumentException("expected at least 4 people of each kind, were " + people.size());
        }
        return people.stream().mapToDouble(history -> loss(model, history)).toArray();
    }

    private static double[] half(double[] all, int first) {
        return IntStream.range(0, all.length)
                .filter(n -> n % 2 == first)
                .mapToDouble(n -> all[n])
                .toArray();
    }

    private static double bestThreshold(double[] in, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        double most = 0;
        for (double threshold : in) {
            double advantage = share(in, threshold) - share(out, threshold);
            if (advantage > most) {
                most = advantage;
                best = threshold;
            }
        }
        return best;
    }

    private static double share(double[] losses, double threshold) {
        return (double) Arrays.stream(losses).filter(loss -> loss <= threshold).count() / losses.length;
    }

    /** As a mean over everybody, in which the two kinds weigh alike, so that people can be drawn. */
    private static Estimate advantage(double[] in, double[] out, double threshold, long seed) {
        int all = in.length + out.length;
        double[] hits = new double[all];
        for (int n = 0; n < all; n++) {
            boolean member = n < in.length;
            boolean suspected = (member ? in[n] : out[n - in.length]) <= threshold;
            double weight = (double) all / (member ? in.length : out.length);
            hits[n] = suspected ? (member ? weight : -weight) : 0;
        }
        return new Bootstrap(all, SAMPLES, seed).mean(hits);
    }

    private static double auc(double[] in, double[] out) {
        double[] sorted = out.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double loss : in) {
            for (double other : sorted) {
                wins += loss < other ? 1 : loss == other ? 0.5 : 0;
            }
        }
        return wins / ((double) in.length * out.length);
    }
}
