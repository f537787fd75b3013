package dev.aisle.bench;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.bench.Peers.Peer;
import dev.aisle.bench.data.ShopSource;
import dev.aisle.bench.kernels.MachineLimits;
import dev.aisle.bench.neighbours.NeighbourTrial;
import dev.aisle.bench.sessions.SessionTrial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code ./aisle bench recommend}: prints lines that begin with {@code FIGURE}, each a median and a range over starts of the JVM. */
final class RecommendBench {
    private static final String THREADS = "2";
    private static final String WHAT = """
            What compares with which
              exact       aisle exact: every row by its own equations, float32, Vector API   ↔ spark: every row by Cholesky, doubles
                          The same optimisation step on the same data. Spark runs as local[2], with the BLAS of Java and, where
                          libopenblas is installed, with that one. Like for like.
              cg          aisle cg:3: three steps of conjugate gradients from where a row stood ↔ spark as above: a cheaper step, which
                          needs some more iterations. What it is worth, the CPU-seconds to equal quality say.
              quality     CPU-seconds of a whole training until the validation Recall@20 that both reach, each at the setting that was
                          best for it on the validation part, each with the same number of settings to choose from.
              linear      an iteration of aisle in shops of one shape, a tenth of the size to the whole, after warming up: the spread is over
                          rounds and starts, and the power of the size that the cost grows with is printed; 1 is linear.
              limits      what one CPU-second of this machine does at most; the forms of aisle are given as multiples of it.
              neighbours  ItemKnn and VmisKnn ↔ the same in hash maps, one thread each.
              sessions    VmisKnn alone, two threads, from the last items of a visit to 21 others ↔ what Serenade (SIGMOD 2022) published:
                          1,000 questions a second on two virtual cores with 90 % below 7 ms. Open loop: each answer is timed from when it was
                          due. Theirs has a network in it and another machine below it: an anchor, not like for like.
            Figures are CPU-seconds of the whole process (collector and compiler included), two threads, median (range) over
            JVM starts; an iteration is the difference of two trainings of different length, so that loading isn't in it.
            """;

    private final Options options;
    private final Path project;
    private final boolean quick;
    private final int starts;
    private final String rank;

    RecommendBench(Options options, Path project) {
        this.options = options;
        this.project = project;
        this.quick = options.flag("quick");
        this.starts = options.number("starts", quick ? 1 : 3);
        this.rank = Integer.toString(options.number("rank", 64));
    }

    void run() {
        System.out.println(WHAT);
        int interactions = options.number("interactions", quick ? 100_000 : 810_000);
        String source = "made:" + interactions;
        String quality = options.text("data", "made:" + (quick ? 50_000 : 200_000));
        for (String part : options.list("parts", "cost,linear,quality,neighbours")) {
            switch (part) {
                case "cost" -> cost(source);
                case "linear" -> linear(options.number("most", interactions));
                case "quality" -> quality(quality);
                case "sessions" -> sessions(options.text("sessions", "made:" + (quick ? 200_000 : 20_000_000)));
                case "neighbours" -> neighbours("made:" + Math.min(interactions, 200_000));
                default ->
                    throw new IllegalArgumentException(
                            "--parts: expected cost, linear, quality, neighbours, sessions; was " + part);
            }
        }
    }

    private List<Peer> peers(int interactions) {
        return Peers.all(project, interactions > 5_000_000 ? "12g" : "5g");
    }

