package dev.aisle.training;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** {@code ./aisle bench deep}: seconds of an epoch and memory of each network, and one request in plain Java beside the same in DJL. */
public final class Figures {
    private static final int ITEMS = 2_933;
    private static final int SESSIONS = 17_794;
    private static final int WIDTH = 64;
    private static final int WINDOW = 50;
    private static final int EPOCHS = 3;
    private static final int REQUESTS = 2_000;
    private static final int REPEATS = 5;
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final PrintStream out;

    private Figures(PrintStream out) {
        this.out = out;
    }

    /** Prints them; takes two minutes. */
    public static void main(String[] arguments) {
        Figures figures = new Figures(System.out);
        figures.serving();
        figures.training();
    }

    private static List<Network> networks() {
        return List.of(
                new SelfAttentionNetwork(ITEMS, WIDTH, 2, 1, WINDOW),
                new RecurrentNetwork(ITEMS, WIDTH, WINDOW),
                new CaserNetwork(ITEMS, WIDTH, 5, 16, 4),
                new FeatureNetwork(ITEMS, 32, WINDOW, 8));
    }

    private void training() {
        Sessions sessions = sessions();
        for (Network network : networks()) {
            Objective objective = network instanceof FeatureNetwork ? Objective.SQUARED : Objective.SOFTMAX;
            TrainingPlan plan = new TrainingPlan(EPOCHS, EPOCHS, 512, 0.001f, 0.3f, objective, 1);
            List<Double> seconds = new ArrayList<>();
            new TrainingRun(network, plan, epoch -> seconds.add(epoch.seconds())).of(sessions, Progress.NONE);
            out.printf(
                    Locale.ROOT,
                    "FIGURE  %s: %.1f s an epoch of %,d steps in %,d sessions, %,d items; %,d MB at most so far%n",
                    network.name(),
                    seconds.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                    sessions.steps(),
                    sessions.size(),
                    sessions.itemCount(),
                    peakMegabytes());
        }
    }

    /** As many sessions as in YooChoose's sample, as long, of items as unequally popular. */
    private static Sessions sessions() {
        SplittableRandom random = new SplittableRandom(1);
        List<Session> all = new ArrayList<>();
        for (int s = 0; s < SESSIONS; s++) {
            int length = 2 + (int) Math.min(40, -2 * Math.log(1 - random.nextDouble()));
            int[] items = random.doubles(length)
                    .mapToInt(share -> (int) (ITEMS * share * share * share))
                    .toArray();
            all.add(new Session(items, s));
        }
        return Sessions.of(ITEMS, all);
    }

    private void serving() {
        for (Network network : networks()) {
            NetworkModel model = new NetworkModel(network, Weights.random(network.arrays(), 1));
            // Of one item nothing but the network is left of the time.
            Network small = network.of(1);
            NetworkModel alone = new NetworkModel(small, Weights.random(small.arrays(), 1));
            out.printf(
                    Locale.ROOT,
                    "FIGURE  %s, a request of %d items: %.3f ms without scoring, %.3f ms with %,d items scored; DJL %.3f ms%n",
                    network.name(),
                    WINDOW,
                    milliseconds(alone, 1),
                    milliseconds(model, ITEMS),
                    ITEMS,
                    inEngine(model));
        }
    }

    private static double milliseconds(NetworkModel model, int items) {
        float[] scores = new float[items];
        History[] histories = histories(items);
        return fastest(n -> model.score(histories[n], scores));
    }

    private static History[] histories(int items) {
        SplittableRandom random = new SplittableRandom(2);
        History[] histories = new History[REQUESTS];
        for (int n = 0; n < REQUESTS; n++) {
            histories[n] = History.of(random.ints(WINDOW, 0, items).toArray());
        }
        return histories;
    }

    private static double inEngine(NetworkModel model) {
        int window = Math.min(WINDOW, model.network().window());
        int[] session = new SplittableRandom(2).ints(window, 0, ITEMS).toArray();
        Batch batch = Batch.of(session);
        try (Variables variables = new Variables(model.network(), model.weights(), DataType.FLOAT32)) {
            TorchNetwork graph = TorchNetwork.of(model.network(), variables);
            return fastest(n -> {
                try (NDScope scope = new NDScope()) {
                    scope.suppressNotUsedWarning();
                    graph.scores(graph.answers(batch, 0)).toFloatArray();
                }
            });
        }
    }

    /** One request. */
    @FunctionalInterface
    private interface Request {
        void answer(int number);
    }

    /** Milliseconds a request, the best of some rounds; the first one warms up. */
    private static double fastest(Request request) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= REPEATS; round++) {
            long from = System.nanoTime();
            for (int n = 0; n < REQUESTS; n++) {
                request.answer(n);
            }
            best = Math.min(best, (System.nanoTime() - from) / NANOS_A_MILLISECOND / REQUESTS);
        }
        return best;
    }

    /** Of the process, with its native memory; 0 where the system doesn't tell. */
    private static long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
