package dev.aisle.algorithms.privacy.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Attackers who know everything of everybody but one fact of one person, the victim, and ask 1,000 questions whose sets they choose freely,
 * over all services that publish numbers. Each returns evidence that the fact holds, above 0, or that it doesn't, below 0.
 */
final class Attackers {
    static final int QUESTIONS = 1_000;
    private static final int SERVICES = GuardLevel.SERVICES;

    private static final double PAID = 10_000;
    private static final int TOUCHED = 5;

    /** Those that ask for numbers of people. */
    static final Map<String, Attacker> OF_COUNTS = Map.of(
            "averages",
            Attackers::averages,
            "compares with a set that can't hold the victim",
            Attackers::compares,
            "stands at the threshold",
            Attackers::standsAtTheThreshold,
            "moves one question",
            Attackers::movesOneQuestion,
            "moves one question and averages",
            Attackers::movesAndAverages,
            "stands where a new answer is rare",
            Attackers::standsWhereANewAnswerIsRare);

    private Attackers() {}

    /** One who guesses. */
    interface Attacker {
        double evidence(Answers answers, RandomGenerator random);
    }

    /** The side that answers, a suite of services: exact counts, or a guard each. */
    interface Answers {
        /**
         * The number of people in a set; NaN when it isn't shown.
         *
         * @param service which of the services is asked
         * @param set names the known people in it
         * @param known how many those are
         * @param victimToo whether the victim is in it if the fact holds
         */
        double people(int service, String text, String set, int known, boolean victimToo);

        /** How many new answers the attacker can still have of a service. */
        default int left(int service) {
            return 0;
        }

        /** How strongly numbers are guarded, which is public. */
        default GuardLevel level() {
            return GuardLevel.DEFAULT;
        }
    }

