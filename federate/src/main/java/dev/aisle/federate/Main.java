package dev.aisle.federate;

import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.federate.demo.DemoCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entry point: {@code demo}, {@code coordinator}, {@code participate} or {@code certificates}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    /** Runs a command and ends with its exit code: 0 done, 1 the training failed or was refused, 2 wrong usage. */
    @SuppressWarnings("SystemExitOutsideMain") // this is main
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            run(command, arguments.subList(Math.min(1, arguments.size()), arguments.size()), out);
            return 0;
        } catch (UsageException e) {
            err.println("aisle federate " + command + ": " + e.getMessage());
            return USAGE;
        } catch (RefusedException | TrainingAbortedException | IOException e) {
            err.println("aisle federate " + command + ": " + e.getMessage());
            return FAILED;
        }
    }

    private static void run(String command, List<String> rest, PrintStream out) throws IOException {
        switch (command) {
            case "demo" -> {
                Map<String, String> options =
                        options(rest, Set.of("--data", "--noise", "--rounds", "--clip", "--census-clip", "--seed"));
                List<JointSettings> trainings = trainings(options);
                long seed = whole(options, "--seed", 1);
                new DemoCommand(out, Path.of(required(options, "--data")), seed).run(trainings);
            }
            case "coordinator" ->
                new CoordinatorCommand(out, Path.of(required(options(rest, Set.of("--config")), "--config"))).run();
            case "participate" ->
                new ParticipateCommand(out, Path.of(required(options(rest, Set.of("--config")), "--config"))).run();
            case "certificates" -> {
                Map<String, String> options = options(rest, Set.of("--out", "--names"));
                Certificates certificates = new Certificates(Path.of(required(options, "--out")));
                certificates.create(Arrays.asList(options.getOrDefault("--names", "coordinator,north,south,west")
                        .split(",", -1)));
                out.println("the authority is " + certificates.authorityFile() + "; key stores open with "
                        + Certificates.TRIAL_PASSWORD);
            }
            default ->
                throw new UsageException(
                        "expected demo, coordinator, participate or certificates, was '" + command + "'");
        }
    }

    private static Map<String, String> options(List<String> arguments, Set<String> known) {
        Map<String, String> options = new HashMap<>();
        for (int n = 0; n < arguments.size(); n += 2) {
            if (!known.contains(arguments.get(n)) || n + 1 == arguments.size()) {
                throw new UsageException(arguments.get(n) + ": expected one of "
                        + String.join(", ", known.stream().sorted().toList()) + ", each with a value");
            }
            options.put(arguments.get(n), arguments.get(n + 1));
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new UsageException(name + " is missing");
        }
        return value;
    }

    private static long whole(Map<String, String> options, String name, long usual) {
        String text = options.get(name);
        try {
            return text == null ? usual : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException(name + ": expected a whole number, was " + text);
        }
    }

    private static double number(Map<String, String> options, String name, double usual) {
        String text = options.get(name);
        try {
            return text == null ? usual : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UsageException(name + ": expected a number, was " + text);
        }
    }

    /** A training for each noise, with the rounds and the clip that are said, else with those that did well. */
    private static List<JointSettings> trainings(Map<String, String> options) {
        List<JointSettings> trainings = new ArrayList<>();
        for (double noise : noises(options)) {
            JointSettings usual = noise == 0 ? JointSettings.withoutNoise() : JointSettings.withNoise(noise);
            try {
                trainings.add(usual.with(
                        Math.toIntExact(whole(options, "--rounds", usual.rounds())),
                        number(options, "--clip", usual.clip()),
                        number(options, "--census-clip", usual.censusClip())));
            } catch (ArithmeticException e) {
                throw new UsageException("--rounds: expected 1 to 1000, was " + options.get("--rounds"));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--" + e.getMessage());
            }
        }
        return trainings;
    }

    private static List<Double> noises(Map<String, String> options) {
        String text = options.getOrDefault("--noise", "0,1");
        try {
            List<Double> noises =
                    Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
            if (noises.stream().allMatch(noise -> noise >= 0 && noise <= 1000)) {
                return noises;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of its range
        }
        throw new UsageException("--noise: expected numbers from 0 to 1000 with commas, was " + text);
    }
}
