package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.sequence.AssociationRules;
import dev.aisle.algorithms.sequence.SequentialRules;
import dev.aisle.algorithms.sequence.VmisKnn;
import dev.aisle.algorithms.sequence.VsKnn;
import java.util.Map;
import java.util.function.Function;

/** What follows what. */
final class SequenceFamily {
    private SequenceFamily() {}

    /** Adds its algorithms. */
    static void addTo(Map<String, Function<Parameters, Contender>> all) {
        all.put("ar", SequenceFamily::associationRules);
        all.put("sr", SequenceFamily::sequentialRules);
        all.put("vsknn", SequenceFamily::vsKnn);
        all.put("vmisknn", SequenceFamily::vmisKnn);
    }

    private static Contender associationRules(Parameters p) {
        return new SequenceContender(new AssociationRules(
                p.integer("rules", AssociationRules.withDefaults().rules(), Range.of(20, 500))));
    }

    private static Contender sequentialRules(Parameters p) {
        SequentialRules preset = SequentialRules.withDefaults();
        return new SequenceContender(new SequentialRules(
                p.integer("steps", preset.steps(), Range.of(1, 50)),
                p.integer("rules", preset.rules(), Range.of(20, 500)),
                p.choice("decay", preset.decay())));
    }

    private static Contender vsKnn(Parameters p) {
        VsKnn preset = VsKnn.withDefaults();
        return new SequenceContender(new VsKnn(
                p.integer("k", preset.k(), Range.of(50, 1500)),
                p.integer("sample", preset.sample(), Range.of(500, 10_000)),
                p.number("idf", preset.idf(), Range.of(0.3, 20))));
    }

    private static Contender vmisKnn(Parameters p) {
        VmisKnn preset = VmisKnn.withDefaults();
        return new SequenceContender(new VmisKnn(
                p.integer("m", preset.m(), Range.of(100, 3000)),
                p.integer("k", preset.k(), Range.of(50, 1500)),
                p.integer("last", preset.last(), Range.of(1, 9)),
                p.number("idf", preset.idf(), Range.of(0.3, 5)),
                p.flag("current", preset.current())));
    }
}
