package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.ratings.MatrixFactorisation;
import dev.aisle.algorithms.recommend.AlsSolver;
import dev.aisle.algorithms.recommend.Ease;
import dev.aisle.algorithms.recommend.ImplicitAls;
import java.util.Map;
import java.util.function.Function;

/** Models of all pairs at once. */
final class FactorFamily {
    private FactorFamily() {}

    /** Adds its algorithms. */
    static void addTo(Map<String, Function<Parameters, Contender>> all) {
        all.put("ease", FactorFamily::ease);
        all.put("ials", FactorFamily::implicitAls);
        all.put("mf", FactorFamily::matrixFactorisation);
    }

    private static Contender ease(Parameters p) {
        Ease preset = Ease.withDefaults();
        return new EaseContender(new Ease(
                p.number("lambda", preset.lambda(), Range.of(10, 3000)),
                preset.mostBytes(),
                p.integer("threads", preset.threads(), Range.NONE)));
    }

    private static Contender implicitAls(Parameters p) {
        ImplicitAls preset = ImplicitAls.withDefaults();
        return new SetContender(
                new ImplicitAls(
                        p.integer("rank", preset.rank(), Range.of(16, 128)),
                        p.integer("iterations", preset.iterations(), Range.NONE),
                        p.number("unobserved", preset.unobserved(), Range.of(1, 128)),
                        p.number("regularisation", preset.regularisation(), Range.of(0.002, 0.2)),
                        p.number("exponent", preset.exponent(), Range.NONE),
                        p.whole("seed", preset.seed()),
                        p.integer("threads", preset.threads(), Range.NONE),
                        new AlsSolver(p.integer("steps", preset.solver().steps(), Range.NONE))),
                false);
    }

    private static Contender matrixFactorisation(Parameters p) {
        MatrixFactorisation preset = MatrixFactorisation.withDefaults();
        return new RatingContender(new MatrixFactorisation(
                p.integer("rank", preset.rank(), Range.of(8, 128)),
                p.integer("passes", preset.passes(), Range.of(10, 80)),
                p.number("rate", (float) preset.rate(), Range.of(0.003, 0.03)),
                p.number("regularisation", (float) preset.regularisation(), Range.of(0.01, 0.3)),
                p.flag("biases", preset.biases()),
                p.whole("seed", preset.seed())));
    }
}