    /** Different sets around the victim; the errors of their answers level out. */
    static double averages(Answers answers, RandomGenerator random) {
        double evidence = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int known = random.nextInt(100, 1_000);
            double shown = answers.people(i % SERVICES, "question " + i, "set " + i, known, true);
            evidence += Double.isNaN(shown) ? 0 : shown - known - 0.5;
        }
        return evidence;
    }

    /** Pairs of sets that are the same when the fact doesn't hold. */
    static double compares(Answers answers, RandomGenerator random) {
        double evidence = -0.5;
        for (int i = 0; i < QUESTIONS / 2; i++) {
            int known = random.nextInt(100, 1_000);
            double with = answers.people(i % SERVICES, "with " + i, "set " + i, known, true);
            double without = answers.people(i % SERVICES, "without " + i, "set " + i, known, false);
            evidence += with == without || Double.isNaN(with) || Double.isNaN(without) ? 0 : 1;
        }
        return evidence;
    }

    /** Sets that are shown only if the victim is in them. */
    static double standsAtTheThreshold(Answers answers, RandomGenerator random) {
        double evidence = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            double shown = answers.people(i % SERVICES, "question " + i, "set " + i, GuardLevel.DEFAULT.k() - 1, true);
            evidence += Double.isNaN(shown) ? -0.4 : 0.6;
        }
        return evidence;
    }

    /** One question whose set the attacker changes person by person, once with the victim and once without, until a new answer comes. */
    static double movesOneQuestion(Answers answers, RandomGenerator random) {
        return moves(answers, random, 0);
    }

    /** The same, who reads the new answers as well. */
    static double movesAndAverages(Answers answers, RandomGenerator random) {
        return moves(answers, random, 1);
    }

    private static double moves(Answers answers, RandomGenerator random, double weight) {
        double evidence = 0;
        for (int service = 0; service < SERVICES; service++) {
            evidence += moves(service, answers, random, weight);
        }
        return evidence;
    }

    private static double moves(int service, Answers answers, RandomGenerator random, double weight) {
        double evidence = 0;
        int known = random.nextInt(100, 1_000);
        double last = answers.people(service, "moving", "set " + known, known, false);
        for (int i = 0; i < QUESTIONS / SERVICES; i++) {
            boolean victimToo = i % 2 == 0;
            known += victimToo ? 0 : 1;
            double shown = answers.people(service, "moving", "set " + known, known, victimToo);
            if (shown != last && !Double.isNaN(shown)) {
                evidence += (victimToo ? 5 : -5) + (victimToo ? weight * (shown - known - 0.5) : 0);
                last = shown;
            }
        }
        return evidence;
    }

    /**
     * One who keeps a question at the size where it is drawn anew about as often as the day allows, always with the victim: whether that
     * happens says something too, and when it does there is a new answer to read.
     */
    static double standsWhereANewAnswerIsRare(Answers answers, RandomGenerator random) {
        double evidence = 0;
        for (int service = 0; service < SERVICES; service++) {
            evidence += Edge.evidence(service, QUESTIONS / SERVICES, answers);
        }
        return evidence;
    }

    /** An attacker who asks for parts and their whole at once, by different splits. */
    static double sumsParts(List<QuestionGuard> guards, boolean fact, RandomGenerator random) {
        double evidence = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int known = random.nextInt(100, 1_000);
            int part = random.nextInt(50, known);
            int more = fact ? 1 : 0;
            List<Figure> figures =
                    List.of(Figure.people(known + more), Figure.people(part + more), Figure.people(known - part));
            if (guards.get(i % guards.size()).ask("reader", new Question("split " + i, figures, 2), AttackTest.NOW)
                    instanceof Answer.Shown shown) {
                evidence += shown.figures().get(0).value()
                        - known
                        + shown.figures().get(1).value()
                        - part
                        - 1;
            }
        }
        return evidence;
    }

    /** An attacker who takes the best of each: the edge of one service, sets of another, parts and wholes of the third. */
    static double mixes(Answers answers, List<QuestionGuard> guards, boolean fact, RandomGenerator random) {
        double variance = Math.pow(answers.level().deviation(), 2);
        double evidence = Edge.evidence(0, QUESTIONS / SERVICES, answers);
        for (int i = 0; i < QUESTIONS / SERVICES; i++) {
            int known = random.nextInt(100, 1_000);
            double shown = answers.people(1, "question " + i, "set " + i, known, true);
            evidence += Double.isNaN(shown) ? 0 : (shown - known - 0.5) / variance;
        }
        return evidence + sumsParts(guards.subList(2, SERVICES), fact, random) / (2 * variance);
    }

    /** An attacker who asks for sums in which the victim has the largest part that counts, or nothing. */
    static double readsAmounts(List<QuestionGuard> guards, boolean fact, RandomGenerator random) {
        double evidence = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int people = random.nextInt(100, 1_000);
            double known = people * random.nextDouble() * 10_000;
            List<Figure> figures = List.of(Figure.people(people), new Figure(known + (fact ? 10_000 : 0), 10_000));
            // The number of people is the same either way, so that one figure of the two is touched.
            if (guards.get(i % SERVICES).ask("reader", new Question("sum " + i, figures, 1), AttackTest.NOW)
                    instanceof Answer.Shown shown) {
                evidence += shown.figures().get(1).value() - known - 5_000;
            }
        }
        return evidence;
    }

    /**
     * An attacker who reads reports of two arms after somebody may have acted, every fourth one before as well. All figures that the victim touches stand
     * in the arm of the victim: the people, those who ordered, what they paid and who spoke well.
     */
    static double readsReports(QuestionGuard guard, boolean fact, RandomGenerator random) {
        double evidence = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int people = random.nextInt(200, 1_000);
            int other = random.nextInt(100, 1_000);
            int ordered = random.nextInt(50, people);
            double[] known = {
                other + people,
                people,
                ordered,
                ordered * random.nextDouble(),
                Math.floor(ordered / 2.0),
                other,
                Math.floor(other / 2.0)
            };
            Answer before = i % 4 == 0 ? guard.ask("reader", report(i, known, 0), AttackTest.NOW) : null;
            Answer after = guard.ask("reader", report(i, known, fact ? 1 : 0), AttackTest.NOW);
            if (before != null) {
                evidence += before instanceof Answer.Shown && !before.equals(after) ? 5 : 0;
            } else if (after instanceof Answer.Shown shown) {
                for (int n = 0; n < TOUCHED; n++) {
                    evidence += shown.figures().get(n).value() / (n == 3 ? PAID : 1) - known[n] - 0.5;
                }
            }
        }
        return evidence;
    }

    private static Question report(int number, double[] known, int victims) {
        List<Figure> figures = new ArrayList<>();
        for (int n = 0; n < known.length; n++) {
            double value = known[n] + (n < TOUCHED ? victims : 0);
            figures.add(n == 3 ? new Figure(PAID * value, PAID) : new Figure(value, 1));
        }
        return new Question("report " + number, figures, TOUCHED);
    }

    /** The same with exact numbers: the second report less the first. */
    static double subtractsReports(boolean fact, RandomGenerator random) {
        double paid = random.nextInt(50, 1_000) * PAID;
        return paid + (fact ? PAID : 0) - paid - PAID / 2;
    }
}
