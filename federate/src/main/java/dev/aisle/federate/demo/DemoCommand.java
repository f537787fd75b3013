package dev.aisle.federate.demo;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.federated.MembershipAttack;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.federate.Certificates;
import dev.aisle.federate.demo.Judge.Served;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** {@code ./aisle federate demo}: alone beside joint beside pooled. */
public final class DemoCommand {
    private static final double DELTA = 1e-5;
    private static final int RANK = 32;
    private static final int SAMPLES = 1000;

    private final PrintStream out;
    private final Shops shops;
    private final long seed;

    /**
     * Reads the data.
     *
     * @param folder see {@link Shops}
     */
    public DemoCommand(PrintStream out, Path folder, long seed) {
        this.out = out;
        this.seed = seed;
        this.shops = Shops.read(folder, seed);
    }

    /**
     * Trains and prints.
     *
     * @param trainings joint ones
     */
    public void run(List<JointSettings> trainings) throws IOException {
        Interactions everybody = shops.pooled();
        List<AlsModel> alone = IntStream.range(0, Shops.NAMES.size())
                .mapToObj(shop -> fit(shops.alone(shop)))
                .toList();
        say(String.format(
                Locale.ROOT,
                "%d people in the training, %d products; shops of %s people",
                everybody.userCount(),
                shops.items(),
                sizes()));
        Judge judge = new Judge(shops);
        Served aloneServed = judge.judge(alone::get);
        AlsModel pooled = fit(everybody);
        Served pooledServed = judge.judge(shop -> pooled);
        List<String> rows = new ArrayList<>();
        rows.add(row("alone", aloneServed, "", ""));
        for (JointSettings settings : trainings) {
            double noise = settings.noise();
            List<AlsModel> joint = federate(settings);
            Served served = judge.judge(joint::get);
            rows.add(row(
                            noise == 0 ? "joint, no noise" : "joint, noise " + noise,
                            served,
                            gained(aloneServed, served, pooledServed),
                            noise == 0
                                    ? "none"
                                    : String.format(Locale.ROOT, "%.1f", settings.epsilon(shops.items(), DELTA)))
                    + attacked(joint.getFirst()));
        }
        rows.add(row("pooled", pooledServed, "100 %", "") + attacked(pooled));
        say(String.format(
                Locale.ROOT,
                "%-18s %-22s %-22s %-26s %-10s %s",
                "",
                "recall@20",
                "NDCG@20",
                "of the pooled gain (NDCG)",
                "ε (δ 1e-5)",
                "attack: advantage, AUC"));
        rows.forEach(out::println);
    }

    private String sizes() {
        return String.join(
                ", ",
                IntStream.range(0, Shops.NAMES.size())
                        .mapToObj(shop -> String.valueOf(shops.alone(shop).userCount()))
                        .toList());
    }

    private static AlsModel fit(Interactions train) {
        return new ImplicitAls(RANK, 16, 12f, 0.015f, 1f, 20_261_125L, 2).fit(train, Progress.NONE);
    }

    private List<AlsModel> federate(JointSettings settings) throws IOException {
        Path folder = Files.createTempDirectory("aisle-federate");
        Certificates certificates = new Certificates(folder);
        certificates.create(List.of("coordinator", "north", "south", "west"));
        try {
            return new Federation(shops, certificates, line -> say("  " + line)).train(settings);
        } finally {
            for (String name : List.of("coordinator.p12", "north.p12", "south.p12", "west.p12", "authority.pem", "")) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static String row(String name, Served served, String gained, String epsilon) {
        return String.format(
                Locale.ROOT,
                "%-18s %-22s %-22s %-26s %-10s ",
                name,
                text(served.recall()),
                text(served.ndcg()),
                gained,
                epsilon);
    }

    private static String text(Estimate estimate) {
        return String.format(Locale.ROOT, "%.4f (%.3f–%.3f)", estimate.value(), estimate.low(), estimate.high());
    }

    private String gained(Served alone, Served joint, Served pooled) {
        double[] above = new double[alone.ndcgs().length];
        double[] below = new double[above.length];
        for (int n = 0; n < above.length; n++) {
            above[n] = joint.ndcgs()[n] - alone.ndcgs()[n];
            below[n] = pooled.ndcgs()[n] - alone.ndcgs()[n];
        }
        Estimate share = new Bootstrap(above.length, SAMPLES, seed).ratio(above, below);
        return String.format(
                Locale.ROOT, "%.0f %% (%.0f–%.0f)", 100 * share.value(), 100 * share.low(), 100 * share.high());
    }

    private String attacked(AlsModel model) {
        MembershipAttack attack = MembershipAttack.on(model, histories(true), histories(false), seed);
        Estimate advantage = attack.advantage();
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f–%.3f), %.3f",
                advantage.value(),
                advantage.low(),
                advantage.high(),
                attack.auc());
    }

    private List<History> histories(boolean inside) {
        return shops.people().stream()
                .filter(person -> person.inside() == inside)
                .map(Shops::history)
                .toList();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
