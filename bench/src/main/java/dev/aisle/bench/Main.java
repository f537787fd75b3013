package dev.aisle.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code ./aisle bench recommend}, {@code ./aisle bench allocation}, {@code ./aisle bench experiments}, {@code ./aisle bench consents} and {@code ./aisle bench kernels}. */
public final class Main {
    private Main() {}

    /** The first argument says which; JMH takes the others of {@code kernels}. */
    public static void main(String[] arguments) throws IOException {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case "kernels" -> org.openjdk.jmh.Main.main(rest);
            case "recommend" ->
                orSay(() ->
                        new RecommendBench(new Options(rest), Path.of(System.getProperty("aisle.project", "."))).run());
            case "allocation" -> orSay(() -> new AllocationBench(new Options(rest)).run());
            case "experiments" -> orSay(() -> new ExperimentsBench(new Options(rest)).run());
            case "consents" -> orSay(() -> new ConsentsBench(new Options(rest)).run());
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void orSay(Runnable bench) {
        try {
            bench.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("aisle: " + e.getMessage());
            System.exit(1);
        }
    }
}