    private void cost(String source) {
        Interactions shop = ShopSource.read(source);
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %,d interactions of %,d people and %,d items, rank %s",
                source,
                shop.size(),
                shop.userCount(),
                shop.itemCount(),
                rank));
        Map<String, Spread> costs = costs(source, peers(shop.size()), quick ? 3 : 6);
        costs.forEach((name, cost) -> figure("an iteration, " + name, cost + " CPU-s"));
        for (String peer : List.of("spark", "spark native")) {
            for (String own : List.of("aisle exact", "aisle cg:3")) {
                ratio(peer, own, costs);
            }
        }
        new Distance(shop, Integer.parseInt(rank), limits(shop)).print(costs);
    }

    private static void ratio(String peer, String own, Map<String, Spread> measured) {
        Spread more = measured.get(peer);
        Spread less = measured.get(own);
        if (more != null && less != null) {
            figure(peer + " / " + own, String.format(Locale.ROOT, "%.1f times", more.median() / less.median()));
        }
    }

    private Map<String, Spread> costs(String source, List<Peer> peers, int iterations) {
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        // In turn, so that a change of the machine's mood meets all of them.
        for (int start = 0; start < starts; start++) {
            for (Peer peer : peers) {
                Map<String, String> line = peer.run("cost", source, rank, THREADS, Integer.toString(iterations))
                        .getFirst();
                measured.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(number(line, "cost"));
            }
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        measured.forEach((name, values) -> spreads.put(name, Spread.of(values)));
        return spreads;
    }

    private List<Map<String, String>> limits(Interactions shop) {
        ChildJvm process = ChildJvm.own(MachineLimits.class, "2g");
        return process.run(rank, Integer.toString(shop.itemCount()), Integer.toString(shop.userCount()));
    }

    private void linear(int most) {
        List<Peer> own = peers(most).stream().filter(peer -> !peer.spark()).toList();
        new Linearity(own, rank, THREADS, starts, quick ? 3 : 7).print(most);
    }

    private void quality(String source) {
        List<Peer> peers = peers(0);
        Map<Peer, Map<String, String>> best = new LinkedHashMap<>();
        double target = 1;
        for (Peer peer : peers) {
            if (!peer.name().equals("spark native")) {
                Map<String, String> line = peer.run("tune", source, rank, THREADS, quick ? "4" : "10")
                        .getFirst();
                best.put(peer, line);
                target = Math.min(target, number(line, "recall"));
                figure(
                        "best recall@20 on the validation part, " + peer.name(),
                        line.get("recall") + " with regularisation=" + line.get("regularisation") + ", balance="
                                + line.get("balance"));
            }
        }
        target *= 0.99;
        figure("recall@20 to be reached: 0.99 of the least of these", String.format(Locale.ROOT, "%.4f", target));
        Map<String, Spread> reached = new LinkedHashMap<>();
        for (Map.Entry<Peer, Map<String, String>> entry : best.entrySet()) {
            List<Double> seconds = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                firstAt(target, entry.getKey(), source, entry.getValue()).ifPresent(seconds::add);
            }
            if (seconds.size() == starts) {
                reached.put(entry.getKey().name(), Spread.of(seconds));
            }
            figure(
                    "CPU-s until then, " + entry.getKey().name(),
                    seconds.size() == starts ? Spread.of(seconds).toString() : "not reached");
        }
        for (String own : List.of("aisle exact", "aisle cg:3")) {
            ratio("spark", own, reached);
        }
    }

    private OptionalDouble firstAt(double target, Peer peer, String source, Map<String, String> setting) {
        String iterations = quick ? "8" : "16";
        return peer
                .run(
                        "curve",
                        source,
                        rank,
                        THREADS,
                        iterations,
                        text(setting, "regularisation"),
                        text(setting, "balance"))
                .stream()
                .filter(line -> number(line, "recall") >= target)
                .mapToDouble(line -> number(line, "cpu"))
                .findFirst();
    }

    private void neighbours(String source) {
        for (String name : List.of("itemknn", "vmisknn")) {
            Map<String, Spread> cpu = new LinkedHashMap<>();
            Map<String, Spread> memory = new LinkedHashMap<>();
            for (String form : List.of(name, name + "-plain")) {
                List<Map<String, String>> lines = new ArrayList<>();
                for (int start = 0; start < starts; start++) {
                    lines.addAll(ChildJvm.own(NeighbourTrial.class, "6g").run(form, source));
                }
                cpu.put(form, spread(lines, "cpu"));
                memory.put(form, spread(lines, "kept"));
                figure(
                        source + ", " + form,
                        cpu.get(form) + " CPU-s, " + memory.get(form) + " MB kept, " + spread(lines, "allocated")
                                + " MB allocated");
            }
            System.out.println("in CPU-seconds:");
            ratio(name + "-plain", name, cpu);
            System.out.println("in memory kept:");
            ratio(name + "-plain", name, memory);
        }
    }

    private void sessions(String source) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            lines.addAll(ChildJvm.own(SessionTrial.class, "5g").run(source, "1000", quick ? "5" : "20"));
        }
        Map<String, String> one = lines.getFirst();
        System.out.println(
                source + ": " + one.get("clicks") + " clicks, " + one.get("visits") + " visits, " + one.get("items")
                        + " items; learned in " + spread(lines, "fit") + " CPU-s, " + spread(lines, "kept")
                        + " MB kept with the clicks and the questions");
        figure("as fast as two threads go", spread(lines, "most") + " lists/s");
        for (String percentile : List.of("p50", "p90", "p99", "p999")) {
            figure("at 1,000 a second, " + percentile, spread(lines, percentile) + " µs");
        }
    }

    private static Spread spread(List<Map<String, String>> lines, String name) {
        return Spread.of(lines.stream().map(line -> number(line, name)).toList());
    }

    private static String text(Map<String, String> line, String name) {
        return line.getOrDefault(name, "");
    }

    static double number(Map<String, String> line, String name) {
        return Double.parseDouble(line.getOrDefault(name, "NaN"));
    }

    static void figure(String what, String value) {
        System.out.println("FIGURE  " + what + ": " + value);
    }
}
