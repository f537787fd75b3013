package dev.aisle.compute.evaluate;

import dev.aisle.compute.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code evaluate}: reads the data, compares the algorithms, prints a table and writes the reports. */
public final class EvaluateCommand {
    private final PrintStream out;
    private final PrintStream err;

    /**
     * A command.
     *
     * @param out receives the table
     * @param err receives progress
     */
    public EvaluateCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs.
     *
     * @return 0 done, 1 a report could not be written
     * @throws UsageException when the arguments or the data can't be used
     */
    public int run(List<String> arguments) {
        Options options = new Options(arguments);
        List<AlgorithmSpec> specs =
                AlgorithmSpec.parseAll(options.optional("--algorithms").orElse("all"));
        int[] cutoffs = options.cutoffs();
        List<Path> reports =
                options.all("--out").stream().map(EvaluateCommand::reportPath).toList();
        Dataset data = new Reading(options, err).read();
        err.println(data.name() + ": " + data.train().userCount() + " users, "
                + data.train().itemCount() + " items, " + data.train().size() + " pairs to learn from, "
                + data.cases().size() + " questions");
        data.leftOut().forEach(one -> err.printf("left out: %,d %s: %s%n", one.count(), one.what(), one.reason()));
        List<Absent> absent = new ArrayList<>();
        List<AlgorithmSpec> taking = new ArrayList<>();
        specs.forEach(spec -> absence(spec, data)
                .ifPresentOrElse(reason -> absent.add(new Absent(spec.label(), reason)), () -> taking.add(spec)));
        absent.forEach(one -> err.println("left out: " + one.label() + ": " + one.reason()));
        Tuning tuning = new Tuning(data, cutoffs, options.seed(), err);
        Comparison comparison = new Comparison(data, cutoffs, options.seed(), err);
        List<Result> results = new ArrayList<>();
        for (AlgorithmSpec spec : taking) {
            Result result = compared(spec, tuning, comparison);
            results.add(result);
            err.printf("%s: fitted in %.1f s%n", spec.label(), result.fitSeconds());
        }
        Report report = new Report(data, cutoffs, results, absent, options.seed());
        out.print(TextTable.of(report));
        return reports.stream().allMatch(path -> write(report, path)) ? 0 : 1;
    }

    /** Why it doesn't take part. Whoever was asked for by name and can't is an error; whoever came with {@code all} is left out. */
    private static Optional<String> absence(AlgorithmSpec spec, Dataset data) {
        Optional<String> refusal = spec.contender().refusal(data);
        if (refusal.isPresent() && !spec.invited()) {
            throw new UsageException("--algorithms: " + spec.label() + ": " + refusal.get());
        }
        return refusal.or(() -> spec.invited() ? spec.contender().reluctance(data) : Optional.empty());
    }

    private static Result compared(AlgorithmSpec spec, Tuning tuning, Comparison comparison) {
        try {
            return comparison.run(tuning.best(spec));
        } catch (ArithmeticException e) {
            throw new UsageException("--algorithms: " + spec.label() + ": " + e.getMessage());
        }
    }

    private static Path reportPath(String text) {
        Path path = Path.of(text);
        if (!text.endsWith(".json") && !text.endsWith(".html")) {
            throw new UsageException("--out: expected a name that ends in .json or .html, was " + text);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("--out: there is no folder for " + text);
        }
        return path;
    }

    private boolean write(Report report, Path path) {
        try {
            Files.writeString(path, path.toString().endsWith(".json") ? JsonReport.of(report) : HtmlReport.of(report));
            return true;
        } catch (IOException e) {
            err.println("aisle evaluate: " + path + " could not be written: " + e.getMessage());
            return false;
        }
    }
}
