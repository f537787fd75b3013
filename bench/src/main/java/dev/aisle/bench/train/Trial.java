package dev.aisle.bench.train;

import dev.aisle.algorithms.recommend.AlsSolver;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.bench.CpuTime;
import dev.aisle.bench.data.ShopSource;
import dev.aisle.bench.data.Validation;
import dev.aisle.bench.train.Trainer.Setting;
import java.util.Locale;

/** One process of a comparison: measures one trainer and prints lines that begin with {@code TRIAL}. */
public final class Trial {
    private static final Setting ANY = new Setting(0.05, 12);
    /** The step of the kernel's clock of CPU time: a short training may take none of it. */
    private static final double CLOCK_SECONDS = 0.01;

    private static final int FEW = 2;
    private static final double WARM_SECONDS = 5;
    private static final double ROUND_SECONDS = 1;

    private Trial() {}

    /** {@code SOLVER cost|quality …}: of this project. */
    public static void main(String[] arguments) {
        AlsSolver solver = AlsSolver.parse(arguments[0]);
        run(arguments, (rank, threads) -> new AisleTrainer(solver, rank, threads));
    }

    /** Makes a trainer. */
    @FunctionalInterface
    public interface Factory {
        Trainer of(int rank, int threads);
    }

    /**
     * Runs what the arguments say: {@code NAME cost SOURCE RANK THREADS ITERATIONS}, {@code NAME steady SOURCE RANK THREADS
     * ROUNDS}, {@code NAME tune SOURCE RANK THREADS ITERATIONS} or
     * {@code NAME curve SOURCE RANK THREADS ITERATIONS REGULARISATION BALANCE}.
     */
    public static void run(String[] arguments, Factory factory) {
        Interactions shop = ShopSource.read(arguments[2]);
        int iterations = Integer.parseInt(arguments[5]);
        try (Trainer trainer = factory.of(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]))) {
            switch (arguments[1]) {
                case "cost" -> cost(trainer, shop, iterations);
                case "steady" -> steady(trainer, shop, iterations);
                case "tune" -> tune(trainer, Validation.of(shop), iterations);
                case "curve" -> {
                    Setting setting = new Setting(Double.parseDouble(arguments[6]), Double.parseDouble(arguments[7]));
                    curve(trainer, Validation.of(shop), iterations, setting);
                }
                default -> throw new IllegalArgumentException(arguments[1]);
            }
        }
    }

    /** An iteration is the difference of a long and a short training, so that what happens once a training isn't in it. */
    private static void cost(Trainer trainer, Interactions shop, int iterations) {
        trainer.load(shop);
        trainer.fit(ANY, FEW);
        double few = cpuOf(trainer, ANY, FEW);
        double many = cpuOf(trainer, ANY, FEW + iterations);
        say("cost=" + text((many - few) / iterations) + " interactions=" + shop.size());
    }

    /**
     * The same once everything is compiled: it trains until {@value #WARM_SECONDS} CPU-seconds are spent, then measures several times, each over so
     * many iterations that they take about {@value #ROUND_SECONDS} CPU-seconds.
     */
    private static void steady(Trainer trainer, Interactions shop, int rounds) {
        trainer.load(shop);
        CpuTime warming = new CpuTime();
        double last = 0;
        int trainings = 0;
        while (warming.seconds() < WARM_SECONDS || trainings < FEW) {
            last = Math.max(CLOCK_SECONDS, cpuOf(trainer, ANY, FEW)) / FEW;
            trainings++;
        }
        int iterations = (int) Math.max(FEW, Math.ceil(ROUND_SECONDS / last));
        for (int round = 0; round < rounds; round++) {
            double few = cpuOf(trainer, ANY, FEW);
            double many = cpuOf(trainer, ANY, FEW + iterations);
            say("cost=" + text((many - few) / iterations) + " interactions=" + shop.size() + " iterations="
                    + iterations);
        }
    }

    private static double cpuOf(Trainer trainer, Setting setting, int iterations) {
        CpuTime time = new CpuTime();
        trainer.fit(setting, iterations);
        return time.seconds();
    }

    private static void tune(Trainer trainer, Validation validation, int iterations) {
        trainer.load(validation.train());
        Setting best = ANY;
        double reached = -1;
        for (Setting setting : trainer.grid()) {
            double recall = Recall.of(trainer.fit(setting, iterations), validation);
            if (recall > reached) {
                reached = recall;
                best = setting;
            }
        }
        say("recall=" + text(reached) + " regularisation=" + best.regularisation() + " balance=" + best.balance());
    }

    /** Each point is a training of its own from nothing; the first training warms up. */
    private static void curve(Trainer trainer, Validation validation, int iterations, Setting setting) {
        trainer.load(validation.train());
        trainer.fit(setting, FEW);
        for (int length = 1; length <= iterations; length++) {
            CpuTime time = new CpuTime();
            Trainer.Scores scores = trainer.fit(setting, length);
            double seconds = time.seconds();
            say("iterations=" + length + " cpu=" + text(seconds) + " recall=" + text(Recall.of(scores, validation)));
        }
    }

    private static void say(String values) {
        System.out.println("TRIAL " + values);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }
}
