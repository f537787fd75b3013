package dev.aisle.algorithms.privacy.guard;

import dev.aisle.algorithms.privacy.guard.Attackers.Answers;
import dev.aisle.algorithms.privacy.noise.Gaussian;

/** An attack on the judgement whether an answer is outdated: the attacker knows how far the size is from the one that is shown. */
final class Edge {
    private static final int KNOWN = 503;

    private Edge() {}

    static double evidence(int service, int questions, Answers answers) {
        GuardLevel level = answers.level();
        double spread = level.comparison();
        double margin = margin(level.answersADay() / (double) GuardLevel.MOVED_AND_DRAWN / questions);
        double shown = answers.people(service, "edge", "set", KNOWN, false);
        if (shown == KNOWN) {
            return answers.people(service, "exact", "set", KNOWN, true) - KNOWN - 0.5;
        }
        double evidence = 0;
        for (int i = 0; i < questions; i++) {
            double far = level.far(new NoisedFigure(shown, level.deviation()));
            int known = (int) Math.round(shown + far - margin * spread);
            double distance = (shown + far - known) / spread;
            double with = above(distance - 1 / spread);
            double without = above(distance);
            int left = answers.left(service);
            double now = answers.people(service, "edge", "set", known, true);
            if (answers.left(service) < left) {
                evidence += Math.log(with / without) + (now - known - 0.5) / Math.pow(level.deviation(), 2);
                shown = now;
            } else if (left > 1) {
                evidence += Math.log((1 - with) / (1 - without));
            }
        }
        return evidence;
    }

    /** How many deviations away a question is drawn anew with this probability. */
    private static double margin(double rare) {
        double margin = 0.01;
        while (above(margin) > rare) {
            margin += 0.01;
        }
        return margin;
    }

    /** 1 − Φ(x) for x above 0: the advantage after one answer is Φ(1 / 2σ) − 1/2. */
    private static double above(double x) {
        return 0.5 - Gaussian.advantage(1 / (2 * x), 1);
    }
}
